import { signedInStaff, startApi, type RunningApi } from '@common-ground/testing';
import type {
  FamilySession,
  FamilySessionId,
  Involvement,
  InvolvementChoice,
  InvolvementText,
  SessionPadContent,
  SessionRun,
} from '@common-ground/contract';
import { involvementRecord, involvementText, running } from '@common-ground/rules/content';
import { Client } from 'pg';
import { done, everybody, familyNamed, idOf, memberIn, refusal, type Cast, type People } from './acts';
import { printedText } from './paper';

const NOTE = 'Mine alone, a private note';
const LOOKED_BACK = 'Rosa said so to her therapist alone';
const action = (id: string, what: string, agreed = true): SessionPadContent['actions'][number] => ({
  ...{ id, who: 'Rosa', what, when: 'On Monday', howOften: 'Every day until we meet', agreed },
  ...{ howWeWillKnow: 'A tick on the card', ifItSlips: 'She starts again the next day' },
});
const WRITTEN: SessionPadContent = {
  problem: 'The problem stays with the therapist.',
  options: [{ id: 'one', words: 'An option', plus: 'For it', minus: 'Against it' }],
  decision: 'We begin with the greeting.',
  actions: [
    action('greets', 'Says good morning'),
    action('writes', 'Writes it down'),
    action('open', 'Be nice', false),
  ],
  parkingLot: ['Something for later'],
  helped: 'What helped stays, too.',
  nextOn: '2047-02-09',
};

