import type { PracticeRows } from './rows-of-a-practice';

/** Every table whose rows the proofs account for, and the ids of those one person may see. */
export type Sight = Readonly<Record<(typeof SEEN_TABLES)[number], ReadonlySet<string>>>;

export const SEEN_TABLES = [
  'person',
  'family',
  'member',
  'guardian',
  'block',
  'hold',
  'document',
  'document_draft',
  'document_version',
  'consent_request',
  'consent',
  'review',
  'share',
  'task',
  'answer',
  'offer',
  'break_glass',
] as const;

/**
 * Who may see what, said once more from the book of the product and as plainly as can be: no rule, no policy and no
 * query of the program is looked at here. Deny wins, only *confirmed* grants anything, a right is the intersection of
 * role, caseload, share and consent.
 */
export class ByTheBook {
  constructor(
    private readonly rows: PracticeRows,
    private readonly me: string,
    /** The day it is in the practice. */
    private readonly today: string,
  ) {}

  /** In a session opened by a family's code nobody is what they are at work. */
  has(role: string): boolean {
    if (this.rows.signed_in.some(({ person_id, how }) => person_id === this.me && how === 'code'))
      return false;
    return this.rows.staff_role.some(
      (one) => one.person_id === this.me && one.role === role && one.ended_at === null,
    );
  }

  /** The families a therapist works with today. */
  leads(familyId: string | null): boolean {
    return (
      this.has('therapist') &&
      this.rows.caseload.some(
        (one) => one.family_id === familyId && one.therapist_id === this.me && one.ended_at === null,
      )
    );
  }

  belongs(familyId: string): boolean {
    return this.rows.member.some(
      (one) => one.family_id === familyId && one.person_id === this.me && one.state === 'confirmed',
    );
  }

  isClient(familyId: string): boolean {
    return (
      this.belongs(familyId) &&
      this.rows.family.some((one) => one.id === familyId && one.client_id === this.me)
    );
  }

  speaksForClient(familyId: string): boolean {
    const clientId = this.rows.family.find((one) => one.id === familyId)?.client_id;
    return (
      this.belongs(familyId) &&
      this.rows.guardian.some(
        (one) =>
          one.family_id === familyId &&
          one.person_id === this.me &&
          one.for_person_id === clientId &&
          one.ended_at === null &&
          this.isToday(one.from_on, one.until_on),
      )
    );
  }

  /** A document without a family belongs to the therapist who wrote it. */
  worksOn(document: { family_id: string | null; author_id: string }): boolean {
    return document.family_id === null
      ? document.author_id === this.me && this.has('therapist')
      : this.leads(document.family_id);
  }

  judges(review: PracticeRows['review'][number]): boolean {
    return (
      (review.supervisor_id === this.me || this.standsInFor(review)) &&
      this.has('supervisor') &&
      review.state !== 'withdrawn' &&
      this.rows.supervision.some(
        (pair) =>
          pair.supervisor_id === review.supervisor_id &&
          pair.therapist_id === review.therapist_id &&
          this.isToday(pair.from_on, pair.until_on),
      )
    );
  }

  /** For one supervisor, who still is one, on these days; never for texts of one's own, and never for who stands in. */
  private standsInFor({ supervisor_id, therapist_id }: PracticeRows['review'][number]): boolean {
    return (
      therapist_id !== this.me &&
      this.rows.staff_role.some(
        (one) => one.person_id === supervisor_id && one.role === 'supervisor' && one.ended_at === null,
      ) &&
      this.rows.stand_in.some(
        (one) =>
          one.person_id === this.me &&
          one.supervisor_id === supervisor_id &&
          (one.therapist_ids?.includes(therapist_id) ?? true) &&
          this.isToday(one.from_on, one.until_on),
      )
    );
  }

