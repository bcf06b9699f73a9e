import type { AnswerValue } from '../documents/kinds/worksheet/content';
import type { AnswerId, MemberId } from '../ids';

/** Somebody who got the same piece, by name. Whether they answered, or when, is told to nobody. */
export interface Companion {
  readonly memberId: MemberId;
  readonly displayName: string;
}

/** One answer of the reader's own that may be opened to some of the family, and whether it is. */
export interface OwnOffer {
  readonly answerId: AnswerId;
  readonly promptId: string;
  /** Null while it is offered to nobody. */
  readonly offer: {
    readonly circle: readonly Companion[];
    readonly waits: boolean;
    /** Never says who is still awaited, nor how many. */
    readonly isOpen: boolean;
    /** For the next hour that shows it; a yes that an hour has used does not stand for another one. */
    readonly onScreen: boolean;
    /** When the hour under way showed it: until that ends it is not closed. Null again from then on. */
    readonly shownAt: string | null;
  } | null;
  readonly may: { readonly offer: boolean; readonly close: boolean };
}

/** What the reader may open of one piece, and to whom. */
export interface TaskOffers {
  readonly companions: readonly Companion[];
  readonly answers: readonly OwnOffer[];
}

/** What somebody else opened to the reader, in their words. */
export interface OpenedAnswer {
  readonly answerId: AnswerId;
  readonly promptId: string;
  readonly by: string;
  readonly value: AnswerValue;
}

/** What a therapist is told of an offer: to whom, and who reads it today. */
export interface OfferInView {
  readonly circle: readonly Companion[];
  readonly waits: boolean;
  readonly readBy: readonly Companion[];
}
