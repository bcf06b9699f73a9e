import type { FamilySessionId, MemberId } from '@common-ground/contract';
import type { AnswerFacts } from './homework';
import { allow, forbidden, unseen, type Actor, type Judgement } from './judgement';
import { mayMeet, type ApartInFamily } from './keeping-apart';

/** One answer its author offers to some of those who got the same piece: to read, once they all show theirs. */
export interface OfferFacts {
  /** Whose answer it is, by their place in the family. */
  readonly by: MemberId;
  readonly promptId: string;
  readonly circle: readonly MemberId[];
  /** False when its author opens it alone and waits for nobody. */
  readonly waits: boolean;
  /** Whether its author lets it stand on a screen that everybody in an hour sees. */
  readonly onScreen: boolean;
  /** The hour that showed it; that yes was for its screen and for no other. */
  readonly shownIn: FamilySessionId | null;
}

/** An hour, and those of the family who are there. */
export interface HourFacts {
  readonly id: FamilySessionId;
  readonly here: readonly MemberId[];
}

/** One piece of homework that several of a family got, and what is offered of it today. */
export interface PieceFacts extends ApartInFamily {
  /** Those whom the piece reaches today and who have sent theirs; everybody else reads nothing and opens nothing. */
  readonly takingPart: readonly MemberId[];
  /** What was offered, not closed, and is still an answer that was sent for the family. */
  readonly offers: readonly OfferFacts[];
}

/** Whether two people take part in this piece today and may come together over it. */
function mayShareVoices(one: MemberId, other: MemberId, piece: PieceFacts): boolean {
  return [one, other].every((each) => piece.takingPart.includes(each)) && mayMeet(one, other, piece).allowed;
}

/**
 * Whether an answer is open: each of its circle offers theirs to the same prompt in return. With one of them kept
 * away, for whatever reason, it waits as if that person were still making up their mind.
 */
export function isOpen(offer: OfferFacts, piece: PieceFacts): boolean {
  const returned = (one: MemberId): boolean =>
    mayShareVoices(offer.by, one, piece) &&
    piece.offers.some(
      (other) => other.by === one && other.promptId === offer.promptId && other.circle.includes(offer.by),
    );
  return !offer.waits || offer.circle.every(returned);
}

/** Whether one member reads what another offers: of its circle, taking part, kept apart by nothing, and it is open. */
export function opensTo(reader: MemberId, offer: OfferFacts, piece: PieceFacts): boolean {
  return offer.circle.includes(reader) && mayShareVoices(offer.by, reader, piece) && isOpen(offer, piece);
}

/**
 * Whether an answer may stand on the screen of an hour: it is open, its author is there and said so for this hour, and
 * so does the answer of each of its circle who is there. Nobody's words stand there alone, and nobody's because others
 * were asked aloud.
 */
export function mayBeShown(offer: OfferFacts, piece: PieceFacts, hour: HourFacts): boolean {
  return showable(piece, hour).includes(offer);
}

/** Whoever is left out takes along whoever needed them, until nobody does. */
function showable(piece: PieceFacts, { id, here }: HourFacts): readonly OfferFacts[] {
  const beside = ({ circle }: OfferFacts): MemberId[] => circle.filter((one) => here.includes(one));
  const saidSo = piece.offers.filter(
    (offer) =>
      offer.onScreen &&
      (offer.shownIn === null || offer.shownIn === id) &&
      here.includes(offer.by) &&
      beside(offer).length > 0,
  );
  // What stands beside it reads it and is read by it: that it is open is part of that.
  const stays = (offer: OfferFacts, among: readonly OfferFacts[]): boolean =>
    beside(offer).every((one) =>
      among.some(
        (other) => other.by === one && other.promptId === offer.promptId && opensTo(offer.by, other, piece),
      ),
    );
  // A round leaves out somebody or changes nothing more: there are never more rounds than offers.
  return piece.offers.reduce<readonly OfferFacts[]>(
    (among) => among.filter((offer) => stays(offer, among)),
    saidSo,
  );
}

/** Offering, and closing again, is for the author alone; nobody else is even told that this could be done. */
export function mayOffer(actor: Actor, facts: AnswerFacts): Judgement {
  if (facts.authorId === actor.personId) return allow('own-words');
  return facts.onCaseload && facts.sent && facts.visibility !== 'not-yet'
    ? forbidden('not-own-words')
    : unseen('not-sent-to-actor');
}

/** Only what was handed in for the family can be offered to some of it. */
export function isOfferable(facts: Pick<AnswerFacts, 'sent' | 'visibility'>): boolean {
  return facts.sent && facts.visibility === 'family';
}

/** What an hour under way shows is neither closed nor offered in another way before it ends: everybody there reads it. */
export function isSettled(offer: { readonly shownAt: string | null }): boolean {
  return offer.shownAt !== null;
}
