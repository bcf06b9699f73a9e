import type {
  Document,
  DocumentId,
  FamilySession,
  FamilySessionId,
  FollowedHour,
  OwnOffer,
  RevealStanding,
  SessionRun,
  ShownReveal,
  TaskId,
  TaskOffers,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import { PERSONAS, startApi, type EventLine, type Persona, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  approved,
  decide,
  done,
  everybody,
  familyNamed,
  memberIn,
  offer,
  putAnswer,
  refusal,
  save,
  send,
  share,
  sheet,
  submit,
  taskTitled,
  type Cast,
  type People,
} from './acts';

const TELLING = ['mother', 'father', 'brother'] as const;
type Teller = (typeof TELLING)[number];
const NAMES: Readonly<Record<Teller, string>> = {
  mother: 'Rosa Torres',
  father: 'David Torres',
  brother: 'Leo Torres',
};

describe('opening answers in the hour', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let app: Client;
  let torres: People;
  let hour: FamilySessionId;
  let documentId: DocumentId;
  const tasks = {} as Record<Teller, TaskId>;
  const lines: EventLine[] = [];
  let pieces = 0;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    app = new Client({ connectionString: api.database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    torres = await familyNamed(cast.therapist, 'Torres family');
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await api.stop();
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.leave();
  });

  /** Mother and father come; each of the three answered the same question before, for the family, and sent it. */
  beforeEach(async () => {
    pieces += 1;
    const title = `What evenings need, ${pieces}`;
    documentId = (await approved(cast, torres.id, title)).id;
    await share(
      cast.therapist,
      documentId,
      TELLING.map((who) => memberIn(torres, who)),
    );
    for (const who of TELLING) {
      tasks[who] = await taskTitled(cast[who], title);
      await done(
        putAnswer(cast[who], tasks[who], 'told', 0, `words of the ${who}`, { visibility: 'family' }),
      );
      await send(cast[who], tasks[who]);
    }
    hour = await beginHour();
  });

  const beginHour = async (): Promise<FamilySessionId> => {
    const body = { format: 'family-session', startsOn: '2027-02-02', startTime: '16:00' };
    const { id, plan, revision } = await done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, body),
    );
    const memberIds = (['mother', 'father'] as const).map((who) => memberIn(torres, who));
    const people = TELLING.map((who) => memberIn(torres, who)).map((one) => ({
      side: 'family',
      id: one,
      role: 'participant',
    }));
    const agenda = plan.agenda.map((entry, at) =>
      at === 0 ? { ...entry, documentIds: [documentId], reveals: [question()] } : entry,
    );
    const planned = { ...plan, people: [...plan.people, ...people], agenda };
    await done(cast.therapist.put(`/api/sessions/${id}`, planned, { 'if-match': `"${revision}"` }));
    await done(cast.therapist.post(`/api/sessions/${id}/asked`, { memberIds }));
    await done(cast.therapist.post(`/api/sessions/${id}/run`));
    return id;
  };
  const comesToo = (who: Teller): Promise<unknown> =>
    done(cast.therapist.post(`/api/sessions/${hour}/asked`, { memberIds: [memberIn(torres, who)] }));
  const ends = async (): Promise<void> => {
    const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`));
    const match = { 'if-match': `"${run.revision}"` };
    await done(cast.therapist.put(`/api/sessions/${hour}/run`, running.end(run, 'closed'), match));
  };

  const question = (): { documentId: DocumentId; promptId: string } => ({ documentId, promptId: 'told' });
  const opens = (who: Teller, to: readonly Teller[], onScreen: boolean, waits = true): Promise<OwnOffer> =>
    offer(
      cast[who],
      tasks[who],
      'told',
      to.map((one) => NAMES[one]),
      waits,
      onScreen,
    );
  const own = async (who: Teller): Promise<OwnOffer | undefined> =>
    (await done(cast[who].get<TaskOffers>(`/api/homework/${tasks[who]}/offers`))).answers[0];
  const standing = async (): Promise<RevealStanding | undefined> =>
    (await done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`))).reveals[0];
  /** Whether more may be shown, and how many stand there. */
  const stands = async (): Promise<string> => {
    const told = await standing();
    return `${told?.isReady === true ? 'ready' : 'nothing more'}, ${told?.onScreen.length ?? 0} on the screen`;
  };
  /** How many the database alone would write down as shown, whatever the program thinks. */
  const wouldShow = async (persona: Persona): Promise<number | null> => {
    const { rows } = await owner.query<{ ids: string[] }>(
      `select array_agg(o.id) as ids from offer o join answer a on a.id = o.answer_id
       where o.closed_at is null and a.task_id = any ($1)`,
      [Object.values(tasks)],
    );
    await app.query('begin');
    try {
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`,
        (
          await owner.query<{ who: string; at: string }>(
            'select person_id as who, practice_id as at from demo_persona where persona = $1',
            [persona],
          )
        ).rows.flatMap(({ who, at }) => [who, at]),
      );
      return (await app.query('select access.show_offers($1, $2::uuid[])', [hour, rows[0]?.ids])).rowCount;
    } finally {
      await app.query('rollback');
    }
  };
  const show = (): ReturnType<typeof refusal> =>
    refusal(cast.therapist.post(`/api/sessions/${hour}/run/shown`, question()));
  const onScreen = async (): Promise<string[]> => {
    const { items } = await done(
      cast.therapist.get<{ items: ShownReveal[] }>(`/api/sessions/${hour}/run/shown`),
    );
    return items.flatMap(({ voices }) =>
      voices.map(({ by, value }) => `${by}: ${typeof value === 'string' ? value : ''}`),
    );
  };
  const bothAgree = async (): Promise<void> => {
    await opens('mother', ['father'], true);
    await opens('father', ['mother'], true);
  };
  const closing = async (who: Teller): ReturnType<typeof refusal> =>
    refusal(cast[who].delete(`/api/answers/${(await own(who))?.answerId ?? ''}/offer`));

  it('shows what both who are there opened and let stand on the screen, once the therapist shows it', async () => {
    expect(await stands()).toBe('nothing more, 0 on the screen');
    await bothAgree();
    expect(await stands()).toBe('ready, 0 on the screen');
    expect(await onScreen()).toEqual([]);
    for (const persona of PERSONAS)
      expect([persona, await wouldShow(persona)]).toEqual([persona, persona === 'therapist' ? 2 : 0]);
    expect(await show()).toMatchObject({ status: 200 });
    expect(await stands()).toBe('nothing more, 2 on the screen');
    expect(await onScreen()).toEqual([
      'David Torres: words of the father',
      'Rosa Torres: words of the mother',
    ]);
    expect(await show()).toMatchObject({ status: 200 });
  });

  it('has on its table, for whoever leads it, what the family got, while people are at it', async () => {
    const table = async () =>
      (await done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`))).papers;
    expect(await table()).toEqual([{ documentId, title: `What evenings need, ${pieces}`, version: 1 }]);
    const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`));
    await done(
      cast.therapist.put(`/api/sessions/${hour}/run`, running.next(run), { 'if-match': `"${run.revision}"` }),
    );
    expect(await table()).toEqual([]);
  });

  it('tells the therapist the same before anybody agreed, after one did, and while one keeps it off the screen', async () => {
    const said = async (): Promise<RevealStanding[]> =>
      (await done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`))).reveals as RevealStanding[];
    const before = await said();
    await opens('mother', ['father'], true);
    expect(await said()).toEqual(before);
    await opens('father', ['mother'], false);
    expect(await said()).toEqual(before);
    expect(await show()).toMatchObject({ status: 409, because: 'not-open' });
    expect(await onScreen()).toEqual([]);
  });

  it('waits for nobody who is not there, and shows nobody who is not there', async () => {
    await opens('mother', ['father', 'brother'], true);
    await opens('father', ['mother', 'brother'], true);
    await opens('brother', ['mother', 'father'], false);
    expect(await stands()).toBe('ready, 0 on the screen');
    await show();
    expect(await onScreen()).toHaveLength(2);

    await opens('brother', ['mother', 'father'], true);
    expect(await stands()).toBe('nothing more, 2 on the screen');
    expect(await onScreen()).toHaveLength(2);
  });

  it('can be closed until it is shown, and neither closed nor opened to others from then on', async () => {
    await bothAgree();
    expect(await closing('mother')).toMatchObject({ status: 204 });
    expect(await show()).toMatchObject({ status: 409, because: 'not-open' });
    await opens('mother', ['father'], true);
    expect(await own('mother')).toMatchObject({
      offer: { shownAt: null },
      may: { offer: true, close: true },
    });
    await show();
    expect(await own('mother')).toMatchObject({ may: { offer: false, close: false } });
    expect(await closing('mother')).toMatchObject({ status: 409, because: 'shown' });
    const id = (await own('mother'))?.answerId ?? '';
    const again = { memberIds: [memberIn(torres, 'brother')], waits: false };
    expect(await refusal(cast.mother.post(`/api/answers/${id}/offer`, again))).toMatchObject({
      ...{ status: 409, because: 'shown' },
    });
  });

  it('tells what stands on the screen when more may be shown, and when one of it may not any more', async () => {
    await opens('mother', ['father'], true);
    await opens('father', ['mother', 'brother'], true, false);
    await opens('brother', ['father'], true);
    await show();
    const two = (await standing())?.onScreen;
    expect(two).toHaveLength(2);
    await comesToo('brother');
    expect(await standing()).toMatchObject({ isReady: true, onScreen: two });
    await show();
    expect(await stands()).toBe('nothing more, 3 on the screen');
    await done(putAnswer(cast.mother, tasks.mother, 'told', 1, 'Other words', { visibility: 'family' }));
    expect(await onScreen()).toEqual([]);
    expect(await stands()).toBe('nothing more, 0 on the screen');
  });

  it('shows nobody alone because a third keeps the one beside them off the screen', async () => {
    await comesToo('brother');
    await opens('mother', ['father'], true);
    await opens('father', ['mother', 'brother'], true);
    await opens('brother', ['father'], false);
    expect(await stands()).toBe('nothing more, 0 on the screen');
    expect(await show()).toMatchObject({ status: 409, because: 'not-open' });
    expect(await wouldShow('therapist')).toBe(0);
    await opens('brother', ['father'], true);
    expect(await wouldShow('therapist')).toBe(3);
  });

  it('is a yes to the screen of one hour, and asked for anew in the next', async () => {
    await bothAgree();
    await show();
    await ends();
    expect(await own('mother')).toMatchObject({
      ...{ offer: { onScreen: false, shownAt: null }, may: { offer: true, close: true } },
    });
    hour = await beginHour();
    expect(await stands()).toBe('nothing more, 0 on the screen');
    expect(await wouldShow('therapist')).toBe(0);
    await opens('mother', ['father'], true);
    expect(await stands()).toBe('nothing more, 0 on the screen');
    expect(await wouldShow('therapist')).toBe(0);
    await opens('father', ['mother'], true);
    expect(await stands()).toBe('ready, 0 on the screen');
    await show();
    expect(await onScreen()).toHaveLength(2);
    await ends();
    expect(await closing('mother')).toMatchObject({ status: 204 });
  });

  it('shows nothing of an earlier round beneath the question of a later one', async () => {
    await bothAgree();
    await show();
    await owner.query(
      `insert into task select (jsonb_populate_record(t,
         jsonb_build_object('id', gen_random_uuid(), 'round', 2, 'sent_at', null))).* from task t where t.id = $1`,
      [tasks.mother],
    );
    expect(await stands()).toBe('nothing more, 0 on the screen');
    expect(await onScreen()).toEqual([]);
    const line = await cast.mother.follow(`/api/me/family-sessions/${hour}/live`);
    lines.push(line);
    expect((await line.until<FollowedHour>(() => true)).reveals).toEqual([]);
  });

  it('stands there beneath the words it was answered to when somebody else is given newer ones', async () => {
    await bothAgree();
    await show();
    const { revision, title } = await done(
      cast.therapist.post<Document>(`/api/documents/${documentId}/reopen`),
    );
    await save(cast.therapist, documentId, revision, title, sheet('Other words.'));
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, documentId), 'approve');
    await share(cast.therapist, documentId, [memberIn(torres, 'brother')]);
    expect(await stands()).toBe('nothing more, 2 on the screen');
    expect(await onScreen()).toHaveLength(2);
    // Given to one of the two, it takes both off: nobody's words stand there alone.
    await share(cast.therapist, documentId, [memberIn(torres, 'mother')]);
    expect(await stands()).toBe('nothing more, 0 on the screen');
    expect(await onScreen()).toEqual([]);
  });

  it('is shown once when two press at once, and both are told so', async () => {
    await bothAgree();
    const pressed = await Promise.all([show(), show()]);
    expect(pressed.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('leaves the screen when somebody writes other words, or is held', async () => {
    await bothAgree();
    await show();
    await done(putAnswer(cast.father, tasks.father, 'told', 1, 'Other words', { visibility: 'family' }));
    expect(await onScreen()).toEqual([]);
    await opens('father', ['mother'], true);
    expect(await stands()).toBe('ready, 0 on the screen');
    expect(await onScreen()).toEqual([]);
    const { id } = await done(
      cast.therapist.post<{ id: string }>(`/api/families/${torres.id}/holds`, {
        ...{ memberId: memberIn(torres, 'father'), reason: 'Not today' },
      }),
    );
    try {
      expect(await stands()).toBe('nothing more, 0 on the screen');
      expect(await show()).toMatchObject({ status: 409 });
      expect(await onScreen()).toEqual([]);
    } finally {
      await done(cast.therapist.post(`/api/holds/${id}/lift`));
    }
  });

  it('is closed or shown, and never both, when both are pressed at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      await bothAgree();
      const answerId = (await own('mother'))?.answerId ?? '';
      // Each of the two is the first to be asked for, in turn.
      const first = round % 2 === 0 ? show() : null;
      const [closed, shown] = await Promise.all([
        refusal(cast.mother.delete(`/api/answers/${answerId}/offer`)),
        first ?? show(),
      ]);
      expect([closed.status, shown.status].sort()).toEqual(closed.status === 204 ? [204, 409] : [200, 409]);
      const written = await owner.query<{ shown: boolean }>(
        `select o.shown_at is not null as shown from offer o join answer a on a.id = o.answer_id
         where a.task_id = $1 order by o.offered_at desc limit 1`,
        [tasks.mother],
      );
      expect(written.rows[0]?.shown).toBe(shown.status === 200);
      if (shown.status === 200) {
        await ends();
        hour = await beginHour();
      }
    }
  });

  it('is shown at its entry, while the hour runs', async () => {
    await bothAgree();
    const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${hour}/run`));
    const moved = await done(
      cast.therapist.put<SessionRun>(`/api/sessions/${hour}/run`, running.next(run), { 'if-match': '"1"' }),
    );
    expect(moved.reveals).toEqual([]);
    expect(await show()).toMatchObject({ status: 422 });
    await done(
      cast.therapist.put(`/api/sessions/${hour}/run`, running.end(moved, 'stopped'), { 'if-match': '"2"' }),
    );
    expect(await show()).toMatchObject({ status: 409 });
    expect(
      await refusal(cast['other-therapist'].post(`/api/sessions/${hour}/run/shown`, question())),
    ).toMatchObject({ status: 404 });
  });

  it('tells each phone of the own question and what is open to it, at once, and nothing to who answered nothing', async () => {
    const line = await cast.father.follow(`/api/me/family-sessions/${hour}/live`);
    lines.push(line);
    const first = await line.until<FollowedHour>(({ reveals }) => reveals.length > 0);
    expect(first.reveals).toEqual([{ taskId: tasks.father, promptId: 'told', opened: [], isShown: false }]);
    await bothAgree();
    const { answerId } = (await own('mother')) ?? { answerId: '' };
    await line.until<FollowedHour>(({ reveals }) => reveals[0]?.opened[0] === answerId);
    await show();
    await line.until<FollowedHour>(({ reveals }) => reveals[0]?.isShown === true);
    expect(JSON.stringify(line.events)).not.toContain('words of');
    expect(JSON.stringify(line.events)).not.toContain('Rosa');
  });

  it('asks only what stands in a paper on the table', async () => {
    const { plan, revision } = await done(cast.therapist.get<FamilySession>(`/api/sessions/${hour}`));
    const agenda = plan.agenda.map((entry, at) => (at === 0 ? { ...entry, documentIds: [] } : entry));
    expect(
      await refusal(
        cast.therapist.put(`/api/sessions/${hour}`, { ...plan, agenda }, { 'if-match': `"${revision}"` }),
      ),
    ).toMatchObject({ status: 422, errors: [{ path: 'agenda.0.reveals', code: 'not-on-the-table' }] });
  });

  it('stands in the log of each whose words were on the screen', async () => {
    await bothAgree();
    await show();
    await onScreen();
    const { items } = await done(
      cast.mother.get<{ items: { action: string }[] }>('/api/me/access-log?limit=20'),
    );
    expect(items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['sessions.show', 'sessions.read-shown']),
    );
  });
});
