import { startApi, type Answer as Reply, type RunningApi } from '@common-ground/testing';
import type {
  BlockBetween,
  FamilySession,
  FamilySessionSummary,
  Member,
  MemberId,
  Page,
  PapersStanding,
  ProblemDetails,
  Relation,
  SessionPlan,
  SharePreview,
} from '@common-ground/contract';
import { done, everybody, familyNamed, memberIn, refusal, write, type Cast, type People } from './acts';

describe('the hour of a family', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
  });
  afterAll(() => api.stop());

  const begin = (): Promise<FamilySession> =>
    done(
      cast.therapist.post<FamilySession>(`/api/families/${torres.id}/sessions`, {
        format: 'problem-solving',
        startsOn: '2027-02-02',
        startTime: '16:00',
      }),
    );
  const save = (
    { id, revision }: FamilySession,
    plan: SessionPlan,
    ifMatch: string | null = `"${revision}"`,
  ): Promise<Reply<FamilySession>> =>
    cast.therapist.put(`/api/sessions/${id}`, plan, ifMatch === null ? {} : { 'if-match': ifMatch });
  const withPeople = (plan: SessionPlan, ...ids: MemberId[]): SessionPlan => ({
    ...plan,
    people: [...plan.people, ...ids.map((id) => ({ side: 'family', id, role: 'participant' }) as const)],
  });
  const seen = ({ candidates }: FamilySession, id: MemberId): string | null =>
    candidates.find(({ memberId }) => memberId === id)?.staysAway ?? null;

  it('begins as its format says, with whoever plans it in the lead', async () => {
    const session = await begin();
    expect(session.plan.agenda.map(({ minutes }) => minutes)).toEqual([15, 20, 5, 45, 5]);
    expect(session.plan.people).toEqual([{ side: 'staff', id: session.writtenBy.id, role: 'lead' }]);
    expect(session).toMatchObject({ revision: 1, timeZone: 'America/New_York', minutes: 90 });
    expect(session.startsAt).toBe('2027-02-02T21:00:00.000Z');
  });

  it('has the ground rules of the family’s latest hour, and those of its format before the first', async () => {
    const first = await begin();
    expect(first.plan.groundRules.length).toBeGreaterThan(1);
    const rules = ['We let each other finish.'];
    await done(save(first, { ...first.plan, startsOn: '2027-03-02', groundRules: rules }));
    expect((await begin()).plan.groundRules).toEqual(rules);
  });

  it('says of each whether a consent covers its papers by its day, as a share of them would', async () => {
    const plain = await begin();
    expect(plain.candidates.map(({ papers }) => papers)).toEqual(plain.candidates.map(() => null));
    const sheet = await write(cast.therapist, torres.id, 'Signs of a calm week');
    const [first, ...others] = plain.plan.agenda;
    if (first === undefined) throw new Error('Every hour has an entry.');
    const agenda = [{ ...first, documentIds: [sheet.id] }, ...others];
    const session = await done(save(plain, { ...plain.plan, agenda }));
    const standing = ({ candidates }: FamilySession, who: Relation): PapersStanding | null | undefined =>
      candidates.find(({ memberId }) => memberId === memberIn(torres, who))?.papers;
    const preview = await done(
      cast.therapist.post<SharePreview>(`/api/documents/${sheet.id}/shares/preview`),
    );
    for (const { member, because, consentUntilOn } of preview.lines) {
      const candidate = session.candidates.find(({ memberId }) => memberId === member.id);
      const isMissing = !['own-client', 'consent'].includes(because);
      expect([member.relation, candidate?.papers]).toEqual([
        member.relation,
        {
          isOwn: because === 'own-client',
          untilOn: consentUntilOn,
          missing: isMissing ? [{ documentId: sheet.id, title: sheet.title, because }] : [],
        },
      ]);
    }
    const whys = preview.lines.map(({ because }) => because);
    expect(whys).toEqual(expect.arrayContaining(['own-client', 'consent']));
    // By the day of the hour, and not today.
    const far = await done(save(session, { ...session.plan, startsOn: '2040-01-02' }));
    expect(standing(far, 'mother')).toMatchObject({ missing: [{ because: 'consent-ended' }] });
    expect(standing(far, 'client')).toMatchObject({ isOwn: true, missing: [] });
    // What is over needs no consent any more, and says nothing of any.
    const over = await done(save(far, { ...far.plan, startsOn: '2020-01-02' }));
    expect(standing(over, 'mother')).toBeNull();
  });

  it('stands on the list of its family, the last one first', async () => {
    const { id } = await begin();
    const { items } = await done(
      cast.therapist.get<Page<FamilySessionSummary>>(`/api/families/${torres.id}/sessions`),
    );
    expect(items.map((one) => one.id)).toContain(id);
    const moments = items.map(({ startsAt }) => startsAt);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  it('says of another hour of its family at the same time, which is not forbidden', async () => {
    const read = (id: string): Promise<FamilySession> =>
      done(cast.therapist.get<FamilySession>(`/api/sessions/${id}`));
    const besides = async (id: string): Promise<string[]> => (await read(id)).beside.map((one) => one.id);
    const at = { startsOn: '2031-05-06', startTime: '16:00', minutes: 50 };
    const first = await begin();
    await done(save(first, { ...first.plan, ...at }));
    const second = await begin();
    const move = async (change: object): Promise<void> => {
      const now = await read(second.id);
      await done(save(now, { ...now.plan, ...change }));
    };
    expect(await besides(second.id)).not.toContain(first.id);
    await move(at);
    expect(await besides(first.id)).toEqual([second.id]);
    const [beside] = (await read(second.id)).beside;
    const { startsAt, purpose, plan } = await read(first.id);
    expect(beside).toEqual({ id: first.id, startsAt, purpose, timeZone: plan.timeZone });
    await move({ startTime: '16:49' });
    expect(await besides(first.id)).toEqual([second.id]);
    // One after the other is no trouble, and what is called off takes nobody's time.
    await move({ startTime: '16:50' });
    expect(await besides(first.id)).toEqual([]);
    await move(at);
    await done(cast.therapist.post(`/api/sessions/${second.id}/call-off`));
    expect(await besides(first.id)).toEqual([]);
  });

  it('is told to its therapists beforehand, the next one first, and to nobody else', async () => {
    const ahead = (who: keyof Cast): Promise<Page<FamilySessionSummary>> =>
      done(cast[who].get<Page<FamilySessionSummary>>('/api/sessions'));
    const session = await begin();
    await done(save(session, { ...session.plan, startsOn: '2020-01-01' }));
    const { items } = await ahead('therapist');
    expect(items.map(({ family }) => family.name)).toContain('Torres family');
    expect(items.map(({ id }) => id)).not.toContain(session.id);
    const moments = items.map(({ startsAt }) => startsAt);
    expect(moments).toEqual([...moments].sort());
    expect((await ahead('other-therapist')).items).toEqual([]);
    expect((await ahead('supervisor')).items).toEqual([]);
  });

  it('keeps its time on the wall when the clocks change before it', async () => {
    const session = await begin();
    const saved = await done(save(session, { ...session.plan, startsOn: '2027-03-14', startTime: '16:00' }));
    expect([saved.plan.startTime, saved.startsAt]).toEqual(['16:00', '2027-03-14T20:00:00.000Z']);
    const moved = await done(save(saved, { ...saved.plan, timeZone: 'Europe/Madrid' }));
    expect([moved.plan.startTime, moved.startsAt]).toEqual(['16:00', '2027-03-14T15:00:00.000Z']);
  });

  it('is saved over the revision it was read at, and no other', async () => {
    const session = await begin();
    expect(await refusal(save(session, session.plan, null))).toMatchObject({ status: 428 });
    const first = { ...session.plan, purpose: 'Calmer mornings' };
    const reply = await save(session, first);
    expect([reply.status, reply.headers.get('etag')]).toEqual([200, '"2"']);
    // The answer was lost, so it is sent again.
    const again = await save(session, first);
    expect([again.status, again.body.revision]).toEqual([200, 2]);
    const stale = await save(session, { ...session.plan, purpose: 'Something else' });
    expect(stale.status).toBe(412);
    expect(stale.body as unknown as ProblemDetails).toMatchObject({
      code: 'revision-stale',
      changedBy: 'Elena Ruiz',
      current: { revision: 2, purpose: 'Calmer mornings' },
    });
  });

  it('is planned with people of the family and papers of the family alone', async () => {
    const session = await begin();
    const lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');
    expect(
      await refusal(save(session, withPeople(session.plan, memberIn(lindqvist, 'client')))),
    ).toMatchObject({
      status: 422,
      errors: [{ path: 'people.1', code: 'not-a-member' }],
    });
    const theirs = await write(cast['other-therapist'], lindqvist.id, 'Theirs');
    const [first, ...rest] = session.plan.agenda;
    if (first === undefined) throw new Error('The format has an agenda.');
    const agenda = [{ ...first, documentIds: [theirs.id] }, ...rest];
    expect(await refusal(save(session, { ...session.plan, agenda }))).toMatchObject({
      status: 422,
      errors: [{ path: 'agenda.0.documentIds', code: 'unknown-document' }],
    });
    const ours = await write(cast.therapist, torres.id, 'Ours');
    const saved = await done(
      save(session, { ...session.plan, agenda: [{ ...first, documentIds: [ours.id] }, ...rest] }),
    );
    expect(saved.plan.agenda[0]?.documentIds).toEqual([ours.id]);
  });

  it('refuses a zone, a time and a link that are none', async () => {
    const session = await begin();
    for (const [field, value] of [
      ['timeZone', 'Atlantis/Capital'],
      ['startTime', '25:00'],
      ['link', 'javascript:alert(1)'],
      ['place', 'Room 4\r\nATTENDEE:mailto:x@example.org'],
      ['minutes', 0],
    ] as const) {
      const refused = await refusal(save(session, { ...session.plan, [field]: value }));
      expect(refused).toMatchObject({ status: 422, errors: [{ path: field }] });
    }
  });

  describe('with people who are kept apart', () => {
    const post = <Body>(path: string, body?: unknown): Promise<Body> =>
      done(cast.therapist.post<Body>(path, body));

    it('asks neither of two with a block while the other comes, and says why to the therapist', async () => {
      const session = await begin();
      const [mother, father] = [memberIn(torres, 'mother'), memberIn(torres, 'father')];
      const both = await done(save(session, withPeople(session.plan, mother)));
      expect(seen(both, father)).toBeNull();
      const { id } = await post<BlockBetween>(`/api/families/${torres.id}/blocks`, {
        memberIds: [mother, father],
        reason: 'Why',
      });
      expect(await refusal(save(both, withPeople(both.plan, father)))).toMatchObject({
        status: 403,
        code: 'kept-apart',
        errors: [{ path: 'people.2', code: 'blocked' }],
      });
      const read = await done(cast.therapist.get<FamilySession>(`/api/sessions/${session.id}`));
      expect([seen(read, father), seen(read, mother)]).toEqual(['blocked', null]);
      await post(`/api/blocks/${id}/lift`);
    });

    it('asks nobody who is held, and lets a plan be saved in which somebody was before', async () => {
      const brother = memberIn(torres, 'brother');
      const session = await begin();
      const saved = await done(save(session, withPeople(session.plan, brother)));
      const { id } = await post<{ id: string }>(`/api/families/${torres.id}/holds`, {
        memberId: brother,
        reason: 'Why',
      });
      const held = await done(save(saved, { ...saved.plan, purpose: 'Go on' }));
      expect(seen(held, brother)).toBe('held');
      const without = await done(save(held, session.plan));
      expect(await refusal(save(without, withPeople(without.plan, brother)))).toMatchObject({
        code: 'kept-apart',
      });
      await post(`/api/holds/${id}/lift`);
      await done(save(without, withPeople(without.plan, brother)));
    });

    it('asks nobody who is not confirmed', async () => {
      const session = await begin();
      const { id } = await post<Member>(`/api/families/${torres.id}/members`, {
        displayName: 'Ana',
        relation: 'friend',
      });
      expect(await refusal(save(session, withPeople(session.plan, id)))).toMatchObject({
        status: 403,
        code: 'member-not-confirmed',
      });
    });
  });

  it('does not exist for anybody but those who lead the family', async () => {
    const { id, plan } = await begin();
    for (const who of ['client', 'mother', 'supervisor', 'admin', 'other-therapist', 'outsider'] as const) {
      expect([who, await refusal(cast[who].get(`/api/sessions/${id}`))]).toMatchObject([
        who,
        { status: 404 },
      ]);
      const changed = cast[who].put(`/api/sessions/${id}`, plan, { 'if-match': '"1"' });
      expect([who, await refusal(changed)]).toMatchObject([who, { status: 404 }]);
    }
    expect(await refusal(cast.client.get(`/api/families/${torres.id}/sessions`))).toMatchObject({
      status: 403,
    });
  });
});
