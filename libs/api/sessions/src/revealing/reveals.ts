import type { FamilyPieces } from '@common-ground/api/homework';
import type { FamilySessionId, MemberId, RevealQuestion, RevealStands } from '@common-ground/contract';
import { mayBeShown } from '@common-ground/rules/access';

export type ShowableOffer = FamilyPieces['pieces'][number]['offers'][number];

/** What is opened in a family today, as the screen of one hour may show it. */
export class Reveals {
  constructor(
    private readonly hour: FamilySessionId,
    private readonly family: FamilyPieces,
    private readonly here: readonly MemberId[],
  ) {}

  /** What may stand on the screen of one question. */
  of({ documentId, promptId }: RevealQuestion): readonly ShowableOffer[] {
    const { pieces, blocks, holds } = this.family;
    return pieces
      .filter((piece) => piece.documentId === documentId)
      .flatMap((piece) =>
        piece.offers.filter(
          (offer) => offer.promptId === promptId && mayBeShown(offer, { ...piece, blocks, holds }, this.here),
        ),
      );
  }

  stands(question: RevealQuestion): RevealStands {
    const offers = this.of(question);
    if (offers.length === 0) return 'closed';
    return offers.every(({ shownIn }) => shownIn === this.hour) ? 'shown' : 'ready';
  }
}
