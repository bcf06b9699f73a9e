import type { FamilyPieces, NewestRow } from '@common-ground/api/homework';
import type { RevealQuestion } from '@common-ground/contract';
import { mayBeShown, type HourFacts } from '@common-ground/rules/access';

type Piece = FamilyPieces['pieces'][number];

/** An offer, and the words its answer was given to. */
export type ShowableOffer = Piece['offers'][number] & Pick<Piece, 'versionId' | 'round'>;

/** What is opened in a family today, as the screen of one hour may show it: of each person the newest alone. */
export class Reveals {
  constructor(
    private readonly hour: HourFacts,
    private readonly family: FamilyPieces,
    private readonly newest: readonly NewestRow[],
  ) {}

  /** What stands on the screen of one question: never the words of one person while the others' are not shown. */
  onScreen(question: RevealQuestion): readonly ShowableOffer[] {
    const shown = this.#of(question).filter(({ shownIn }) => shownIn === this.hour.id);
    return shown.filter((offer) =>
      shown.some((other) => isBeside(offer, other) && offer.circle.includes(other.by)),
    );
  }

  /** What may stand there and does not yet. */
  ready(question: RevealQuestion): readonly ShowableOffer[] {
    return this.#of(question).filter(({ shownIn }) => shownIn !== this.hour.id);
  }

  #of({ documentId, promptId }: RevealQuestion): readonly ShowableOffer[] {
    const { blocks, holds } = this.family;
    return this.family.pieces
      .filter((piece) => piece.documentId === documentId)
      .flatMap((piece) => {
        const { versionId, round } = piece;
        // Whoever was given it anew does not stand by what they answered before; whoever was not still does.
        const offers = piece.offers.filter(({ by }) =>
          this.newest.some(
            (one) => one.memberId === by && one.documentId === documentId && isBeside(one, piece),
          ),
        );
        return offers
          .filter(
            (offer) =>
              offer.promptId === promptId &&
              mayBeShown(offer, { ...piece, offers, blocks, holds }, this.hour),
          )
          .map((offer) => ({ ...offer, versionId, round }));
      });
  }
}

/** Only those who got the same words in the same round stand beside each other. */
function isBeside(
  one: Pick<Piece, 'versionId' | 'round'>,
  other: Pick<Piece, 'versionId' | 'round'>,
): boolean {
  return one.versionId === other.versionId && one.round === other.round;
}
