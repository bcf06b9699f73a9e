import { startApi, type RunningApi } from '@common-ground/testing';
import type {
  CarriedActions,
  CarryAction,
  Document,
  DocumentId,
  FamilySession,
  FamilySessionId,
  SessionPad,
  SessionRun,
  SinceLastHour,
  SupportPlanContent,
  WorksheetContent,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import { Client } from 'pg';
import {
  approved,
  decide,
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  putAnswer,
  refusal,
  send,
  share,
  sheet as aSheet,
  submit,
  taskTitled,
  writeKind,
  type Cast,
  type People,
} from './acts';

const ACTION = {
  ...{ id: 'greeting', who: 'Rosa', what: 'Says good morning first', when: 'At breakfast, from Monday' },
  ...{ howOften: 'Every day until we meet', howWeWillKnow: 'A tick on the card', ifItSlips: 'The day after' },
};

describe('what becomes of an action that was agreed on', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let id: FamilySessionId;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    torres = await familyNamed(cast.therapist, 'Torres family');
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });
  beforeEach(async () => {
    const { therapist } = cast;
    const body = { format: 'family-session', startsOn: '2047-02-02', startTime: '16:00' };
    ({ id } = await done(therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, body)));
    await done(therapist.post(`/api/sessions/${id}/run`));
    const {
      revision: _revision,
      writtenBy: _writtenBy,
      savedAt: _savedAt,
      ...blank
    } = await done(therapist.get<SessionPad>(`/api/sessions/${id}/run/pad`));
    const actions = [
      { ...ACTION, agreed: true },
      { ...ACTION, id: 'open', agreed: false },
    ];
    await done(therapist.put(`/api/sessions/${id}/run/pad`, { ...blank, actions }, { 'if-match': '"1"' }));
  });

  const end = async (): Promise<void> => {
    const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${id}/run`));
    await done(
      cast.therapist.put(`/api/sessions/${id}/run`, running.end(run, 'closed'), {
        'if-match': `"${run.revision}"`,
      }),
    );
  };
  const carry = (how: Partial<CarryAction> = {}, who = cast.therapist) =>
    who.post<CarriedActions>(`/api/sessions/${id}/actions/carry`, {
      ...{ actionId: 'greeting', into: 'support-plan', documentId: null },
      ...how,
    });
  const undo = (documentId: DocumentId) =>
    cast.therapist.post<CarriedActions>(`/api/sessions/${id}/actions/undo`, {
      actionId: 'greeting',
      documentId,
    });
  const became = ({ actions }: CarriedActions): CarriedActions['actions'][number]['became'] =>
    actions[0]?.became ?? [];
  const document = (wanted: DocumentId): Promise<Document> =>
    done(cast.therapist.get<Document>(`/api/documents/${wanted}`));
  const save = ({ id: which, kind, title, content, revision }: Document) =>
    cast.therapist.put<Document>(
      `/api/${kind}s/${which}/draft`,
      { title, content },
      { 'if-match': `"${revision}"` },
    );
  const steps = async (wanted: DocumentId): Promise<SupportPlanContent['steps']> =>
    ((await document(wanted)).content as SupportPlanContent).steps;
  const listed = (): Promise<CarriedActions> =>
    done(cast.therapist.get<CarriedActions>(`/api/sessions/${id}/actions`));
  const rewrite = async (change: Partial<typeof ACTION>): Promise<void> => {
    const pad = await done(cast.therapist.get<SessionPad>(`/api/sessions/${id}/run/pad`));
    const { revision, writtenBy: _writtenBy, savedAt: _savedAt, ...content } = pad;
    const agreed = [{ ...ACTION, ...change, agreed: true }];
    await done(
      cast.therapist.put(
        `/api/sessions/${id}/run/pad`,
        { ...content, actions: agreed },
        { 'if-match': `"${revision}"` },
      ),
    );
  };
  const plan = (): Promise<Document> => writeKind(cast.therapist, torres.id, 'A plan', 'hard-week', {});

  it('is nothing before the hour has ended, and nothing that is still open', async () => {
    expect(await refusal(carry())).toMatchObject({ status: 409, code: 'wrong-state', because: 'not-ended' });
    await end();
    expect(await refusal(carry({ actionId: 'open' }))).toMatchObject({ status: 422 });
    const { actions } = await listed();
    expect(actions.map((one) => [one.id, one.became])).toEqual([['greeting', []]]);
  });

  it('is the last step of a draft, once, until that is undone', async () => {
    await end();
    const { id: planId } = await plan();
    const before = await steps(planId);
    const [one] = became(await done(carry({ documentId: planId })));
    expect(one).toMatchObject({ documentId: planId, title: 'A plan', state: 'draft', may: { undo: true } });
    await done(carry({ documentId: planId }));
    const after = await steps(planId);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({
      who: 'Rosa',
      knownBy: 'A tick on the card',
      planB: 'The day after',
    });
    expect(became(await done(undo(planId)))).toEqual([]);
    expect(await steps(planId)).toEqual(before);
    expect((await undo(planId)).status).toBe(200);
  });

  it('never changes what is approved: the plan becomes a draft again, and its version stays', async () => {
    await end();
    const { id: planId } = await plan();
    const review = await submit(cast.therapist, cast.supervisor, planId);
    expect(await refusal(carry({ documentId: planId }))).toMatchObject({ status: 409, because: 'submitted' });
    await decide(cast.supervisor, review, 'approve');
    const before = await done(cast.therapist.get<Document>(`/api/documents/${planId}/versions/1`));
    await done(carry({ documentId: planId }));
    expect(await document(planId)).toMatchObject({ state: 'draft' });
    expect(await done(cast.therapist.get<Document>(`/api/documents/${planId}/versions/1`))).toEqual(before);
  });

  it('is no step while a plan has no room for who does it, so that no draft is there that cannot be saved', async () => {
    await end();
    const { id: planId } = await plan();
    await rewrite({ who: 'Rosa '.repeat(30) });
    for (const documentId of [planId, null]) {
      const { status, errors } = await refusal(carry({ documentId }));
      expect([status, errors?.map(({ path, code }) => [path, code])]).toEqual([
        422,
        [['actionId', 'maxLength']],
      ]);
    }
    const what = `${'a'.repeat(199)}😀 and more`;
    await rewrite({ who: 'Rosa '.repeat(30), what });
    const [made] = became(await done(carry({ into: 'worksheet' })));
    const sheet = await document(made?.documentId as DocumentId);
    expect(sheet.title).toBe(`${'a'.repeat(199)}😀`);
    await done(save(sheet));
  });

  it('is not taken out any more once somebody has rewritten it', async () => {
    await end();
    const { id: planId } = await plan();
    await done(carry({ documentId: planId }));
    const draft = await document(planId);
    const content = draft.content as SupportPlanContent;
    const last = content.steps.length - 1;
    const rewritten = content.steps.map((step, at) =>
      at === last ? { ...step, what: 'Another thing' } : step,
    );
    await done(save(draft));
    const saved = await document(planId);
    expect(became(await listed())[0]?.may.undo).toBe(true);
    await done(save({ ...saved, content: { ...content, steps: rewritten } }));
    expect(became(await listed())[0]?.may.undo).toBe(false);
    expect(await refusal(undo(planId))).toMatchObject({
      status: 409,
      code: 'wrong-state',
      because: 'rewritten',
    });
    expect((await steps(planId)).at(-1)?.what).toBe('Another thing');
  });

  it('is recorded when something came of it, and when a colleague’s words are read for it', async () => {
    await end();
    const { id: planId } = await plan();
    const recorded = async (action: string): Promise<number> =>
      (await owner.query('select from audit where action = $1', [action])).rows.length;
    const before = await recorded('sessions.carry-actions');
    await done(carry({ documentId: planId }));
    await done(carry({ documentId: planId }));
    expect(await recorded('sessions.carry-actions')).toBe(before + 1);
    const reads = await recorded('sessions.read-actions');
    await owner.query('update session_pad set written_by = $2 where session_id = $1', [
      id,
      await idOf(cast.supervisor),
    ]);
    await listed();
    await done(carry({ documentId: planId }));
    await done(undo(planId));
    expect(await recorded('sessions.read-actions')).toBe(reads + 3);
  });

  it('is a new plan or new homework, and no second one', async () => {
    await end();
    for (const into of ['support-plan', 'worksheet'] as const) {
      await done(carry({ into }));
      await done(carry({ into }));
    }
    const found = became(await listed());
    expect(found.map(({ kind }) => kind).sort()).toEqual(['support-plan', 'worksheet']);
    const sheet = found.find(({ kind }) => kind === 'worksheet')?.documentId as DocumentId;
    expect((await document(sheet)).title).toBe(ACTION.what);
    const { blocks } = (await document(sheet)).content as WorksheetContent;
    expect(blocks.map(({ kind }) => kind)).toEqual(['guidance', 'long-answer']);
    await done(undo(sheet));
    expect(((await document(sheet)).content as WorksheetContent).blocks).toEqual([]);
  });

  it('goes into no paper of another family or another kind, and is done by nobody else', async () => {
    await end();
    const kim = await familyNamed(cast.therapist, 'Kim family');
    const theirs = await writeKind(cast.therapist, kim.id, 'Their plan', 'hard-week', {});
    expect((await carry({ documentId: theirs.id })).status).toBe(404);
    const evenings = await writeKind(cast.therapist, torres.id, 'Evenings', 'calm-evenings', {});
    expect((await carry({ documentId: evenings.id })).status).toBe(404);
    for (const who of ['client', 'mother', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const) {
      const { status } = await cast[who].get(`/api/sessions/${id}/actions`);
      expect([who, status, (await carry({}, cast[who])).status]).toEqual([who, 404, 404]);
    }
  });

  const planned = (startsOn: string): Promise<FamilySession> =>
    done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn, startTime: '16:00' },
      }),
    );
  const dueIn = async (hour: FamilySession): Promise<SinceLastHour['actions']> => {
    const { actions } = await done(cast.therapist.get<SinceLastHour>(`/api/sessions/${hour.id}/due`));
    return actions.filter(({ sessionId }) => sessionId === id);
  };

  it('is due in the next hour until it stands on an agenda or became something, and not before it was agreed on', async () => {
    const [next, later] = [await planned('2047-02-09'), await planned('2047-02-16')];
    expect(await dueIn(next)).toEqual([]);
    await end();
    const [due] = await dueIn(next);
    expect(due).toMatchObject({
      agreedOn: '2047-02-02',
      who: ACTION.who,
      what: ACTION.what,
      when: ACTION.when,
    });
    expect(await dueIn(next)).toHaveLength(1);

    const entry = { id: due?.entryId, title: 'How it went', minutes: 10, fixedStart: null, documentIds: [] };
    const takenUp = { ...next.plan, agenda: [...next.plan.agenda, entry] };
    await done(cast.therapist.put(`/api/sessions/${next.id}`, takenUp, { 'if-match': `"${next.revision}"` }));
    expect(await dueIn(later)).toEqual([]);
    expect(await dueIn(next)).toHaveLength(1);
    await done(cast.therapist.post(`/api/sessions/${next.id}/call-off`));
    expect(await dueIn(later)).toHaveLength(1);
    expect(await dueIn(next)).toEqual([]);
    await done(carry());
    expect(await dueIn(later)).toEqual([]);
  });

  it('is read as a colleague’s words where a colleague wrote it down, and by nobody else', async () => {
    await end();
    const next = await planned('2047-02-09');
    for (const who of ['mother', 'client', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const)
      expect([who, (await cast[who].get(`/api/sessions/${next.id}/due`)).status]).toEqual([who, 404]);
    const reads = async (): Promise<number> =>
      (await owner.query(`select from audit where action = 'sessions.read-due'`)).rows.length;
    const [mine, theirs] = [await idOf(cast.therapist), await idOf(cast.supervisor)];
    // The hours before this one are read along, whoever wrote in them.
    await owner.query('update session_pad set written_by = $2 where family_id = $1', [torres.id, mine]);
    const before = await reads();
    await dueIn(next);
    expect(await reads()).toBe(before);
    await owner.query('update session_pad set written_by = $2 where session_id = $1', [id, theirs]);
    try {
      await dueIn(next);
      expect(await reads()).toBe(before + 1);
    } finally {
      await owner.query('update session_pad set written_by = $2 where session_id = $1', [id, mine]);
    }
  });

  it('stands beside how many answers came since, of whom and to what, and no word of them', async () => {
    const sheetId = (await approved(cast, torres.id, 'Since then')).id;
    await share(cast.therapist, sheetId, [memberIn(torres, 'mother')]);
    await end();
    const next = await planned('2047-02-09');
    const news = () => cast.therapist.get<SinceLastHour>(`/api/sessions/${next.id}/due`);
    const ofSheet = async (): Promise<SinceLastHour['answers']> =>
      (await done(news())).answers.filter(({ documentId }) => documentId === sheetId);
    const task = await taskTitled(cast.mother, 'Since then');
    await done(putAnswer(cast.mother, task, 'told', 0, 'Wimberlook'));
    await done(putAnswer(cast.mother, task, 'kept', 0, 'Kept back', { visibility: 'not-yet' }));
    expect(await ofSheet()).toEqual([]);
    await send(cast.mother, task);
    expect(await ofSheet()).toMatchObject([
      { taskId: task, title: 'Since then', person: { displayName: 'Rosa Torres' }, count: 1 },
    ]);
    expect((await news()).text).not.toContain('Wimberlook');
    await owner.query(`update answer set sent_at = sent_at - interval '1 day' where task_id = $1`, [task]);
    expect(await ofSheet()).toEqual([]);
  });

  it('stands beside the answers to what was asked, and not beside what was said of the whole', async () => {
    const title = 'The short one';
    const asked = { kind: 'short-answer', help: '', optional: true } as const;
    const sheetId = (
      await approved(cast, torres.id, title, {
        ...aSheet(),
        blocks: [
          { ...asked, id: 'one', question: 'One good thing?', inShort: true },
          { ...asked, id: 'two', question: 'What comes next?' },
        ],
      })
    ).id;
    await share(cast.therapist, sheetId, [memberIn(torres, 'mother')]);
    await end();
    const next = await planned('2047-02-09');
    const task = await taskTitled(cast.mother, title);
    const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await done(putAnswer(cast.mother, task, '~length', 0, 'short'));
    await done(putAnswer(cast.mother, task, '~hard', 0, 'The evenings'));
    await done(putAnswer(cast.mother, task, '~not-this-week', 0, nextWeek));
    await done(putAnswer(cast.mother, task, 'one', 0, 'We ate together.'));
    await send(cast.mother, task);
    const { answers } = await done(cast.therapist.get<SinceLastHour>(`/api/sessions/${next.id}/due`));
    expect(answers.filter(({ documentId }) => documentId === sheetId)).toMatchObject([{ count: 1 }]);
  });
});