  /** A task reaches its person: the share stands, they are confirmed, nobody keeps them apart, and consent covers it. */
  reaches(task: PracticeRows['task'][number]): boolean {
    return this.isMine(task) && this.reachesItsPerson(task) && (this.isStillOpen(task) || this.isBegun(task));
  }

  /** Of a share that ends on a day, that day is not over. */
  isStillOpen({ share_id }: PracticeRows['task'][number]): boolean {
    const until = this.rows.share.find(({ id }) => id === share_id)?.open_until_on ?? null;
    return until === null || until >= this.today;
  }

  private isBegun({ id, sent_at }: PracticeRows['task'][number]): boolean {
    return sent_at !== null || this.rows.answer.some(({ task_id }) => task_id === id);
  }

  private reachesItsPerson(task: PracticeRows['task'][number]): boolean {
    const isTogether = this.rows.task.some(
      (one) => one.share_id === task.share_id && one.member_id !== task.member_id,
    );
    return this.isGiven(task) && !this.isKeptFromClient(task) && !(this.isHeld(task.member_id) && isTogether);
  }

  private isKeptFromClient({ family_id, member_id }: PracticeRows['task'][number]): boolean {
    const client = this.rows.member.find((one) => one.family_id === family_id && one.relation === 'client');
    return client !== undefined && client.id !== member_id && this.areBlocked(client.id, member_id);
  }

  /** The share stands, its person is confirmed, and it is covered; whoever keeps them apart from whom. */
  private isGiven(task: PracticeRows['task'][number]): boolean {
    if (!this.isOpen(task)) return false;
    const share = this.rows.share.find((one) => one.id === task.share_id);
    const member = this.rows.member.find((one) => one.id === task.member_id);
    const document = this.rows.document.find((one) => one.id === task.document_id);
    const client = this.rows.member.find(
      (one) => one.family_id === task.family_id && one.relation === 'client',
    );
    if (!share || !member || !document || !client) return false;
    if (share.revoked_at !== null || member.state !== 'confirmed') return false;
    return (
      member.id === client.id ||
      this.rows.consent.some(
        (one) =>
          one.member_id === member.id &&
          one.revoked_at === null &&
          (one.until_on === null || one.until_on >= this.today) &&
          (one.kinds.includes(document.kind) || one.document_ids.includes(document.id)),
      )
    );
  }

  /** What is for later, or waits for another piece, is nothing to its person yet. */
  isOpen({ given_at }: PracticeRows['task'][number]): boolean {
    return given_at !== null && Date.parse(given_at) <= Date.now();
  }

  isMine(task: PracticeRows['task'][number]): boolean {
    return task.person_id === this.me;
  }

  isHeld(memberId: string): boolean {
    return this.rows.hold.some((one) => one.member_id === memberId && one.lifted_at === null);
  }

  reads(answer: PracticeRows['answer'][number]): boolean {
    if (answer.author_id === this.me) return true;
    if (this.leads(answer.family_id) && answer.sent_at !== null && answer.visibility !== 'not-yet')
      return true;
    return this.rows.task.some((task) => this.isMine(task) && this.isOpenedBeside(answer, task));
  }

  /** Whether somebody else's answer is open to me beside a task of mine. */
  isOpenedBeside(answer: PracticeRows['answer'][number], task: PracticeRows['task'][number]): boolean {
    const offer = this.offerOf(answer);
    return offer !== undefined && this.isToldTo(offer, answer, task);
  }

  /** Whether an answer that is offered is open to the person of a task: theirs is sent, and it waits for nobody. */
  isToldTo(
    offer: PracticeRows['offer'][number],
    answer: PracticeRows['answer'][number],
    task: PracticeRows['task'][number],
  ): boolean {
    const authors = this.taskOf(answer);
    return (
      offer.circle.includes(task.member_id) &&
      this.isSamePiece(authors, task) &&
      this.meet(authors, task) &&
      (!offer.waits ||
        offer.circle.every((memberId) =>
          this.rows.answer.some(
            (other) =>
              other.prompt_id === answer.prompt_id &&
              this.taskOf(other).member_id === memberId &&
              this.isSamePiece(authors, this.taskOf(other)) &&
              this.meet(authors, this.taskOf(other)) &&
              this.offerOf(other)?.circle.includes(authors.member_id) === true,
          ),
        ))
    );
  }

