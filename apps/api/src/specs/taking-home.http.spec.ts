import { signedInStaff, type ApiClient } from '@common-ground/testing';
import type {
  AskedSession,
  FamilySession,
  FamilySessionId,
  MemberId,
  Page,
  SessionPad,
  SessionPadContent,
  SessionRun,
  TakeHomePage,
  TakeHomePages,
} from '@common-ground/contract';
import { running } from '@common-ground/rules/content';
import { done, idOf, memberIn, refusal } from './acts';
import { printedText } from './paper';
import { demoPractice } from './demo-practice';

const MINE = 'Rosa says good morning before she asks anything';
const NOT_MINE = 'Maya puts her name on the calendar';
const action = (
  id: string,
  who: string,
  what: string,
  agreed = true,
): SessionPadContent['actions'][number] => ({
  ...{ id, who, what, when: 'At breakfast, from Monday', howOften: 'Every day until we meet', agreed },
  ...{ howWeWillKnow: 'Maya ticks the card on the fridge', ifItSlips: 'She starts again the next morning' },
});
const WRITTEN: SessionPadContent = {
  problem: 'Mornings are loud, and this is nobody’s page.',
  options: [{ id: 'one', words: 'An option', plus: 'For it', minus: 'Against it' }],
  decision: 'We begin with the greeting.',
  actions: [
    action('mine', 'Rosa', MINE),
    action('not-mine', 'Maya', NOT_MINE),
    action('open', 'Leo', 'Be nice', false),
  ],
  parkingLot: ['Something private'],
  helped: 'That everybody could finish a sentence.',
  nextOn: '2047-02-09',
};

