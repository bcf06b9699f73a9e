import type { FamilyId, FamilySession, NotebookSummary, Page, SessionPad } from '@common-ground/contract';
import { startApi, type Answer as Reply, type Persona, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  putAnswer,
  putDraft,
  refusal,
  send,
  share,
  submit,
  taskTitled,
  write,
  type Cast,
} from './acts';

describe('who read what of somebody else', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let ids: { family: FamilyId; document: string; review: string; task: string };

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const torres = await familyNamed(cast.therapist, 'Torres family');
    const { id: document } = await approved(cast, torres.id, 'Accounted for');
    await share(cast.therapist, document, [memberIn(torres, 'mother')]);
    const task = await taskTitled(cast.mother, 'Accounted for');
    await done(putAnswer(cast.mother, task, 'told', 0, 'Mine.'));
    await send(cast.mother, task);
    const waiting = await write(cast.therapist, torres.id, 'Waiting');
    const review = await submit(cast.therapist, cast.supervisor, waiting.id);
    ids = { family: torres.id, document, review, task };
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  /** Rows of one actor about one subject since a moment, as `action: because`. */
  async function traces(actor: Persona, subject: Persona, since: Date): Promise<string[]> {
    const { rows } = await owner.query<{ trace: string }>(
      `select action || ': ' || because as trace from audit
       where actor_id = $1 and $2::uuid = any (subject_ids) and at >= $3 order by at`,
      [await idOf(cast[actor]), await idOf(cast[subject]), since],
    );
    return rows.map(({ trace }) => trace);
  }

  it.each<[string, Persona, Persona, (known: typeof ids) => string, string]>([
    [
      'the therapist reads the mother’s answers',
      'therapist',
      'mother',
      ({ family }) => `/api/families/${family}/responses?limit=100`,
      'responses.read: on-caseload',
    ],
    [
      'the therapist prints them',
      'therapist',
      'mother',
      ({ task }) => `/api/homework/${task}/pdf`,
      'homework.print: on-caseload',
    ],
    [
      'the supervisor reads a review',
      'supervisor',
      'therapist',
      ({ review }) => `/api/reviews/${review}`,
      'reviews.read: supervises-author',
    ],
    [
      'the supervisor reads the worksheet',
      'supervisor',
      'therapist',
      ({ document }) => `/api/documents/${document}`,
      'documents.read: reads-as-reviewer',
    ],
    [
      'the mother reads the worksheet',
      'mother',
      'therapist',
      ({ document }) => `/api/documents/${document}`,
      'documents.read: reads-as-recipient',
    ],
    [
      'the mother prints the worksheet',
      'mother',
      'therapist',
      ({ document }) => `/api/documents/${document}/pdf`,
      'documents.print: reads-as-recipient',
    ],
  ])('is written down when %s', async (_act, actor, subject, path, trace) => {
    const { rows } = await owner.query<{ now: Date }>('select clock_timestamp() as now');
    const since = rows[0]?.now ?? new Date();
    await done(cast[actor].get(path(ids)));
    expect(await traces(actor, subject, since)).toEqual([trace]);
  });

  it('is recorded also when words come with a refusal, because a colleague had written before', async () => {
    const { rows } = await owner.query<{ now: Date }>('select now()');
    const since = rows[0]?.now ?? new Date();
    const colleague = cast['other-therapist'];
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads)
         select f.practice_id, f.id, d.person_id, false from family f, demo_persona d
         where f.id = $1 and d.persona = 'other-therapist'`,
      [ids.family],
    );
    const stale = async (asked: Promise<Reply<unknown>>): Promise<void> => {
      expect(await refusal(asked)).toMatchObject({ status: 412, current: expect.anything() as unknown });
    };

    const draft = await write(cast.therapist, ids.family, 'Written by two');
    await stale(putDraft(colleague, draft.id, '"1"', 'Mine', draft.content));
    expect(await traces('other-therapist', 'therapist', since)).toEqual(['documents.read: reads-as-author']);

    const hour = await done(
      cast.therapist.post<FamilySession>(`/api/families/${ids.family}/sessions`, {
        ...{ format: 'boundary-talk', startsOn: '2027-03-01', startTime: '16:00' },
      }),
    );
    const path = `/api/sessions/${hour.id}`;
    await stale(colleague.put(path, { ...hour.plan, purpose: 'Mine' }, { 'if-match': '"900"' }));
    await done(cast.therapist.post(`${path}/run`));
    const {
      revision,
      savedAt: _at,
      writtenBy: _by,
      ...pad
    } = await done(cast.therapist.get<SessionPad>(`${path}/run/pad`));
    await stale(
      colleague.put(`${path}/run/pad`, { ...pad, problem: 'Mine' }, { 'if-match': `"${revision + 9}"` }),
    );

    const [notebook] = (await done(cast.therapist.get<Page<NotebookSummary>>('/api/notebooks'))).items;
    const notes = `/api/notebooks/${notebook?.id ?? ''}`;
    await done(cast.therapist.put(notes, { goals: 'Hers', themes: '' }, { 'if-match': '"0"' }));
    await stale(cast.supervisor.put(notes, { goals: 'Mine', themes: '' }, { 'if-match': '"0"' }));
    const { rows: read } = await owner.query<{ action: string }>(
      `select action from audit where at >= $1 and action like '%.read%' order by at`,
      [since],
    );
    expect(read.map(({ action }) => action)).toEqual([
      'documents.read',
      'sessions.read',
      'sessions.read-pad',
      'notebooks.read',
    ]);
    await owner.query(
      `delete from caseload c using demo_persona d
      where d.person_id = c.therapist_id and d.persona = 'other-therapist' and c.family_id = $1`,
      [ids.family],
    );
  });

  it('leaves no trace where nothing was read', async () => {
    const before = await owner.query('select from audit');
    for (const persona of ['father', 'admin', 'other-therapist'] as const) {
      await cast[persona].get(`/api/homework/${ids.task}/pdf`);
      await cast[persona].get(`/api/documents/${ids.document}`);
      await cast[persona].get(`/api/families/${ids.family}/responses`);
    }
    expect((await owner.query('select from audit')).rowCount).toBe(before.rowCount);
  });
});
