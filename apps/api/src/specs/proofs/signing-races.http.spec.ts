import type {
  Document,
  DocumentId,
  FamilySession,
  PlanReview,
  Review,
  ReviewId,
  FamilySessionId,
} from '@common-ground/contract';
import { howMany, type ApiClient } from '@common-ground/testing';
import { done, idOf, sheet, submit, write } from '../acts';
import { demoPractice } from '../demo-practice';
import { Meeting } from '../meeting';

const ROUNDS = Array.from({ length: howMany(10, 1_000) }, (_, index) => index + 1);

describe('where a pair asks for two signatures, and where the plan of an hour is judged', () => {
  let meeting: Meeting;
  let supervisorId: string;
  // Before the practice goes, to which it is connected.
  afterAll(() => meeting.close());
  const { api, cast, torres, owner } = demoPractice();

  beforeAll(async () => {
    meeting = new Meeting(api.database.ownerUrl);
    await meeting.open();
    const [jonas, elena] = await Promise.all([idOf(cast['other-therapist']), idOf(cast.therapist)]);
    supervisorId = await idOf(cast.supervisor);
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [jonas],
    );
    await owner.query(
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
       select practice_id, gen_random_uuid(), $1, $2, 'may-read', '2026-01-01' from person where id = $1`,
      [jonas, elena],
    );
    await owner.query(
      `update supervision set strength = 'must-approve-and-co-sign', co_signer_id = $1, co_signed_kinds = '{worksheet}'
       where supervisor_id = $2 and therapist_id = $3`,
      [jonas, supervisorId, elena],
    );
  });

  const verdict = async (who: ApiClient, id: ReviewId, versionHash: string): Promise<number> =>
    (await who.post(`/api/reviews/${id}/decision`, { verdict: 'approve', summary: '', versionHash })).status;
  const document = (id: DocumentId): Promise<Document> =>
    done(cast.therapist.get<Document>(`/api/documents/${id}`));

  it.each(ROUNDS)(
    'both signers at once, and twice each, leave one signature of each on one text (%i)',
    async (round) => {
      const { id } = await write(cast.therapist, torres.id, `At once ${round}`, sheet());
      const first = await submit(cast.therapist, cast.supervisor, id);
      const hash = (await document(id)).version?.hash ?? '';
      const twice = async (who: ApiClient, review: ReviewId): Promise<void> => {
        const answers: number[] = [];
        const sign = async (): Promise<unknown> => answers.push(await verdict(who, review, hash));
        await meeting.meet(id, sign, sign);
        expect(answers.sort()).toEqual([200, 409]);
      };
      await twice(cast.supervisor, first);
      await twice(cast['other-therapist'], (await document(id)).review?.id as ReviewId);
      const { state, version } = await document(id);
      expect([state, version?.signatures.map(({ act }) => act)]).toEqual([
        'approved',
        ['approve', 'co-sign'],
      ]);
    },
  );

  const standing = (id: FamilySessionId): Promise<PlanReview> =>
    done(cast.therapist.get<PlanReview>(`/api/sessions/${id}/review`));
  /** The plan with another purpose, sent; whatever is refused on the way stays as it was. */
  async function rewrite(id: FamilySessionId, purpose: string): Promise<PlanReview> {
    const { plan, revision } = await done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`));
    const changed = await done(
      cast.therapist.put<FamilySession>(
        `/api/sessions/${id}`,
        { ...plan, purpose },
        { 'if-match': `"${revision}"` },
      ),
    );
    await cast.therapist.post(`/api/sessions/${id}/review/take-back`);
    const sent = await cast.therapist.post<PlanReview>(
      `/api/sessions/${id}/review`,
      { supervisorId, note: '' },
      { 'if-match': `"${changed.revision}"` },
    );
    return sent.body;
  }

  it.each(ROUNDS)(
    'the plan of an hour is approved as it was read, whoever changes and sends it meanwhile (%i)',
    async (round) => {
      const hour = { format: 'problem-solving', startsOn: '2046-12-01', startTime: '16:00', language: 'en' };
      const { id } = await done(
        cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, hour),
      );
      const first = (await rewrite(id, `Read ${round}`)).review?.id as ReviewId;
      const read = await done(cast.supervisor.get<Review>(`/api/reviews/${first}`));
      await meeting.meet(
        id,
        () => verdict(cast.supervisor, first, read.version.hash),
        () => rewrite(id, `Unread ${round}`),
      );
      const { state, version, approvedVersion } = await standing(id);
      // What nobody read waits to be read, whoever came first; approved is the first version or none.
      expect([state, version]).toEqual(['submitted', 2]);
      expect(approvedVersion?.number ?? 1).toBe(1);
      expect(await verdict(cast.supervisor, first, read.version.hash)).not.toBe(200);
      expect((await standing(id)).approvedVersion?.number ?? 1).toBe(1);
    },
  );
});
