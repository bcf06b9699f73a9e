import { setTimeout as pause } from 'node:timers/promises';
import type {
  Document,
  DocumentId,
  Review,
  ReviewId,
  SharePreview,
  Supervision,
} from '@common-ground/contract';
import { startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  refusal,
  sheet,
  submit,
  write,
  writeKind,
} from './acts';
import type { Cast, People } from './acts';

const ROUNDS = Array.from({ length: 10 }, (_, index) => index + 1);

describe('where a pair asks for two signatures', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let watcher: Client;
  let jonas: ApiClient;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    jonas = cast['other-therapist'];
    owner = new Client({ connectionString: api.database.ownerUrl });
    watcher = new Client({ connectionString: api.database.ownerUrl });
    await Promise.all([owner.connect(), watcher.connect()]);
    const [martha, elena, jonasId] = await Promise.all([cast.supervisor, cast.therapist, jonas].map(idOf));
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [jonasId],
    );
    await owner.query('delete from supervision where therapist_id = $1', [elena]);
    const today = (
      await owner.query<{ day: string }>(`select (now() at time zone time_zone)::date::text as day
      from practice where name = 'Lakeside Recovery Center'`)
    ).rows[0]?.day;
    const pair = (body: object): ReturnType<typeof cast.admin.post<Supervision>> =>
      cast.admin.post<Supervision>('/api/supervisions', { therapistId: elena, fromOn: today, ...body });
    const asked = {
      supervisorId: martha,
      strength: 'must-approve-and-co-sign',
      coSignedKinds: ['worksheet'],
    };
    const fault = async (body: object): Promise<unknown> => (await refusal(pair(body))).errors?.[0];
    // Whoever signs second is named, is somebody else, and supervises the therapist as well.
    expect(await fault(asked)).toMatchObject({ path: 'coSignerId' });
    expect(await fault({ ...asked, coSignerId: martha })).toMatchObject({
      path: 'coSignerId',
      code: 'same-person',
    });
    expect(await fault({ ...asked, coSignerId: jonasId })).toMatchObject({ code: 'not-a-supervisor' });
    await done(pair({ supervisorId: jonasId, strength: 'may-read' }));
    const made = await done(pair({ ...asked, coSignerId: jonasId }));
    expect(made).toMatchObject({ coSigner: { id: jonasId }, coSignedKinds: ['worksheet'] });
  });
  afterAll(async () => {
    await Promise.all([owner.end(), watcher.end()]);
    await api.stop();
  });

  const look = (id: DocumentId): Promise<Document> =>
    done(cast.therapist.get<Document>(`/api/documents/${id}`));
  const preview = (id: DocumentId): Promise<SharePreview> =>
    done(cast.therapist.post<SharePreview>(`/api/documents/${id}/shares/preview`));
  const give = (id: DocumentId): Promise<{ status: number }> =>
    cast.therapist.post(`/api/documents/${id}/shares`, { memberIds: [memberIn(torres, 'mother')] });
  /** Approved by the first signer; the review of the second one. */
  async function approvedOnce(title: string): Promise<{ id: DocumentId; first: ReviewId; second: ReviewId }> {
    const { id } = await write(cast.therapist, torres.id, title, sheet(title));
    const first = await submit(cast.therapist, cast.supervisor, id);
    await decide(cast.supervisor, first, 'approve');
    return { id, first, second: (await look(id)).review?.id as ReviewId };
  }
  const verdict = async (who: ApiClient, id: ReviewId, versionHash: string): Promise<number> =>
    (await who.post(`/api/reviews/${id}/decision`, { verdict: 'approve', summary: '', versionHash })).status;

  it('nothing is shared before both have signed, and everybody is told who is missing', async () => {
    const { id, second } = await approvedOnce('Signed twice');
    const waiting = await look(id);
    expect(waiting).toMatchObject({
      state: 'submitted',
      review: { act: 'co-sign', state: 'waiting', supervisor: { id: await idOf(jonas) } },
      approvedVersion: { coSignerMissing: { id: await idOf(jonas) } },
      may: { share: false },
    });
    expect(await preview(id)).toMatchObject({
      heldBecause: 'needs-co-signature',
      coSignerMissing: { id: await idOf(jonas) },
      may: { share: false },
    });
    expect((await give(id)).status).toBe(409);
    const read = await done(jonas.get<Review>(`/api/reviews/${second}`));
    expect(read).toMatchObject({
      act: 'co-sign',
      version: { signatures: [{ act: 'approve', name: 'Martha Okafor' }] },
    });
    await decide(jonas, second, 'approve');
    const signed = await look(id);
    expect(signed).toMatchObject({ state: 'approved', approvedVersion: { coSignerMissing: null } });
    expect(signed.version?.signatures.map(({ act }) => act)).toEqual(['approve', 'co-sign']);
    expect((await give(id)).status).toBe(201);
  });

  it('the first signer cannot give the second signature, nor the therapist either of them', async () => {
    const { id, first, second } = await approvedOnce('Not by oneself');
    const hash = (await look(id)).version?.hash ?? '';
    expect(await verdict(cast.supervisor, second, hash)).toBe(404);
    expect(await verdict(cast.supervisor, first, hash)).toBe(409);
    expect(await verdict(cast.therapist, second, hash)).toBe(403);
    expect((await look(id)).state).toBe('submitted');
  });

  it('a second signer who asks for changes sends it back, and the first signature holds no more', async () => {
    const { id, second } = await approvedOnce('Sent back by the second');
    await decide(jonas, second, 'ask-for-changes', 'One more thing');
    expect(await look(id)).toMatchObject({ state: 'returned', approvedVersion: null, may: { share: false } });
  });

  it('taken back in between, the first signature alone lets nobody share', async () => {
    const { id, second } = await approvedOnce('Taken back in between');
    const hash = (await look(id)).version?.hash ?? '';
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    expect(await verdict(jonas, second, hash)).not.toBe(200);
    expect((await look(id)).may.share).toBe(false);
    expect((await give(id)).status).toBe(409);
  });

  it('documents of other kinds need one', async () => {
    const { id } = await writeKind(cast.therapist, torres.id, 'One signature', 'hard-week', {});
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
    expect(await look(id)).toMatchObject({ state: 'approved', approvedVersion: { coSignerMissing: null } });
  });

  it.each(ROUNDS)(
    'both signers at once, and twice each, leave one signature of each on one text (%i)',
    async (round) => {
      const { id } = await write(cast.therapist, torres.id, `At once ${round}`, sheet());
      const first = await submit(cast.therapist, cast.supervisor, id);
      const hash = (await look(id)).version?.hash ?? '';
      await owner.query('begin');
      await owner.query('select from document where id = $1 for update', [id]);
      const tried = Promise.all([
        verdict(cast.supervisor, first, hash),
        verdict(cast.supervisor, first, hash),
      ]);
      const queued = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      for (let tries = 0; tries < 200 && ((await watcher.query(queued)).rowCount ?? 0) < 2; tries += 1)
        await pause(5);
      await owner.query('commit');
      expect((await tried).sort()).toEqual([200, 409]);
      const second = (await look(id)).review?.id as ReviewId;
      const both = await Promise.all([verdict(jonas, second, hash), verdict(jonas, second, hash)]);
      expect(both.sort()).toEqual([200, 409]);
      const { state, version } = await look(id);
      expect([state, version?.signatures.map(({ act }) => act)]).toEqual([
        'approved',
        ['approve', 'co-sign'],
      ]);
    },
  );
});
