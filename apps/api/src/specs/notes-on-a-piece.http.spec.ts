import type {
  Feedback,
  OwnWords,
  Page,
  ResponseSet,
  Task,
  TaskSummary,
  Today,
} from '@common-ground/contract';
import { startApi, type Persona, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  done,
  everybody,
  familyNamed,
  memberIn,
  putAnswer,
  refusal,
  send,
  share,
  taskTitled,
  type Cast,
  type People,
} from './acts';

describe('a note about a whole piece', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const given = async (title: string): Promise<void> => {
    const { id } = await approved(cast, torres.id, title);
    await share(cast.therapist, id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
  };
  const write = (who: Persona, task: string, text: string, key?: string) =>
    cast[who].post<Feedback>(
      `/api/homework/${task}/notes`,
      { text },
      key === undefined ? {} : { 'idempotency-key': key },
    );
  const setOf = async (title: string): Promise<ResponseSet | undefined> => {
    const { items } = await done(
      cast.therapist.get<Page<ResponseSet>>(`/api/families/${torres.id}/responses?limit=100`),
    );
    return items.find(
      ({ document, person }) => document.title === title && person.displayName === 'Rosa Torres',
    );
  };

  it('reaches the one who sent it, on their page, in their list and in what they take along', async () => {
    await given('All of it');
    const mothers = await taskTitled(cast.mother, 'All of it');
    const fathers = await taskTitled(cast.father, 'All of it');
    await done(putAnswer(cast.mother, mothers, 'told', 0, 'A walk.'));
    await send(cast.mother, mothers);
    await send(cast.father, fathers);
    expect(await write('therapist', mothers, 'You took your time with this.')).toMatchObject({
      status: 201,
      body: { text: 'You took your time with this.', by: { displayName: 'Elena Ruiz' } },
    });
    expect(await done(cast.mother.get<Task>(`/api/homework/${mothers}`))).toMatchObject({
      feedback: 1,
      notes: [{ text: 'You took your time with this.', by: { displayName: 'Elena Ruiz' } }],
      answers: [{ feedback: [] }],
    });
    const { items } = await done(cast.mother.get<Page<TaskSummary>>('/api/homework?limit=100'));
    expect(items.find(({ id }) => id === mothers)?.feedback).toBe(1);
    expect(await setOf('All of it')).toMatchObject({
      notes: [{ text: 'You took your time with this.' }],
      may: { giveNote: true },
    });
    const { cameBack } = await done(cast.therapist.get<Today>('/api/today'));
    expect(cameBack.find(({ taskId }) => taskId === mothers)?.answered).toBe(true);
    const own = await done(cast.mother.get<OwnWords>('/api/me/export'));
    expect(own.homework.find(({ taskId }) => taskId === mothers)?.notes).toMatchObject([
      { text: 'You took your time with this.' },
    ]);

    expect(JSON.stringify(await done(cast.father.get(`/api/homework/${fathers}`)))).not.toContain('You took');
    for (const [persona, status] of [
      ['mother', 403],
      ['father', 404],
      ['client', 404],
      ['supervisor', 404],
      ['admin', 404],
      ['other-therapist', 404],
      ['outsider', 404],
    ] as const)
      expect([persona, (await refusal(write(persona, mothers, 'Mine.'))).status]).toEqual([persona, status]);
  });

  it('is written once however often it is sent under its key, and refused in other words', async () => {
    await given('Once, whole');
    const task = await taskTitled(cast.mother, 'Once, whole');
    await send(cast.mother, task);
    const all = await Promise.all([1, 2, 3].map(() => write('therapist', task, 'Well done.', 'whole-note')));
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect((await setOf('Once, whole'))?.notes).toHaveLength(1);
    expect(await refusal(write('therapist', task, 'Other words.', 'whole-note'))).toMatchObject({
      status: 422,
      code: 'key-reused',
    });
  });

  it('waits until it was sent, and says something', async () => {
    await given('Not yet sent');
    const task = await taskTitled(cast.mother, 'Not yet sent');
    expect(await setOf('Not yet sent')).toMatchObject({ sentAt: null, may: { giveNote: false } });
    expect((await refusal(write('therapist', task, 'Too early.'))).status).toBe(403);
    await send(cast.mother, task);
    expect(await refusal(write('therapist', task, '  '))).toMatchObject({
      status: 422,
      errors: [{ path: 'text' }],
    });
    expect((await owner.query('select from feedback where task_id = $1', [task])).rowCount).toBe(0);
  });

  it('names nobody of another family unless that is meant, about all of it and about an answer', async () => {
    await given('Named');
    const task = await taskTitled(cast.mother, 'Named');
    await done(putAnswer(cast.mother, task, 'told', 0, 'A walk.'));
    await send(cast.mother, task);
    const answer = (await setOf('Named'))?.answers[0]?.id;
    const text = 'David could join. Daniel would like this, and Daniel knows how.';
    for (const [place, also] of [
      [`/api/homework/${task}/notes`, 'task_id'],
      [`/api/answers/${String(answer)}/feedback`, 'answer_id'],
    ] as const) {
      const give = (more: object, key = `named-${also}`) =>
        cast.therapist.post<Feedback>(place, { text, ...more }, { 'idempotency-key': key });
      const written = async (): Promise<number> => {
        const about = also === 'task_id' ? task : answer;
        return (await owner.query(`select from feedback where ${also} = $1`, [about])).rowCount ?? 0;
      };
      // David is one of them; Daniel is somebody of the Kim family, and is told of once.
      for (const more of [{}, { namesMeant: false }])
        expect(await refusal(give(more))).toMatchObject({
          status: 409,
          code: 'names-people',
          errors: [{ path: 'text', code: 'names-people', message: 'Daniel' }],
        });
      expect(await refusal(give({ namesMeant: 'yes' }))).toMatchObject({
        status: 422,
        errors: [{ path: 'namesMeant' }],
      });
      expect(await written()).toBe(0);
      // Under the same key: what was refused is remembered as nothing.
      expect(await done(give({ namesMeant: true }))).toMatchObject({ text });
      expect(await done(give({ namesMeant: true }))).toMatchObject({ text });
      expect(await written()).toBe(1);
      const unnamed = { text: 'You took your time with this.' };
      await done(cast.therapist.post(place, unnamed, { 'idempotency-key': `unnamed-${also}` }));
    }
  });

  it('is on record as sent past that question, where it was', async () => {
    const task = await taskTitled(cast.mother, 'Named');
    const { rows } = await owner.query<{ fields: string[] }>(
      `select fields from audit where action = 'feedback.give' and task_id = $1 order by at, id`,
      [task],
    );
    expect(rows.map(({ fields }) => fields)).toEqual([['namesMeant'], [], ['namesMeant'], []]);
  });

  it('cannot be put into the rows about what was not sent, to somebody else, or in another’s name', async () => {
    await given('In the rows');
    const [mothers, fathers] = [
      await taskTitled(cast.mother, 'In the rows'),
      await taskTitled(cast.father, 'In the rows'),
    ];
    await send(cast.mother, mothers);
    const app = new Client({ connectionString: api.database.appUrl });
    await app.connect();
    const { rows } = await owner.query<{ persona: Persona; person_id: string; practice_id: string }>(
      `select persona, person_id, practice_id from demo_persona`,
    );
    const personOf = (persona: Persona): string =>
      rows.find((one) => one.persona === persona)?.person_id ?? '';
    const practice = rows.find(({ persona }) => persona === 'therapist')?.practice_id;
    const tried = async (who: Persona, task: string, by: Persona, to: Persona): Promise<string> => {
      await app.query('begin');
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
           set_config('app.roles', '{therapist,supervisor,admin}', true)`,
        [personOf(who), practice],
      );
      const outcome = await app
        .query(
          `insert into feedback (practice_id, id, task_id, family_id, by_id, to_id, text)
           values ($1, gen_random_uuid(), $2, $3, $4, $5, 'x')`,
          [practice, task, torres.id, personOf(by), personOf(to)],
        )
        .then(
          () => 'written',
          () => 'refused',
        );
      await app.query('rollback');
      return outcome;
    };
    expect(await tried('therapist', mothers, 'therapist', 'mother')).toBe('written');
    expect(await tried('therapist', fathers, 'therapist', 'father')).toBe('refused');
    expect(await tried('therapist', mothers, 'therapist', 'father')).toBe('refused');
    expect(await tried('therapist', mothers, 'supervisor', 'mother')).toBe('refused');
    expect(await tried('mother', mothers, 'mother', 'mother')).toBe('refused');
    expect(await tried('other-therapist', mothers, 'other-therapist', 'mother')).toBe('refused');
    await app.end();
  });
});
