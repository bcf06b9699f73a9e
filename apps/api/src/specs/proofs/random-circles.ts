import { randomId } from './drawing';
import { RandomPapers } from './random-papers';
import type { AnswerRow, DocumentRow, FamilyRow, MemberRow, PersonRow, TaskRow } from './rows-of-a-practice';

/**
 * Pieces that a whole family got, sent and opens to one another, each with a fault here and there: among papers drawn
 * at random nearly nothing would ever be open, and no wall would be tried.
 */
export abstract class RandomCircles extends RandomPapers {
  protected together(
    family: FamilyRow,
    members: readonly MemberRow[],
    document: DocumentRow,
    therapists: readonly PersonRow[],
  ): void {
    const versions = this.rows.document_version.filter((one) => one.document_id === document.id);
    const shares = versions.map(({ id }) =>
      this.row({
        document_id: document.id,
        version_id: id,
        family_id: family.id,
        shared_by: this.oneOf(therapists).id,
        revoked_at: this.maybe(8),
        open_until_on: null,
      }),
    );
    this.rows.share.push(...shares);
    // Whoever is confirmed comes first: circles in which nobody is, open nothing whatever is forgotten.
    const people = members.toSorted(
      (one, other) => Number(other.state === 'confirmed') - Number(one.state === 'confirmed'),
    );
    for (let at = 0; at < people.length; at += 3) {
      const circle = people.slice(at, at + 3);
      // Every second circle has one odd thing at most: what only one condition hides is seen through no other fault.
      const isPlain = this.once(2);
      const odd = this.oneOf([undefined, ...circle]);
      const oddly = this.oneOf(['twice', 'twice', 'to one', 'not sent'] as const);
      const fault = (inSoMany: number): boolean => !isPlain && this.once(inSoMany);
      const rounds = [1, 1, isPlain ? 1 : this.oneOf([1, 2])];
      for (const [place, member] of circle.entries()) {
        const isOdd = member === odd;
        if (!isPlain || member.person_id !== family.client_id)
          this.covered(family, member, document, isPlain);
        const share = (fault(8) ? shares.at(-1) : shares[0]) ?? shares[0];
        if (share === undefined) continue;
        const task = this.row({
          share_id: share.id,
          document_id: document.id,
          version_id: share.version_id,
          family_id: family.id,
          member_id: member.id,
          person_id: member.person_id,
          given_at: this.past,
          round: rounds[place] ?? 1,
          sent_at: fault(10) ? null : this.now,
        });
        this.rows.task.push(task);
        // At times they got it twice, in another round or another version, and wrote in the other one.
        const again = this.once(2) ? undefined : shares.find((one) => one !== share);
        const second = (isPlain ? isOdd && oddly === 'twice' : this.once(3))
          ? {
              ...task,
              id: randomId(),
              ...(again ? { share_id: again.id, version_id: again.version_id } : { round: 3 }),
            }
          : task;
        if (second !== task) this.rows.task.push(second);
        const others = circle.filter((one) => one !== member);
        for (const promptId of this.once(3) ? ['told', 'kept'] : ['told'])
          this.said(
            second,
            promptId,
            others.length > 0 && (isPlain ? isOdd && oddly === 'to one' : this.once(3))
              ? [this.oneOf(others)]
              : others,
            fault(8) ? members : circle,
            isPlain,
            isOdd && oddly === 'not sent',
          );
      }
    }
  }

  /** Offers an answer once, and at times closed it again; nobody offers to nobody. */
  protected offer(
    { id, family_id, author_id }: AnswerRow,
    to: readonly MemberRow[],
    waits = !this.once(3),
  ): void {
    if (to.length === 0) return;
    this.rows.offer.push(
      this.row({
        family_id,
        answer_id: id,
        author_id,
        waits,
        on_screen: this.once(2),
        circle: to.map((one) => one.id),
        closed_at: this.maybe(8),
      }),
    );
  }

  private said(
    task: TaskRow,
    promptId: string,
    to: readonly MemberRow[],
    everybody: readonly MemberRow[],
    isPlain: boolean,
    isUnsent: boolean,
  ): void {
    const fault = (inSoMany: number): boolean => !isPlain && this.once(inSoMany);
    const answer: AnswerRow = this.row({
      task_id: task.id,
      prompt_id: promptId,
      family_id: task.family_id,
      author_id: task.person_id,
      value: 'An answer for all',
      visibility: fault(10) ? 'therapist' : 'family',
      revision: 1,
      // What is told at once is sent before its task is.
      sent_at: (isPlain ? isUnsent : this.once(10)) ? null : this.now,
    });
    this.rows.answer.push(answer);
    if (!fault(10)) this.offer(answer, fault(8) ? [this.oneOf(everybody)] : to);
  }

  /** A consent that covers the piece, so that what is missing is more often something else. */
  protected covered(family: FamilyRow, member: MemberRow, document: DocumentRow, isPlain: boolean): void {
    if (!isPlain && this.once(8)) return;
    const isNamed = this.once(3);
    const asked = this.row({
      family_id: family.id,
      member_id: member.id,
      kinds: isNamed ? [] : [document.kind],
      document_ids: isNamed ? [document.id] : [],
      documents: [],
      purpose: '',
      asked_by: family.opened_by,
      withdrawn_at: null,
    });
    this.rows.consent_request.push(asked);
    this.rows.consent.push(
      this.row({
        family_id: family.id,
        from_id: family.client_id,
        given_as: 'client',
        language: 'en',
        member_id: member.id,
        kinds: asked.kinds,
        document_ids: asked.document_ids,
        documents: [],
        request_id: asked.id,
        purpose: '',
        until_on: !isPlain && this.once(4) ? this.day() : null,
        wording: '',
        wording_version: '',
        signature: '',
        revoked_at: isPlain ? null : this.maybe(8),
      }),
    );
  }
}
