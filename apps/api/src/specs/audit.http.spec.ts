import { startApi, type Persona, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  putAnswer,
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
  let ids: { family: string; document: string; review: string; task: string };

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
