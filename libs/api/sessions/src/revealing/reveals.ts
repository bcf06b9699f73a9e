import type { FamilyPieces, GivenRow } from '@common-ground/api/homework';
import type { RevealQuestion } from '@common-ground/contract';
import { mayBeShown, type HourFacts } from '@common-ground/rules/access';
import { worksheetPrompt } from '@common-ground/rules/content';

export type ShowableOffer = FamilyPieces['pieces'][number]['offers'][number];

/** What is opened in a family today, as the screen of one hour may show it: of each document the newest alone. */
export class Reveals {
  constructor(
    private readonly hour: HourFacts,
    private readonly family: FamilyPieces,
    private readonly given: readonly GivenRow[],
  ) {}

  /** A question in the words people got last; what was answered to other words does not stand beneath it. */
  promptOf({ documentId, promptId }: RevealQuestion): ReturnType<typeof worksheetPrompt> {
    const content = this.given.find((one) => one.documentId === documentId)?.content;
    return content !== undefined && 'blocks' in content ? worksheetPrompt(content, promptId) : undefined;
  }

  /** What stands on the screen of one question: never the words of one person while the others' are not shown. */
  onScreen(question: RevealQuestion): readonly ShowableOffer[] {
    const shown = this.#of(question).filter(({ shownIn }) => shownIn === this.hour.id);
    return shown.filter(({ circle }) => shown.some(({ by }) => circle.includes(by)));
  }

  /** What may stand there and does not yet. */
  ready(question: RevealQuestion): readonly ShowableOffer[] {
    return this.#of(question).filter(({ shownIn }) => shownIn !== this.hour.id);
  }

  #of({ documentId, promptId }: RevealQuestion): readonly ShowableOffer[] {
    const { pieces, blocks, holds } = this.family;
    const newest = this.given.find((one) => one.documentId === documentId);
    return pieces
      .filter(({ versionId, round }) => versionId === newest?.versionId && round === newest.round)
      .flatMap((piece) =>
        piece.offers.filter(
          (offer) => offer.promptId === promptId && mayBeShown(offer, { ...piece, blocks, holds }, this.hour),
        ),
      );
  }
}
