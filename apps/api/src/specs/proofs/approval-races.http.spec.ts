import type { Document, DocumentId, Review, ReviewId } from '@common-ground/contract';
import { howMany, startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  putDraft,
  sheet,
  submit,
  write,
  type Cast,
  type People,
} from '../acts';
import { Meeting } from '../meeting';

const ROUNDS = Array.from({ length: howMany(20, 1_000) }, (_, index) => index + 1);

describe('no text is approved that its supervisor has not read, and none is given to a family', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let meeting: Meeting;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    meeting = new Meeting(api.database.ownerUrl);
    await Promise.all([owner.connect(), meeting.open()]);
    // A second supervisor, so that a document can change hands while the first one decides.
    const [jonas, elena] = await Promise.all([idOf(cast['other-therapist']), idOf(cast.therapist)]);
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [jonas],
    );
    await owner.query(
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
       select practice_id, gen_random_uuid(), $1, $2, 'must-approve', '2026-01-01' from person where id = $1`,
      [jonas, elena],
    );
  });
  afterAll(async () => {
    await Promise.all([owner.end(), meeting.close()]);
    await api.stop();
  });

  const hashOf = async (supervisor: ApiClient, id: ReviewId): Promise<string> =>
    (await done(supervisor.get<Review>(`/api/reviews/${id}`))).version.hash;
  const approve = (supervisor: ApiClient, id: ReviewId, versionHash: string): Promise<{ status: number }> =>
    supervisor.post(`/api/reviews/${id}/decision`, { verdict: 'approve', summary: '', versionHash });
  const look = (id: DocumentId): Promise<Document> =>
    done(cast.therapist.get<Document>(`/api/documents/${id}`));

  /** Taken back and written anew; whatever is refused on the way stays as it was. */
  async function rewrite({ id, revision }: Document, words: string): Promise<void> {
    await cast.therapist.post(`/api/documents/${id}/reopen`);
    await putDraft(cast.therapist, id, `"${revision}"`, words, sheet(words));
  }

  it.each(ROUNDS)('approving against writing anew and submitting again (%i)', async (round) => {
    const draft = await write(cast.therapist, torres.id, `Rewritten ${round}`, sheet(`Read ${round}`));
    const review = await submit(cast.therapist, cast.supervisor, draft.id);
    const read = await hashOf(cast.supervisor, review);
    const supervisorId = await idOf(cast.supervisor);
    await meeting.meet(
      draft.id,
      () => approve(cast.supervisor, review, read),
      async () => {
        await rewrite(draft, `Unread ${round}`);
        await cast.therapist.post(`/api/documents/${draft.id}/submit`, { supervisorId, note: '' });
      },
    );
    const { state, approval, version } = await look(draft.id);
    if (approval !== null) expect(approval.versionHash).toBe(read);
    if (state === 'approved') expect(version?.hash).toBe(read);
    // What was written anew waits to be read, whoever came first.
    expect([state, version?.hash === read]).toEqual(['submitted', false]);
    expect((await approve(cast.supervisor, review, read)).status).not.toBe(200);
    expect((await look(draft.id)).approval).toBeNull();
  });

  it.each(ROUNDS)(
    'approving that is held up half-way, while the text is written anew and sent again (%i)',
    async (round) => {
      const draft = await write(cast.therapist, torres.id, `Held up ${round}`, sheet(`Read ${round}`));
      const review = await submit(cast.therapist, cast.supervisor, draft.id);
      const read = await hashOf(cast.supervisor, review);
      const supervisorId = await idOf(cast.supervisor);
      const pending = { blockId: 'told', quote: '', text: 'Goes along' };
      await done(cast.supervisor.post(`/api/reviews/${review}/comments`, pending));
      // The approval has found its review waiting, and gets no further than its comment.
      await meeting.hold('select from review_comment where review_id = $1 for update', review);
      const approving = approve(cast.supervisor, review, read);
      await meeting.waiters(() => 1);
      let isSentAgain = false;
      const sending = (async () => {
        await rewrite(draft, `Unread ${round}`);
        await cast.therapist.post(`/api/documents/${draft.id}/submit`, { supervisorId, note: '' });
        isSentAgain = true;
      })();
      await meeting.waiters(() => (isSentAgain ? 0 : 2));
      await meeting.letGo();
      const [answer] = await Promise.all([approving, sending]);
      // It was there first, and nothing came in between.
      expect(answer.status).toBe(200);
      const { state, version } = await look(draft.id);
      expect([state, version?.hash === read]).toEqual(['submitted', false]);
    },
  );

  it.each(ROUNDS)(
    'one supervisor approving while another one is asked about another text (%i)',
    async (round) => {
      const jonas = cast['other-therapist'];
      const draft = await write(
        cast.therapist,
        torres.id,
        `Two supervisors ${round}`,
        sheet(`First ${round}`),
      );
      const first = await submit(cast.therapist, cast.supervisor, draft.id);
      const read = await hashOf(cast.supervisor, first);
      const supervisorId = await idOf(jonas);
      await meeting.meet(
        draft.id,
        () => approve(cast.supervisor, first, read),
        () => cast.therapist.post(`/api/documents/${draft.id}/reopen`),
      );
      const { revision } = await look(draft.id);
      await putDraft(cast.therapist, draft.id, `"${revision}"`, 'Second', sheet(`Second ${round}`));
      const second = await done(
        cast.therapist.post<Document>(`/api/documents/${draft.id}/submit`, { supervisorId, note: '' }),
      );
      const reviewId = second.review?.id ?? first;
      const other = await hashOf(jonas, reviewId);
      // The first cannot approve what only the second has read, by either address.
      const tried: number[] = [];
      await meeting.meet(
        draft.id,
        async () => tried.push((await approve(cast.supervisor, reviewId, other)).status),
        async () => tried.push((await approve(cast.supervisor, first, other)).status),
        async () => tried.push((await approve(jonas, reviewId, read)).status),
      );
      expect(tried).toHaveLength(3);
      expect(tried.every((status) => status >= 400)).toBe(true);
      expect((await look(draft.id)).state).toBe('submitted');
      const both: number[] = [];
      await meeting.meet(
        draft.id,
        async () => both.push((await approve(jonas, reviewId, other)).status),
        async () => both.push((await approve(jonas, reviewId, other)).status),
      );
      expect(both.sort()).toEqual([200, 409]);
      expect((await look(draft.id)).approval).toMatchObject({ versionHash: other, by: { id: supervisorId } });
    },
  );

  it.each(ROUNDS)('reopening and writing anew against sharing (%i)', async (round) => {
    const document = await approved(cast, torres.id, `Shared ${round}`, sheet(`Approved ${round}`));
    const hash = document.version?.hash;
    await meeting.meet(
      document.id,
      () =>
        cast.therapist.post(`/api/documents/${document.id}/shares`, {
          memberIds: [memberIn(torres, 'mother')],
        }),
      () => rewrite(document, `Not approved ${round}`),
    );
    const late = await cast.therapist.post(`/api/documents/${document.id}/shares`, {
      memberIds: [memberIn(torres, 'brother')],
    });
    // Shared in between, it could not be written anew; written anew, it could not be shared.
    const isRewritten = (await look(document.id)).title !== `Shared ${round}`;
    expect(late.status).toBe(isRewritten ? 409 : 201);
    const { rows } = await owner.query<{ hash: string }>(
      `select v.hash from task t join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
       where t.document_id = $1`,
      [document.id],
    );
    for (const given of rows) expect(given.hash).toBe(hash);
  });
});