  /**
   * Those who got the same piece as I, of which I sent mine and from which nobody keeps me, and who are not kept apart
   * from me. That somebody is held, or kept from another one, nobody can tell from it.
   */
  companions(mine: PracticeRows['task'][number]): ReadonlySet<string> {
    return new Set(
      this.rows.task
        .filter(
          (other) =>
            mine.sent_at !== null &&
            !this.isHeld(mine.member_id) &&
            other.member_id !== mine.member_id &&
            this.isSamePiece(mine, other) &&
            this.isGiven(other) &&
            !this.areBlocked(mine.member_id, other.member_id),
        )
        .map((other) => other.member_id),
    );
  }

  /** What stands offered: not closed, and handed in for the family. */
  offerOf(answer: PracticeRows['answer'][number]): PracticeRows['offer'][number] | undefined {
    return answer.sent_at !== null && answer.visibility === 'family'
      ? this.rows.offer.find((one) => one.answer_id === answer.id && one.closed_at === null)
      : undefined;
  }

  taskOf(answer: PracticeRows['answer'][number]): PracticeRows['task'][number] {
    const task = this.rows.task.find(({ id }) => id === answer.task_id);
    if (task === undefined) throw new Error('An answer belongs to a task.');
    return task;
  }

  isSamePiece(one: PracticeRows['task'][number], other: PracticeRows['task'][number]): boolean {
    return one.version_id === other.version_id && one.round === other.round;
  }

  /** Whether somebody takes part with a piece, whoever else is kept from them. */
  takesPart(task: PracticeRows['task'][number]): boolean {
    return task.sent_at !== null && this.isGiven(task) && !this.isKeptFromClient(task);
  }

  /** Both have sent theirs, it reaches both, and nothing keeps them from coming together. */
  private meet(one: PracticeRows['task'][number], other: PracticeRows['task'][number]): boolean {
    return (
      [one, other].every((task) => task.sent_at !== null && this.reachesItsPerson(task)) &&
      !this.areApart(one.member_id, other.member_id)
    );
  }

  private areApart(one: string, other: string): boolean {
    return this.isHeld(one) || this.isHeld(other) || this.areBlocked(one, other);
  }

  areBlocked(one: string, other: string): boolean {
    return this.rows.block.some(
      ({ one_id, other_id, lifted_at }) =>
        lifted_at === null && [one_id, other_id].sort().join() === [one, other].sort().join(),
    );
  }

  /** Emergencies the person opened, as what they still may be, whose hour lasts. */
  glasses(): PracticeRows['break_glass'] {
    return this.rows.break_glass.filter(
      (one) => one.person_id === this.me && this.has(one.role) && Date.parse(one.ends_at) > Date.now(),
    );
  }

