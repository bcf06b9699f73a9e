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

/** What most families find hard to read. */
const HARD = 'Interpersonal accommodation necessitates considerable motivational reconsideration. '.repeat(
  30,
);

describe('where a pair asks for two signatures', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let jonas: ApiClient;
  let marthas: Supervision;
  let today: string;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    jonas = cast['other-therapist'];
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const [martha, elena, jonasId] = await Promise.all([cast.supervisor, cast.therapist, jonas].map(idOf));
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [jonasId],
    );
    await owner.query(`update supervision set until_on = from_on where therapist_id = $1`, [elena]);
    today = (
      await owner.query<{ day: string }>(`select (now() at time zone time_zone)::date::text as day
      from practice where name = 'Lakeside Recovery Center'`)
    ).rows[0]?.day as string;
    const pair = (body: object): ReturnType<typeof cast.admin.post<Supervision>> => pairOf(elena, body);
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
    // Who supervises only later could not read it on the first day.
    const later = await done(pair({ supervisorId: jonasId, strength: 'may-read', fromOn: '2999-01-01' }));
    expect(await fault({ ...asked, coSignerId: jonasId })).toMatchObject({ code: 'not-a-supervisor' });
    await end(later);
    await done(pair({ supervisorId: jonasId, strength: 'may-read' }));
    const made = await done(pair({ ...asked, coSignerId: jonasId }));
    expect(made).toMatchObject({ coSigner: { id: jonasId }, coSignedKinds: ['worksheet'] });
    marthas = made;
    coSignerId = jonasId as string;
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const pairOf = (therapistId: string | undefined, body: object) =>
    cast.admin.post<Supervision>('/api/supervisions', { therapistId, fromOn: today, ...body });
  const end = ({ id }: Supervision): Promise<Supervision> =>
    done(cast.admin.post<Supervision>(`/api/supervisions/${id}/end`, {}));
  /** Martha’s pair ends at once, and the same two are paired as they are told; today, as it was. */
  async function anew(body: object): Promise<Supervision> {
    await end(marthas);
    marthas = await done(pairOf(marthas.therapist.id, { supervisorId: marthas.supervisor.id, ...body }));
    return marthas;
  }
  const asBefore = (): Promise<Supervision> =>
    anew({
      strength: 'must-approve-and-co-sign',
      coSignerId,
      coSignedKinds: ['worksheet'],
    });
  let coSignerId: string;
  const look = (id: DocumentId): Promise<Document> =>
    done(cast.therapist.get<Document>(`/api/documents/${id}`));
  const preview = (id: DocumentId): Promise<SharePreview> =>
    done(cast.therapist.post<SharePreview>(`/api/documents/${id}/shares/preview`));
  const give = (id: DocumentId): Promise<{ status: number }> =>
    cast.therapist.post(`/api/documents/${id}/shares`, { memberIds: [memberIn(torres, 'mother')] });
  /** Approved by the first signer; the review of the second one. */
  async function approvedOnce(
    title: string,
    words = title,
  ): Promise<{ id: DocumentId; first: ReviewId; second: ReviewId }> {
    const { id } = await write(cast.therapist, torres.id, title, sheet(words));
    const first = await submit(cast.therapist, cast.supervisor, id);
    await decide(cast.supervisor, first, 'approve');
    return { id, first, second: (await look(id)).review?.id as ReviewId };
  }
  const verdict = async (who: ApiClient, id: ReviewId, versionHash: string): Promise<number> =>
    (await who.post(`/api/reviews/${id}/decision`, { verdict: 'approve', summary: '', versionHash })).status;

  it('nothing is shared before both have signed, and everybody is told who is missing', async () => {
    const { id, first, second } = await approvedOnce('Signed twice', HARD);
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
    const [one, other] = await Promise.all([
      done(cast.supervisor.get<Review>(`/api/reviews/${first}`)),
      done(jonas.get<Review>(`/api/reviews/${second}`)),
    ]);
    expect(other.risks).toEqual(one.risks);
    expect(other.risks).toEqual(['hard-to-read']);
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

  it('a second signer of a later round compares with what they judged, and not with what the first one did', async () => {
    const { id } = await write(cast.therapist, torres.id, 'A later round', sheet());
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'ask-for-changes', 'No');
    const signedAgain = async (): Promise<Review> => {
      await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
      return done(jonas.get<Review>(`/api/reviews/${(await look(id)).review?.id ?? ''}`));
    };
    const first = await signedAgain();
    expect(first).toMatchObject({ act: 'co-sign', round: 2, changes: null });
    await decide(jonas, first.id, 'ask-for-changes', 'One more thing');
    expect(await signedAgain()).toMatchObject({ act: 'co-sign', changes: [] });
  });

  it('taken back in between, the first signature alone lets nobody share', async () => {
    const { id, second } = await approvedOnce('Taken back in between');
    const hash = (await look(id)).version?.hash ?? '';
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    expect(await verdict(jonas, second, hash)).not.toBe(200);
    expect((await look(id)).may.share).toBe(false);
    expect((await give(id)).status).toBe(409);
  });

  it('the pair under which it was approved says what is missing, also when the two are paired anew that day', async () => {
    const { id } = await approvedOnce('Paired anew');
    await anew({ strength: 'must-approve' });
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    expect(await look(id)).toMatchObject({
      approvedVersion: { coSignerMissing: { id: coSignerId } },
      may: { share: false },
    });
    expect((await give(id)).status).toBe(409);
    const { id: other } = await write(cast.therapist, torres.id, 'Signed once today', sheet());
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, other), 'approve');
    expect(await look(other)).toMatchObject({
      state: 'approved',
      approvedVersion: { coSignerMissing: null },
    });
    // One that was given stays given when its pair ends at once.
    await owner.query(`update practice set every_therapist_needs_review = true`);
    await end(marthas);
    expect((await look(other)).may.share).toBe(true);
    await owner.query(`update practice set every_therapist_needs_review = false`);
    await asBefore();
  });

  it('a signature that its own signer took back by asking for changes is asked for anew', async () => {
    const { id, second } = await approvedOnce('Signed, then not');
    await decide(jonas, second, 'approve');
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
    await decide(jonas, (await look(id)).review?.id as ReviewId, 'ask-for-changes', 'On second thought');
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
    expect(await look(id)).toMatchObject({ approvedVersion: { coSignerMissing: { id: coSignerId } } });
    await done(cast.therapist.post(`/api/documents/${id}/reopen`));
    expect((await give(id)).status).toBe(409);
  });

  it('nobody chooses the supervisor whose approval would be signed by one', async () => {
    const { id } = await write(cast.therapist, torres.id, 'The easier way', sheet());
    const { supervision } = await look(id);
    expect(supervision.map((one) => one.id)).toEqual([marthas.supervisor.id]);
    const asked = cast.therapist.post(`/api/documents/${id}/submit`, { supervisorId: coSignerId, note: '' });
    expect(await refusal(asked)).toMatchObject({ status: 409, code: 'needs-two-signatures' });
    const { id: plan } = await writeKind(cast.therapist, torres.id, 'Read along', 'hard-week', {});
    await submit(cast.therapist, jonas, plan);
  });

  it('an approval that was given where one was enough counts no more once two are asked for', async () => {
    await anew({ strength: 'must-approve' });
    const { id } = await write(cast.therapist, torres.id, 'Approved before', sheet());
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
    expect((await look(id)).may.share).toBe(true);
    await asBefore();
    expect((await look(id)).approvedVersion).toBeNull();
    expect((await give(id)).status).toBe(409);
  });

  it('nobody is asked to sign what they could not read', async () => {
    const { id } = await write(cast.therapist, torres.id, 'Nobody to sign', sheet());
    const review = await submit(cast.therapist, cast.supervisor, id);
    const hash = (await look(id)).version?.hash ?? '';
    const theirs = `supervisor_id = $1 and strength = 'may-read' and until_on is null`;
    const gone = `update supervision set until_on = $2::date - 1 where ${theirs} returning id`;
    await owner.query(gone, [coSignerId, today]);
    const decision = { verdict: 'approve', summary: '', versionHash: hash };
    const tried = await refusal(cast.supervisor.post(`/api/reviews/${review}/decision`, decision));
    expect(tried).toMatchObject({ status: 409, code: 'co-signer-not-supervising' });
    expect(await look(id)).toMatchObject({ state: 'submitted', review: { state: 'waiting' } });
    await done(pairOf(marthas.therapist.id, { supervisorId: coSignerId, strength: 'may-read' }));
    expect(await verdict(cast.supervisor, review, hash)).toBe(200);
  });

  it('documents of other kinds need one', async () => {
    const { id } = await writeKind(cast.therapist, torres.id, 'One signature', 'hard-week', {});
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
    expect(await look(id)).toMatchObject({ state: 'approved', approvedVersion: { coSignerMissing: null } });
  });
});
