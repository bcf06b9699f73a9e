import type {
  Document,
  DocumentId,
  NotebookSummary,
  Page,
  ReadMarks,
  Review,
  ReviewId,
  ReviewQueue,
  StandIn,
  StandIns,
  UnsentComment,
  Version,
} from '@common-ground/contract';
import { startApi, type ApiClient, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  comment,
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  refusal,
  sheet,
  submit,
  write,
  type Cast,
  type People,
} from './acts';

/** Martha supervises Elena and Jonas; Jonas supervises as well, and stands in for her with Elena. */
describe('while a supervisor is away', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let torres: People;
  let jonas: ApiClient;
  let martha: string;
  let elena: string;
  let jonasId: string;
  let today: string;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    jonas = cast['other-therapist'];
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    [martha = '', elena = '', jonasId = ''] = await Promise.all(
      [cast.supervisor, cast.therapist, jonas].map(idOf),
    );
    today = await day(0);
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });
  beforeEach(async () => {
    await owner.query('delete from stand_in');
    await owner.query(`delete from staff_role where person_id = $1 and role = 'supervisor'`, [jonasId]);
    await supervises(jonasId);
  });

  const day = async (from: number): Promise<string> =>
    String(
      (
        await owner.query<{ day: string }>(
          `select ((now() at time zone time_zone)::date + $1::int)::text as day from practice where name like 'Lakeside%'`,
          [from],
        )
      ).rows[0]?.day,
    );
  const supervises = async (personId: string): Promise<void> => {
    await owner.query(
      `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from person where id = $1`,
      [personId],
    );
  };
  const name = (body: object = {}): ReturnType<typeof cast.supervisor.post<StandIn>> =>
    cast.supervisor.post<StandIn>('/api/stand-ins', {
      personId: jonasId,
      fromOn: today,
      untilOn: today,
      ...body,
    });
  const sent = async (title: string): Promise<{ id: DocumentId; review: ReviewId }> => {
    const { id } = await write(cast.therapist, torres.id, title, sheet(title));
    return { id, review: await submit(cast.therapist, cast.supervisor, id) };
  };
  const waiting = async (who: ApiClient): Promise<ReviewQueue['items']> =>
    (await done(who.get<ReviewQueue>('/api/reviews?limit=100'))).items;
  const sees = async (who: ApiClient, id: ReviewId): Promise<boolean> =>
    (await waiting(who)).some((one) => one.id === id);
  const statuses = async (
    who: ApiClient,
    { id, review }: { id: DocumentId; review: ReviewId },
  ): Promise<number[]> =>
    (await Promise.all([who.get(`/api/reviews/${review}`), who.get(`/api/documents/${id}`)])).map(
      ({ status }) => status,
    );

  it('they say who stands in, from when until when, and take it back', async () => {
    const fault = async (body: object): Promise<unknown> => (await refusal(name(body))).errors?.[0];
    expect(await fault({ personId: martha })).toMatchObject({ path: 'personId', code: 'not-a-supervisor' });
    expect(await fault({ personId: elena })).toMatchObject({ path: 'personId', code: 'not-a-supervisor' });
    expect(await fault({ fromOn: await day(-1) })).toMatchObject({ path: 'fromOn', code: 'day-is-past' });
    expect(await fault({ untilOn: await day(-1) })).toMatchObject({
      path: 'untilOn',
      code: 'before-it-begins',
    });
    expect(await fault({ therapistIds: [jonasId] })).toMatchObject({
      path: 'therapistIds',
      code: 'same-person',
    });
    expect(await fault({ therapistIds: [martha] })).toMatchObject({
      path: 'therapistIds',
      code: 'not-supervised',
    });
    const later = { fromOn: await day(3), untilOn: await day(9), therapistIds: [elena] };
    const made = await done(name(later));
    expect(made).toMatchObject({
      supervisor: { id: martha },
      person: { id: jonasId },
      therapists: [{ id: elena, displayName: 'Elena Ruiz' }],
      state: 'to-come',
      may: { change: true },
    });
    expect(await refusal(name(later))).toMatchObject({ status: 409, code: 'stands-in-already' });
    const mine = await done(cast.supervisor.get<StandIns>('/api/stand-ins'));
    expect(mine.items).toEqual([made]);
    expect(made.before).toEqual([]);
    expect(mine.colleagues.map(({ id }) => id)).toEqual([jonasId]);
    expect(mine.therapists.map(({ id }) => id)).toEqual([elena, jonasId]);
    // Whoever stands in reads it, and does not change it.
    const theirs = await done(jonas.get<StandIns>('/api/stand-ins'));
    expect(theirs.items).toMatchObject([{ id: made.id, may: { change: false } }]);
    const path = `/api/stand-ins/${made.id}`;
    expect((await jonas.put(path, { untilOn: later.untilOn })).status).toBe(403);
    expect((await jonas.post(`${path}/end`)).status).toBe(403);
    expect(
      await Promise.all(
        [cast.therapist, cast.admin].map(async (who) => (await who.get('/api/stand-ins')).status),
      ),
    ).toEqual([403, 403]);
    expect((await cast.therapist.post(`${path}/end`)).status).toBe(404);

    const changed = await done(cast.supervisor.put<StandIn>(path, { untilOn: later.fromOn }));
    expect(changed).toMatchObject({ therapists: null, fromOn: later.fromOn, untilOn: later.fromOn });
    expect((await refusal(cast.supervisor.put(path, { untilOn: await day(2) }))).errors?.[0]).toMatchObject({
      code: 'day-is-past',
    });
    expect(await done(cast.supervisor.post<StandIn>(`${path}/end`))).toMatchObject({
      state: 'ended',
      may: { change: false },
    });
    // What is over stays as it was, and the same is said anew.
    expect((await cast.supervisor.put(path, { untilOn: later.untilOn })).status).toBe(403);
    await done(name(later));
  });

  it('the other one sees what waits and decides it, on these days and no longer', async () => {
    const waits = await sent('While she is away');
    expect([await sees(jonas, waits.review), await statuses(jonas, waits)]).toEqual([false, [404, 404]]);
    const made = await done(name({ untilOn: await day(4), therapistIds: [elena] }));
    const [line] = (await waiting(jonas)).filter(({ id }) => id === waits.review);
    expect(line).toMatchObject({ to: { id: martha }, standsInUntilOn: made.untilOn, from: { id: elena } });
    expect(await statuses(jonas, waits)).toEqual([200, 200]);
    expect(
      (await waiting(cast.supervisor)).find(({ id }) => id === waits.review)?.standsInUntilOn,
    ).toBeNull();
    const review = await done(jonas.get<Review>(`/api/reviews/${waits.review}`));
    expect(review.may).toEqual({ comment: true, decide: true, reply: false, takeOff: false });
    // Nothing else of the family, and none of the notebooks of the two.
    expect((await jonas.get(`/api/families/${torres.id}`)).status).toBe(404);
    const { items: notebooks } = await done(jonas.get<Page<NotebookSummary>>('/api/notebooks'));
    expect(notebooks.filter(({ therapist }) => therapist.id === elena)).toEqual([]);
    // What one of them notes while reading stays with that one.
    await comment(cast.supervisor, waits.review, 'Of Martha, not sent');
    await done(
      cast.supervisor.put<ReadMarks>(`/api/reviews/${waits.review}/read-marks`, {
        blockId: 'words',
        read: true,
      }),
    );
    await comment(jonas, waits.review, 'Of Jonas, sent');
    expect(await done(jonas.get<Review>(`/api/reviews/${waits.review}`))).toMatchObject({
      comments: [{ text: 'Of Jonas, sent' }],
      read: [],
    });
    const asked = await done(cast.therapist.get<Document>(`/api/documents/${waits.id}`));
    expect(asked.review?.standIns).toEqual([
      { id: jonasId, displayName: 'Jonas Weber', untilOn: made.untilOn },
    ]);
    expect(asked.supervision.flatMap(({ standIns }) => standIns)).toHaveLength(1);

    await done(cast.supervisor.post(`/api/stand-ins/${made.id}/end`));
    expect([await sees(jonas, waits.review), await statuses(jonas, waits)]).toEqual([false, [404, 404]]);
    expect((await decideAs(jonas, review)).status).toBe(404);
    await done(name());
    await owner.query(`update stand_in set from_on = from_on + 1, until_on = until_on + 1`);
    expect(await statuses(jonas, waits)).toEqual([404, 404]);
    await owner.query(`update stand_in set from_on = from_on - 1, until_on = until_on - 1`);
    expect(await statuses(jonas, waits)).toEqual([200, 200]);
    // A role that ended ends it for either of them.
    await owner.query(`update staff_role set ended_at = now() where person_id = $1 and role = 'supervisor'`, [
      martha,
    ]);
    expect(await statuses(jonas, waits)).toEqual([404, 404]);
    await supervises(martha);

    await owner.query(`update staff set credentials = 'LMFT' where person_id = $1`, [jonasId]);
    await decide(jonas, waits.review, 'approve', 'Yes, for Martha');
    const approved = await done(cast.therapist.get<Document>(`/api/documents/${waits.id}`));
    expect(approved).toMatchObject({
      state: 'approved',
      approval: { by: { id: jonasId } },
      review: { supervisor: { id: martha }, decidedBy: { id: jonasId }, standIns: [] },
      version: {
        signatures: [{ name: 'Jonas Weber', credentials: 'LMFT', forName: 'Martha Okafor', act: 'approve' }],
      },
      may: { share: true },
    });
    const read = await done(cast.therapist.get<Review>(`/api/reviews/${waits.review}`));
    expect(read.comments.map(({ text }) => text)).toEqual(['Of Jonas, sent']);
    const readers = await owner.query<{ subjects: string[] }>(
      `select subject_ids as subjects from audit where actor_id = $1 and document_id = $2 and action = 'reviews.read'`,
      [elena, waits.id],
    );
    expect(readers.rows.map(({ subjects }) => [...subjects].sort())).toEqual([[martha, jonasId].sort()]);
    // She who comes back reads what was decided in her name, and for whom.
    expect(await done(cast.supervisor.get<Review>(`/api/reviews/${waits.review}`))).toMatchObject({
      summary: 'Yes, for Martha',
      verdicts: [{ verdict: 'approve', name: 'Jonas Weber', forName: 'Martha Okafor' }],
    });
    const { rows } = await owner.query<{ because: string }>(
      `select distinct because from audit where actor_id = $1 and document_id = $2`,
      [jonasId, waits.id],
    );
    expect(rows.map(({ because }) => because).sort()).toEqual(['reads-as-reviewer', 'stands-in']);
  });

  it('what could not be sent in time stays with whoever wrote it, who copies it or throws it away', async () => {
    const waits = await sent('Not in time');
    const made = await done(name());
    await comment(jonas, waits.review, 'Of Jonas, too late');
    const unsent = async (who: ApiClient): Promise<readonly UnsentComment[]> =>
      (await done(who.get<Page<UnsentComment>>('/api/me/unsent-comments'))).items.filter(
        ({ text }) => text === 'Of Jonas, too late',
      );
    // While it can be sent it stands in the review alone.
    expect(await unsent(jonas)).toEqual([]);
    await done(cast.supervisor.post(`/api/stand-ins/${made.id}/end`));
    const [left, ...others] = await unsent(jonas);
    expect([left?.text, others]).toEqual(['Of Jonas, too late', []]);
    for (const who of [cast.supervisor, cast.therapist, cast.admin]) {
      expect(await unsent(who)).toEqual([]);
      await done(who.post('/api/me/unsent-comments/discard', { ids: [left?.id] }));
    }
    expect((await cast.mother.get('/api/me/unsent-comments')).status).toBe(403);
    expect(await refusal(jonas.post('/api/me/unsent-comments/discard', { ids: ['x'] }))).toMatchObject({
      errors: [{ path: expect.stringContaining('ids') as string }],
    });
    // Standing in once more, he finds it where he wrote it; sent by him it is, and by nobody else.
    await done(name());
    const seen = await done(jonas.get<Review>(`/api/reviews/${waits.review}`));
    expect([seen.comments.map(({ text }) => text), await unsent(jonas)]).toEqual([
      ['Of Jonas, too late'],
      [],
    ]);
    await done(jonas.post('/api/me/unsent-comments/discard', { ids: [left?.id] }));
    expect((await done(jonas.get<Review>(`/api/reviews/${waits.review}`))).comments).toHaveLength(1);
    // She decides meanwhile: there is nothing left to send it with.
    await decide(cast.supervisor, waits.review, 'ask-for-changes', 'Mine');
    expect(await unsent(jonas)).toHaveLength(1);
    await done(jonas.post('/api/me/unsent-comments/discard', { ids: [left?.id] }));
    expect(await unsent(jonas)).toEqual([]);
    const again = await submit(cast.therapist, cast.supervisor, waits.id);
    await decide(jonas, again, 'approve');
    expect((await done(cast.therapist.get<Review>(`/api/reviews/${again}`))).comments).toEqual([]);
  });

  it('what is thrown away takes with it what its author said in answer to it', async () => {
    const waits = await sent('Thrown away');
    const made = await done(name());
    await comment(jonas, waits.review, 'Thrown away first');
    const [first] = (await done(jonas.get<Review>(`/api/reviews/${waits.review}`))).comments;
    if (first === undefined) throw new Error('Nothing was said.');
    const { id: replyTo, blockId, quote, prefix, suffix } = first;
    for (const text of ['In answer to it', 'And once more'])
      await done(
        jonas.post(`/api/reviews/${waits.review}/comments`, {
          ...{ blockId, quote, prefix, suffix, text, replyTo },
        }),
      );
    await comment(jonas, waits.review, 'For itself');
    await done(cast.supervisor.post(`/api/stand-ins/${made.id}/end`));
    await done(jonas.post('/api/me/unsent-comments/discard', { ids: [replyTo] }));
    await done(name());
    await decide(jonas, waits.review, 'ask-for-changes', 'For Martha');
    const read = await done(cast.therapist.get<Review>(`/api/reviews/${waits.review}`));
    expect(read.comments.map(({ text }) => text)).toEqual(['For itself']);
  });

  it('whoever is away may decide as well, and signs for themselves', async () => {
    await done(name());
    const waits = await sent('She looks in');
    await decide(cast.supervisor, waits.review, 'approve');
    const { version } = await done(cast.therapist.get<Document>(`/api/documents/${waits.id}`));
    expect((version as Version | null)?.signatures).toMatchObject([{ name: 'Martha Okafor', forName: null }]);
  });

  it('of some pairs alone where that was said, and never one’s own', async () => {
    await done(name());
    const lindqvist = await familyNamed(jonas, 'Lindqvist family');
    const own = await write(jonas, lindqvist.id, 'My own', sheet());
    const review = await submit(jonas, cast.supervisor, own.id);
    expect(await done(jonas.get<Review>(`/api/reviews/${review}`))).toMatchObject({
      standsInUntilOn: null,
      may: { decide: false },
    });
    const { items } = await done(jonas.get<ReviewQueue>('/api/reviews?side=to-judge'));
    expect(items.filter(({ id }) => id === review)).toEqual([]);
    // A text of Elena’s of which he has written a part is his own as well.
    const waits = await sent('Written by both');
    await owner.query(
      `insert into document_draft_history (practice_id, document_id, revision, family_id, author_id, title, content, written_by)
       select practice_id, document_id, 99, family_id, author_id, title, content, $2 from document_draft where document_id = $1`,
      [waits.id, jonasId],
    );
    const seen = await done(jonas.get<Review>(`/api/reviews/${waits.review}`));
    expect(seen.may.decide).toBe(false);
    expect((await decideAs(jonas, seen)).status).toBe(403);
    await owner.query('update stand_in set therapist_ids = $1', [[martha]]);
    expect(await statuses(jonas, waits)).toEqual([404, 404]);
  });

  it('it is not passed on', async () => {
    const waits = await sent('Not passed on');
    const priya = await idOf(cast.admin);
    await supervises(priya);
    await done(name());
    await done(jonas.post('/api/stand-ins', { personId: priya, fromOn: today, untilOn: today }));
    expect([await sees(jonas, waits.review), await sees(cast.admin, waits.review)]).toEqual([true, false]);
    expect(await statuses(cast.admin, waits)).toEqual([404, 404]);
    await owner.query(`delete from staff_role where person_id = $1 and role = 'supervisor'`, [priya]);
  });

  it('two signatures stay those of two people', async () => {
    await owner.query(
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
       select practice_id, gen_random_uuid(), $1, $2, 'may-read', '2026-01-01' from person where id = $1`,
      [jonasId, elena],
    );
    await owner.query(
      `update supervision set strength = 'must-approve-and-co-sign', co_signer_id = $1, co_signed_kinds = '{worksheet}'
       where supervisor_id = $2 and therapist_id = $3`,
      [jonasId, martha, elena],
    );
    // Who is to sign second does not stand in for the first signature.
    await done(name());
    const waits = await sent('For two signatures');
    const first = await done(jonas.get<Review>(`/api/reviews/${waits.review}`));
    expect(first.may).toEqual({ comment: false, decide: false, reply: false, takeOff: false });
    expect(first.notebookId).toBeNull();
    expect((await decideAs(jonas, first)).status).toBe(403);
    await decide(cast.supervisor, waits.review, 'approve');
    // And who gave the first does not give the second for a signer who is away.
    await owner.query('delete from stand_in');
    await done(jonas.post('/api/stand-ins', { personId: martha, fromOn: today, untilOn: today }));
    const narrowed = await done(cast.supervisor.get<ReviewQueue>('/api/reviews?act=co-sign'));
    const [second, ...others] = narrowed.items;
    expect([second?.act, others]).toEqual(['co-sign', []]);
    const asked = await done(cast.supervisor.get<Review>(`/api/reviews/${String(second?.id)}`));
    expect(asked).toMatchObject({
      to: { id: jonasId },
      may: { comment: false, decide: false, reply: false, takeOff: false },
    });
    expect((await decideAs(cast.supervisor, asked)).status).toBe(403);
    const byHand = owner.query(
      `update review set state = 'decided', verdict = 'approve', decided_at = now(), decided_by = $2, version_hash = $3
       where id = $1`,
      [asked.id, martha, asked.version.hash],
    );
    await expect(byHand).rejects.toMatchObject({ code: '42501' });
    await decide(jonas, asked.id, 'approve');
    const { version } = await done(cast.therapist.get<Document>(`/api/documents/${waits.id}`));
    expect(version?.signatures.map(({ act, name: by }) => [act, by])).toEqual([
      ['approve', 'Martha Okafor'],
      ['co-sign', 'Jonas Weber'],
    ]);
  });

  it('a version that is sent again is signed by both again, whoever approved it before', async () => {
    const look = (id: DocumentId): Promise<Document> =>
      done(cast.therapist.get<Document>(`/api/documents/${id}`));
    const anew = async (id: DocumentId, judge: ApiClient): Promise<void> => {
      await decide(judge, await submit(cast.therapist, judge, id), 'approve');
    };
    const reopen = (id: DocumentId): Promise<unknown> =>
      done(cast.therapist.post(`/api/documents/${id}/reopen`));
    const pairs = (set: string): Promise<unknown> =>
      owner.query(`update supervision set ${set} where supervisor_id = $1 and therapist_id = $2`, [
        martha,
        elena,
      ]);
    await pairs(`strength = 'must-approve', co_signer_id = null, co_signed_kinds = '{}'`);
    const { id } = await write(cast.therapist, torres.id, 'Sent again', sheet());
    await anew(id, jonas);
    await reopen(id);
    await pairs(
      `strength = 'must-approve-and-co-sign', co_signer_id = '${jonasId}', co_signed_kinds = '{worksheet}'`,
    );
    await anew(id, cast.supervisor);
    await decide(jonas, (await look(id)).review?.id as ReviewId, 'approve');
    expect(await look(id)).toMatchObject({ state: 'approved', approvedVersion: { coSignerMissing: null } });
    await reopen(id);
    await anew(id, cast.supervisor);
    expect(await look(id)).toMatchObject({
      state: 'submitted',
      approvedVersion: { coSignerMissing: { id: jonasId } },
      may: { share: false },
    });
  });

  it('those that are over are told to both, page by page, the one that ended last first', async () => {
    await owner.query(
      `insert into stand_in (practice_id, id, supervisor_id, person_id, from_on, until_on)
       select practice_id, gen_random_uuid(), $1, $2, current_date - 100 - n, current_date - 90 - (n / 2)
       from person, generate_series(1, 5) n where id = $1`,
      [martha, jonasId],
    );
    const runs = await done(name({ untilOn: await day(2) }));
    const calledOff = await done(name({ fromOn: await day(5), untilOn: await day(9) }));
    await done(cast.supervisor.post(`/api/stand-ins/${calledOff.id}/end`));
    expect((await done(cast.supervisor.get<StandIns>('/api/stand-ins'))).items.map(({ id }) => id)).toEqual([
      runs.id,
    ]);
    for (const who of [cast.supervisor, jonas]) {
      const found: StandIn[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page: Page<StandIn> = await done(
          who.get<Page<StandIn>>(`/api/stand-ins/ended?limit=2${after}`),
        );
        expect(page.items.length).toBeLessThanOrEqual(2);
        found.push(...page.items);
        cursor = page.next;
      }
      expect(found.map(({ state, may }) => [state, may.change])).toEqual(
        Array.from({ length: 6 }, () => ['ended', false]),
      );
      expect(new Set(found.map(({ id }) => id)).size).toBe(6);
      expect(found[0]?.id).toBe(calledOff.id);
      expect(found.map(({ untilOn }) => untilOn)).toEqual(
        found
          .map(({ untilOn }) => untilOn)
          .sort()
          .reverse(),
      );
    }
    const { next } = await done(cast.supervisor.get<Page<StandIn>>('/api/stand-ins/ended?limit=2'));
    expect((await jonas.get(`/api/stand-ins/ended?cursor=${next ?? ''}`)).status).toBe(400);
    for (const who of [cast.therapist, cast.admin, cast.mother])
      expect((await who.get('/api/stand-ins/ended')).status).toBe(403);
  });

  it('it ends also where one of those it was for is supervised no more, and the records say what was changed', async () => {
    const made = await done(name({ untilOn: await day(4), therapistIds: [elena] }));
    const path = `/api/stand-ins/${made.id}`;
    await done(cast.supervisor.put<StandIn>(path, { untilOn: await day(3), therapistIds: [elena] }));
    await owner.query(
      `update supervision set until_on = from_on where supervisor_id = $1 and therapist_id = $2`,
      [martha, elena],
    );
    expect(await done(cast.supervisor.post<StandIn>(`${path}/end`))).toMatchObject({ state: 'ended' });
    const { rows } = await owner.query<{ fields: string[] }>(
      `select fields from audit where actor_id = $1 and action = 'stand-ins.change' order by at desc limit 2`,
      [martha],
    );
    expect(rows.map(({ fields }) => fields)).toEqual([['untilOn'], ['untilOn', 'therapistIds']]);
    // And what it was before each change stays with it.
    const { items } = await done(cast.supervisor.get<Page<StandIn>>('/api/stand-ins/ended'));
    const changedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u) as string;
    expect(items.find(({ id }) => id === made.id)?.before).toEqual([
      { untilOn: await day(4), therapists: [{ id: elena, displayName: 'Elena Ruiz' }], changedAt },
      { untilOn: await day(3), therapists: [{ id: elena, displayName: 'Elena Ruiz' }], changedAt },
    ]);
    await owner.query(`update stand_in set before = '[]'`);
    expect((await owner.query(`select jsonb_array_length(before) as n from stand_in`)).rows).toEqual([
      { n: 2 },
    ]);
  });

  const decideAs = (who: ApiClient, { id, version }: Review): Promise<{ status: number }> =>
    who.post(`/api/reviews/${id}/decision`, { verdict: 'approve', summary: '', versionHash: version.hash });
});