describe('what people take home from an hour', () => {
  const { api, cast, torres, owner } = demoPractice();
  let id: FamilySessionId;
  let rosa: MemberId;
  let leo: MemberId;

  beforeAll(() => {
    [rosa, leo] = [memberIn(torres, 'mother'), memberIn(torres, 'brother')];
  });

  beforeEach(async () => {
    const body = { format: 'family-session', startsOn: '2047-02-02', startTime: '16:00' };
    const { therapist } = cast;
    const session = await done(therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, body));
    ({ id } = session);
    const people = [rosa, leo].map((one) => ({ side: 'family', id: one, role: 'participant' }));
    await done(
      therapist.put(
        `/api/sessions/${id}`,
        { ...session.plan, people: [...session.plan.people, ...people] },
        { 'if-match': `"${session.revision}"` },
      ),
    );
    await done(therapist.post(`/api/sessions/${id}/asked`, { memberIds: [rosa, leo] }));
    await done(therapist.post(`/api/sessions/${id}/run`));
    await write(WRITTEN);
  });

  const write = async (pad: SessionPadContent): Promise<void> => {
    const { revision } = await done(cast.therapist.get<SessionPad>(`/api/sessions/${id}/run/pad`));
    await done(cast.therapist.put(`/api/sessions/${id}/run/pad`, pad, { 'if-match': `"${revision}"` }));
  };
  const end = async (): Promise<void> => {
    const run = await done(cast.therapist.get<SessionRun>(`/api/sessions/${id}/run`));
    await done(
      cast.therapist.put(`/api/sessions/${id}/run`, running.end(run, 'closed'), {
        'if-match': `"${run.revision}"`,
      }),
    );
  };
  const pages = (): Promise<TakeHomePages> =>
    done(cast.therapist.get<TakeHomePages>(`/api/sessions/${id}/pages`));
  const lineOf = async (memberId: MemberId): Promise<TakeHomePages['readers'][number] | undefined> =>
    (await pages()).readers.find((one) => one.memberId === memberId);
  const give = async (
    choice: object,
    who: ApiClient = cast.therapist,
    padRevision?: number,
    namesMeant?: boolean,
  ) =>
    who.post<TakeHomePages>(`/api/sessions/${id}/pages`, {
      namesMeant,
      padRevision: padRevision ?? (await pages()).padRevision,
      pages: [{ memberId: rosa, parts: ['decision', 'next'], actionIds: ['mine'], ...choice }],
    });
  const path = (): string => `/api/me/family-sessions/${id}/page`;
  const own = (who: ApiClient = cast.mother) => who.get<TakeHomePage>(path());
  const listed = async (): Promise<AskedSession | undefined> =>
    (await done(cast.mother.get<Page<AskedSession>>('/api/me/family-sessions'))).items.find(
      (one) => one.id === id,
    );

  it('is nothing before the hour has ended and the therapist gives it', async () => {
    expect(await refusal(give({}))).toMatchObject({ status: 409, code: 'wrong-state', because: 'not-ended' });
    await end();
    expect((await own()).status).toBe(404);
    expect((await listed())?.may.takeHome).toBe(false);
  });

  it('is what was chosen for each reader, and no word of anything else', async () => {
    await end();
    await done(give({}));
    const { status, text, body } = await own();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ id, decision: WRITTEN.decision, helped: '', nextOn: WRITTEN.nextOn, noticeWithShare: null },
      givenBy: { displayName: 'Elena Ruiz' },
    });
    expect(body.actions.map(({ what }) => what)).toEqual([MINE]);
    for (const word of [
      NOT_MINE,
      'Be nice',
      WRITTEN.helped,
      WRITTEN.problem,
      'Something private',
      'Leo',
      'An option',
    ])
      expect(text).not.toContain(word);
    expect((await listed())?.may.takeHome).toBe(true);

    const printed = printedText((await cast.mother.get(`${path()}/pdf`)).bytes);
    expect(printed).toContain('Rosa says good morning');
    expect(printed).not.toContain('calendar');
    expect(printed).not.toContain('finish a sentence');
  });

  it('is for nobody else, whoever they are', async () => {
    await end();
    await done(give({}));
    for (const who of [
      'client',
      'father',
      'brother',
      'therapist',
      'supervisor',
      'admin',
      'other-therapist',
    ] as const)
      expect([who, (await own(cast[who])).status]).toEqual([who, 404]);
    for (const who of ['mother', 'client', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const) {
      const seen = await cast[who].get(`/api/sessions/${id}/pages`);
      const given = await give({}, cast[who], 2);
      expect([who, seen.status, given.status]).toEqual([who, 404, 404]);
    }
  });

  it('is read by nobody else even if the database let them find it', async () => {
    await end();
    await done(give({}));
    const { rows } = await owner.query<{ text: string }>(
      `select pg_get_functiondef('access.open_pages()'::regprocedure) as text`,
    );
    await owner.query(`create or replace function access.open_pages() returns uuid[] language sql stable
      security definer set search_path = public, pg_temp as 'select array_agg(id) from take_home_page'`);
    try {
      expect((await own(cast.brother)).status).toBe(404);
      expect((await own()).status).toBe(200);
    } finally {
      await owner.query(rows[0]?.text ?? '');
    }
  });

  it('names everybody who gets none, so that what they do is not offered', async () => {
    const names = (await pages()).others.map(({ displayName }) => displayName);
    expect(names).toEqual(expect.arrayContaining(['David Torres', 'Maya Torres']));
    expect(names).not.toContain('Rosa Torres');
  });

  it('names nobody of another family on a page that goes, unless that is meant', async () => {
    const decision = 'We begin as Daniel does. David joins.';
    await write({ ...WRITTEN, decision, helped: 'What Grace said' });
    await end();
    const written = async (): Promise<number> =>
      (await owner.query('select from take_home_page where session_id = $1', [id])).rowCount ?? 0;
    for (const choice of [{}, { meant: false }] as const)
      expect(await refusal(give({}, cast.therapist, undefined, choice.meant))).toMatchObject({
        status: 409,
        code: 'names-people',
        // David is one of them; what is on nobody's page is not asked about.
        errors: [{ path: 'pages', code: 'names-people', message: 'Daniel' }],
      });
    expect(await written()).toBe(0);
    // A page without these words goes.
    await done(give({ parts: ['next'] }));
    expect(await refusal(give({}))).toMatchObject({ code: 'names-people' });
    expect((await own()).body.decision).toBe('');
    await done(give({}, cast.therapist, undefined, true));
    expect((await own()).body.decision).toBe(decision);
    // What they have already goes nowhere.
    await done(give({}));
    const { rows } = await owner.query<{ fields: string[] }>(
      `select fields from audit where action = 'sessions.give-page' and family_id = $1 order by at desc, id desc limit 2`,
      [torres.id],
    );
    expect(rows.map(({ fields }) => fields)).toEqual([['namesMeant'], []]);
  });

  it('asks whoever gives it once more who they are, and not whoever takes it back', async () => {
    await end();
    await done(give({}));
    const elena = await signedInStaff(api, 'elena');
    await owner.query(`update signed_in set proven_at = proven_at - interval '6 minutes'`);
    try {
      expect(await refusal(give({}, elena))).toMatchObject({ status: 403, code: 'step-up-needed' });
      expect((await elena.post(`/api/sessions/${id}/pages/${rosa}/take-back`)).status).toBe(200);
    } finally {
      await owner.query(`update signed_in set proven_at = proven_at + interval '6 minutes'`);
    }
  });

  it('is recorded as a reading of a colleague’s words, whatever is done with them', async () => {
    await end();
    const { padRevision } = await pages();
    const mine = await idOf(cast.therapist);
    const theirs = await idOf(cast.supervisor);
    const reads = async (): Promise<number> => {
      const { rows } = await owner.query(`select from audit where action = 'sessions.read-pages'`);
      return rows.length;
    };
    const before = await reads();
    await done(give({}, cast.therapist, padRevision));
    expect(await reads()).toBe(before);
    await owner.query('update session_pad set written_by = $2 where session_id = $1', [id, theirs]);
    try {
      await done(give({ parts: ['decision'] }, cast.therapist, padRevision));
      await done(cast.therapist.post(`/api/sessions/${id}/pages/${rosa}/take-back`));
      expect(await reads()).toBe(before + 2);
    } finally {
      await owner.query('update session_pad set written_by = $2 where session_id = $1', [id, mine]);
    }
  });

  it('is not given to whom no consent to plans covers, nor to anybody who was not asked', async () => {
    await end();
    expect(await lineOf(leo)).toMatchObject({ stop: 'no-consent', may: { give: false } });
    expect(await refusal(give({ memberId: leo }))).toMatchObject({ status: 403, code: 'no-consent' });
    const father = memberIn(torres, 'father');
    expect(await lineOf(father)).toBeUndefined();
    expect(await refusal(give({ memberId: father }))).toMatchObject({ status: 422 });
    expect(await refusal(give({ parts: [], actionIds: ['open'] }))).toMatchObject({ status: 422 });
  });

  it('is made from what the therapist had before them', async () => {
    await end();
    const { padRevision } = await pages();
    await write({ ...WRITTEN, decision: 'Something else.' });
    const stale = await give({}, cast.therapist, padRevision);
    expect([stale.status, stale.body]).toMatchObject([412, { code: 'revision-stale' }]);
    expect(stale.text).not.toContain('Something else.');
    expect((await own()).status).toBe(404);
  });

  it('stays as it was given until another one is', async () => {
    await end();
    await done(give({}));
    const first = await done(own());
    await write({ ...WRITTEN, decision: 'Something else.' });
    expect(await done(own())).toEqual(first);
    await done(give({ parts: ['decision'] }));
    expect(await done(own())).toMatchObject({ decision: 'Something else.', nextOn: null });
    const { at } = (await lineOf(rosa))?.given ?? {};
    await done(give({ parts: ['decision'] }));
    expect((await lineOf(rosa))?.given?.at).toBe(at);
  });

  it('is closed at once when it is taken back, and when the right to it ends in any other way', async () => {
    await end();
    await done(give({}));
    await done(cast.therapist.post(`/api/sessions/${id}/pages/${rosa}/take-back`));
    expect((await own()).status).toBe(404);
    await done(give({}));
    expect((await own()).status).toBe(200);

    const hold = await done(
      cast.therapist.post<{ id: string }>(`/api/families/${torres.id}/holds`, {
        memberId: rosa,
        reason: 'For now',
      }),
    );
    expect((await own()).status).toBe(404);
    expect((await cast.mother.get(`${path()}/pdf`)).status).toBe(404);
    expect(await refusal(give({}))).toMatchObject({ status: 403, code: 'kept-apart' });
    await done(cast.therapist.post(`/api/holds/${hold.id}/lift`));
    expect((await own()).status).toBe(200);

    await done(cast.therapist.post(`/api/sessions/${id}/asked/${rosa}/take-back`));
    expect((await own()).status).toBe(404);
    expect(await lineOf(rosa)).toMatchObject({ may: { give: false, takeBack: true } });
  });

  it('is closed once the consent behind it is taken back', async () => {
    await end();
    await done(give({}));
    const consents = await done(
      cast.client.get<Page<{ id: string; to: { memberId: MemberId } }>>(
        `/api/families/${torres.id}/consents`,
      ),
    );
    for (const { id: consent, to } of consents.items)
      if (to.memberId === rosa) await done(cast.client.post(`/api/consents/${consent}/revoke`));
    expect((await own()).status).toBe(404);
    expect(await lineOf(rosa)).toMatchObject({
      stop: 'consent-revoked',
      given: { decision: WRITTEN.decision },
    });
  });
});