describe('the record of an hour for the chart', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let owner: Client;
  let id: FamilySessionId;
  let reached: string[];

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    const { therapist, mother } = cast;
    torres = await familyNamed(therapist, 'Torres family');
    const session = await done(
      therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        ...{ format: 'family-session', startsOn: '2047-02-02', startTime: '16:00' },
      }),
    );
    ({ id } = session);
    const there = [memberIn(torres, 'mother'), memberIn(torres, 'brother')];
    const people = there.map((one) => ({ side: 'family', id: one, role: 'participant' }));
    const plan = { ...session.plan, purpose: 'Calmer mornings', people: [...session.plan.people, ...people] };
    await done(therapist.put(`/api/sessions/${id}`, plan, { 'if-match': `"${session.revision}"` }));
    await done(therapist.post(`/api/sessions/${id}/asked`, { memberIds: there }));
    const cannot = { reply: 'cannot', words: 'Never for the chart' };
    await done(cast.brother.put(`/api/me/family-sessions/${id}/reply`, cannot, { 'if-match': '"0"' }));
    await done(
      therapist.put(`/api/sessions/${id}/note`, { preparation: NOTE, notes: NOTE }, { 'if-match': '"0"' }),
    );
    let run = await done(therapist.post<SessionRun>(`/api/sessions/${id}/run`));
    const move = async (moves: object): Promise<void> => {
      run = await done(
        therapist.put<SessionRun>(`/api/sessions/${id}/run`, moves, { 'if-match': `"${run.revision}"` }),
      );
    };
    await done(therapist.put(`/api/sessions/${id}/run/pad`, WRITTEN, { 'if-match': '"1"' }));
    expect(await refusal(therapist.get(`/api/sessions/${id}/involvement`))).toMatchObject({
      ...{ status: 409, because: 'not-ended' },
    });
    await move(running.next(run));
    await move(running.leaveOut(run, 'skipped'));
    reached = run.entries.slice(0, 1).map(({ id: entry }) => entry);
    await move(running.end(run, 'stopped'));
    const draft = { choice: null, words: LOOKED_BACK };
    await done(mother.put(`/api/me/family-sessions/${id}/look-back/said`, draft, { 'if-match': '"0"' }));
    await done(mother.post(`/api/me/family-sessions/${id}/look-back/send`));
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const whole = (): Promise<Involvement> =>
    done(cast.therapist.get<Involvement>(`/api/sessions/${id}/involvement`));
  const choice = (change: Partial<InvolvementChoice> = {}): object => ({
    ...{ memberIds: [memberIn(torres, 'mother')], entryIds: reached, actionIds: ['greets'], decision: false },
    ...change,
  });
  const made = (change: Partial<InvolvementChoice> = {}, who = cast.therapist) =>
    who.post<InvolvementText>(`/api/sessions/${id}/involvement`, choice(change));

  it('offers who was planned and did not say that they cannot come, and what was reached and agreed', async () => {
    const all = await whole();
    expect(all).toMatchObject({ id, purpose: 'Calmer mornings', end: 'stopped', nextOn: WRITTEN.nextOn });
    expect(all.offered).toEqual([memberIn(torres, 'mother')]);
    expect(all.people.map(({ relation }) => relation)).toEqual(expect.arrayContaining(['client', 'brother']));
    expect(all.entries.map((entry) => entry.id)).toEqual(expect.arrayContaining(reached));
    expect(all.actions.map((one) => one.id)).toEqual(['greets', 'writes']);
    expect(all.staff.map(({ displayName }) => displayName)).toEqual(['Elena Ruiz']);
  });

  it('names the staff who were planned, also when they have left the family since', async () => {
    const { rows: before } = await owner.query<{ content: object }>(
      'select content from family_session where id = $1',
      [id],
    );
    // As it stands once somebody led the family with her and does not any more.
    const jonas = await idOf(cast['other-therapist']);
    await owner.query(
      `update family_session set content = jsonb_set(content, '{people}', content -> 'people' || $2::jsonb)
       where id = $1`,
      [id, JSON.stringify([{ side: 'staff', id: jonas, role: 'participant' }])],
    );
    try {
      expect((await whole()).staff.map((one) => one.id)).toEqual([await idOf(cast.therapist), jonas]);
    } finally {
      await owner.query('update family_session set content = $2 where id = $1', [id, before[0]?.content]);
    }
  });

  it('goes into the chart as it was seen when it was chosen', async () => {
    const all = await whole();
    const chosen = choice() as InvolvementChoice;
    const seen = involvementText(involvementRecord(all, chosen), all.language, all.notice);
    expect((await done(made())).text).toBe(seen);
  });

  it('says what was chosen, as text and on paper, and nothing of anything else', async () => {
    const { text } = await done(made());
    const pdf = await cast.therapist.post(`/api/sessions/${id}/involvement/pdf`, choice());
    expect(pdf.status).toBe(200);
    const paper = printedText(pdf.bytes);
    for (const [said, words] of [
      ['text', text],
      ['paper', paper.replace(/\s+/gu, ' ')],
    ] as const) {
      for (const word of ['Rosa Torres, mother', 'Calmer mornings', 'Says good morning', 'February 9, 2047'])
        expect([said, words]).toEqual([said, expect.stringContaining(word)]);
      for (const word of [
        ...[
          'Leo',
          'Writes it down',
          'Be nice',
          WRITTEN.decision,
          WRITTEN.problem,
          WRITTEN.helped,
          'An option',
        ],
        ...['Something for later', NOTE, LOOKED_BACK, 'Never for the chart'],
      ])
        expect([said, words]).toEqual([said, expect.not.stringContaining(word)]);
    }
    expect((await done(made({ decision: true }))).text).toContain(WRITTEN.decision);
  });

  it('holds nobody and nothing that was not in that hour', async () => {
    for (const change of [
      { memberIds: [memberIn(torres, 'client'), id as never] },
      { entryIds: ['nowhere'] },
      { actionIds: ['open'] },
    ])
      expect((await made(change)).status).toBe(422);
  });

  it('is for the therapists of the family, asks once more who they are, and is written down with whom it names', async () => {
    for (const who of ['mother', 'client', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const) {
      const seen = await cast[who].get(`/api/sessions/${id}/involvement`);
      expect([who, seen.status, (await made({}, cast[who])).status]).toEqual([who, 404, 404]);
    }
    await done(made());
    const { rows } = await owner.query<{ names: number }>(
      `select cardinality(subject_ids) as names from audit where action = 'sessions.record-involvement' order by at desc limit 1`,
    );
    expect(rows).toEqual([{ names: 1 }]);
    const elena = await signedInStaff(api, 'elena');
    await owner.query(`update signed_in set proven_at = proven_at - interval '6 minutes'`);
    try {
      expect(await refusal(made({}, elena))).toMatchObject({ status: 403, code: 'step-up-needed' });
    } finally {
      await owner.query(`update signed_in set proven_at = proven_at + interval '6 minutes'`);
    }
  });

  it('carries the notice in a family under 42 CFR Part 2', async () => {
    expect((await done(made())).text).not.toMatch(/42 CFR/u);
    expect((await whole()).notice).toBeNull();
    await owner.query('update family set part_2 = true where id = $1', [torres.id]);
    try {
      const { notice } = await whole();
      expect(notice).toMatch(/42 CFR/u);
      expect((await done(made())).text).toContain(notice);
    } finally {
      await owner.query('update family set part_2 = false where id = $1', [torres.id]);
    }
  });
});
