import type { FamilySessionId, MemberId } from '@common-ground/contract';
import type { HourFacts, OfferFacts, PieceFacts } from '@common-ground/rules/access';
import type { PracticeWithHours } from './random-hours';
import { ByTheBook } from './sight-by-the-book';

/** What a rule is told of one hour, said from the rows and by no query of the program. */
export interface Screen {
  readonly hour: HourFacts;
  /** Pieces of the family, each with what is offered of it. */
  readonly pieces: readonly (Omit<PieceFacts, 'offers'> & {
    readonly offers: readonly (OfferFacts & { readonly id: string })[];
  })[];
  /** Whether people are in that hour now. */
  readonly isUnderWay: boolean;
}

type Task = PracticeWithHours['task'][number];

export class ScreensByTheBook {
  private readonly book: ByTheBook;

  constructor(
    private readonly rows: PracticeWithHours,
    today: string,
  ) {
    // What may stand on a screen is the same for everybody.
    this.book = new ByTheBook(rows, '', today);
  }

  of({ id, family_id, called_off_at }: PracticeWithHours['family_session'][number]): Screen {
    const run = this.rows.session_run.find((one) => one.session_id === id);
    return {
      hour: { id: id as FamilySessionId, here: this.here(id, family_id) as MemberId[] },
      pieces: this.pieces(family_id),
      isUnderWay: called_off_at === null && run !== undefined && run.ends === null,
    };
  }

  /** Whoever is asked, confirmed, not held, not kept from another one who is asked, and did not say no. */
  private here(hourId: string, familyId: string): string[] {
    const asked = this.rows.session_reply.filter(
      (one) => one.session_id === hourId && one.withdrawn_at === null,
    );
    const members = this.rows.member.filter((one) => one.family_id === familyId);
    return asked.flatMap(({ member_id, reply }) => {
      const member = members.find((one) => one.id === member_id);
      const isKept =
        member?.relation !== 'client' &&
        asked.some(
          (other) =>
            members.find((one) => one.id === other.member_id)?.state !== 'removed' &&
            this.book.areBlocked(other.member_id, member_id),
        );
      const comes = member?.state === 'confirmed' && !this.book.isHeld(member_id) && reply !== 'cannot';
      return comes && !isKept ? [member_id] : [];
    });
  }

  private pieces(familyId: string): Screen['pieces'] {
    const tasks = this.rows.task.filter((one) => one.family_id === familyId);
    const firsts = tasks.filter(
      (task, at) => tasks.findIndex((one) => this.book.isSamePiece(one, task)) === at,
    );
    const here = <T extends { family_id: string; lifted_at: string | null }>(some: readonly T[]): T[] =>
      some.filter((one) => one.family_id === familyId && one.lifted_at === null);
    return firsts.map((first) => {
      const piece = tasks.filter((one) => this.book.isSamePiece(one, first));
      return {
        takingPart: piece
          .filter((one) => this.book.takesPart(one))
          .map(({ member_id }) => member_id as MemberId),
        offers: piece.flatMap((task) => this.offers(task)),
        blocks: here(this.rows.block).map(
          ({ one_id, other_id }) => [one_id as MemberId, other_id as MemberId] as const,
        ),
        holds: here(this.rows.hold).map(({ member_id }) => member_id as MemberId),
      };
    });
  }

  private offers(task: Task): Screen['pieces'][number]['offers'] {
    return this.rows.answer
      .filter(({ task_id }) => task_id === task.id)
      .flatMap((answer) => {
        const standing = this.book.offerOf(answer);
        const offer = this.rows.offer.find((one) => one === standing);
        if (offer === undefined) return [];
        const { id, circle, waits, on_screen, shown_in } = offer;
        return [
          {
            ...{ id, by: task.member_id as MemberId, promptId: answer.prompt_id },
            ...{ circle: circle as MemberId[], waits, onScreen: on_screen },
            shownIn: shown_in as FamilySessionId | null,
          },
        ];
      });
  }
}