  sight(): Sight {
    const { rows, me } = this;
    const ids = (some: readonly { id: string }[]): ReadonlySet<string> => new Set(some.map(({ id }) => id));
    const judged = rows.review.filter((one) => this.judges(one));
    const given = rows.task.filter((one) => this.reaches(one));
    const glass = this.glasses();
    const document = rows.document.filter(
      (one) =>
        this.worksOn(one) ||
        judged.some((review) => review.document_id === one.id) ||
        given.some((task) => task.document_id === one.id) ||
        glass.some(({ documents }) => documents.includes(one.id)),
    );
    return {
      person: ids(rows.person.filter(({ id }) => this.knows(id))),
      family: ids(
        rows.family.filter(
          ({ id, opened_by }) =>
            this.leads(id) ||
            this.belongs(id) ||
            judged.some((review) => review.family_id === id) ||
            glass.some((one) => one.family_id === id) ||
            // Between opening a family and taking it on, its therapist has no other right to it.
            (opened_by === me && !rows.caseload.some((one) => one.family_id === id)),
        ),
      ),
      member: ids(
        rows.member.filter(
          (one) =>
            one.person_id === me ||
            this.leads(one.family_id) ||
            this.isClient(one.family_id) ||
            glass.some(({ members }) => members.includes(one.id)),
        ),
      ),
      guardian: ids(
        rows.guardian.filter(
          ({ family_id }) => this.leads(family_id) || glass.some((one) => one.family_id === family_id),
        ),
      ),
      block: ids(rows.block.filter(({ family_id }) => this.leads(family_id))),
      hold: ids(rows.hold.filter(({ family_id }) => this.leads(family_id))),
      document: ids(document),
      document_draft: ids(rows.document.filter((one) => this.worksOn(one))),
      document_version: ids(
        rows.document_version.filter(
          (one) =>
            this.worksOn(one) ||
            judged.some((review) => review.version_id === one.id) ||
            given.some((task) => task.version_id === one.id) ||
            glass.some(({ versions }) => versions.includes(one.id)),
        ),
      ),
      consent_request: ids(rows.consent_request.filter((one) => this.seesConsentsOf(one.family_id))),
      consent: ids(
        rows.consent.filter(
          (one) =>
            this.seesConsentsOf(one.family_id) ||
            (one.from_id === me && one.given_as === 'client') ||
            glass.some(({ consents }) => consents.includes(one.id)),
        ),
      ),
      review: ids(
        rows.review.filter(
          (one) =>
            judged.includes(one) ||
            (one.family_id === null ? one.therapist_id === me : this.leads(one.family_id)),
        ),
      ),
      share: ids(
        rows.share.filter(
          (one) => this.leads(one.family_id) || given.some((task) => task.share_id === one.id),
        ),
      ),
      task: ids(
        rows.task.filter((one) => (this.isMine(one) && this.isOpen(one)) || this.leads(one.family_id)),
      ),
      answer: ids(rows.answer.filter((one) => this.reads(one))),
      offer: ids(
        rows.offer.filter(
          (one) => one.author_id === me || (this.leads(one.family_id) && one.closed_at === null),
        ),
      ),
      break_glass: ids(
        rows.break_glass.filter(
          (one) =>
            one.person_id === me || this.leads(one.family_id) || this.has('admin') || this.has('supervisor'),
        ),
      ),
    };
  }

  seesConsentsOf(familyId: string): boolean {
    return this.leads(familyId) || this.isClient(familyId) || this.speaksForClient(familyId);
  }

  /** Whose name a person may learn. */
  knows(id: string): boolean {
    const { rows, me } = this;
    const works = (person: string): boolean => rows.staff_role.some((one) => one.person_id === person);
    const isStaff = ['therapist', 'supervisor', 'admin'].some((role) => this.has(role));
    const given = rows.task.filter((one) => this.reaches(one));
    return (
      id === me ||
      (isStaff && works(id)) ||
      rows.member.some(
        (one) => one.person_id === id && (this.leads(one.family_id) || this.isClient(one.family_id)),
      ) ||
      rows.caseload.some((one) => one.therapist_id === id && this.belongs(one.family_id)) ||
      rows.share.some((one) => one.shared_by === id && given.some((task) => task.share_id === one.id)) ||
      rows.family.some(
        (one) =>
          one.client_id === id &&
          rows.review.some((review) => review.family_id === one.id && this.judges(review)),
      ) ||
      rows.family.some(
        (one) =>
          one.client_id === id &&
          one.opened_by === me &&
          !rows.caseload.some((place) => place.family_id === one.id),
      ) ||
      this.glasses().some(({ people }) => people.includes(id))
    );
  }

  private isToday(from: string, until: string | null): boolean {
    return from <= this.today && (until === null || until >= this.today);
  }
}
