import type { Document, DuePlan, Family, FamilyId, FamilySession, Share } from '@common-ground/contract';
import { decide, done, memberIn, refusal, share, submit, writeKind } from './acts';
import { demoPractice } from './demo-practice';

/** Far enough away that no hour of these is over. */
const [BEFORE, THE_DAY, AFTER] = ['2046-12-31', '2047-01-01', '2047-01-02'] as const;

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

describe('a plan to be looked at again', () => {
  const { cast, torres } = demoPractice();
  let session: FamilySession;

  beforeEach(async () => {
    session = await planned(torres.id);
  });

  const planned = (familyId: FamilyId, startsOn: string = THE_DAY): Promise<FamilySession> =>
    done(
      cast.therapist.post<FamilySession>(`/api/families/${familyId}/sessions`, {
        ...{ format: 'family-session', startsOn, startTime: '16:00' },
      }),
    );
  const due = async (): Promise<readonly DuePlan[]> =>
    (await done(cast.therapist.get<FamilySession>(`/api/sessions/${session.id}`))).due;
  const dayOf = async ({ id }: Document): Promise<string | undefined> =>
    (await due()).find(({ documentId }) => documentId === id)?.reviewOn;
  const written = (title: string, reviewOn: string, template = 'calm-evenings'): Promise<Document> =>
    writeKind(cast.therapist, torres.id, title, template, { reviewOn });
  const approve = async ({ id }: Document): Promise<void> => {
    await decide(cast.supervisor, await submit(cast.therapist, cast.supervisor, id), 'approve');
  };
  const rewritten = async ({ id }: Document, reviewOn: string): Promise<void> => {
    const { kind, title, content, revision } = await done(
      cast.therapist.post<Document>(`/api/documents/${id}/reopen`),
    );
    await done(
      cast.therapist.put(
        `/api/${kind}s/${id}/draft`,
        { title, content: { ...content, reviewOn } },
        { 'if-match': `"${revision}"` },
      ),
    );
  };
  const shared = async (title: string, reviewOn: string): Promise<[Document, Share]> => {
    const plan = await written(title, reviewOn);
    await approve(plan);
    return [plan, await share(cast.therapist, plan.id, [memberIn(torres, 'mother')])];
  };

  it('is due from its day on, and not before', async () => {
    const [plan] = await shared('Evenings', THE_DAY);
    expect(await dayOf(plan)).toBe(THE_DAY);
    session = await planned(torres.id, BEFORE);
    expect(await dayOf(plan)).toBeUndefined();
    session = await planned(torres.id, AFTER);
    expect(await dayOf(plan)).toBe(THE_DAY);
  });

  it('is due once it is approved, whichever kind of plan it is, and not while it is being written', async () => {
    const plan = await written('Support', THE_DAY, 'hard-week');
    expect(await dayOf(plan)).toBeUndefined();
    await approve(plan);
    expect(await dayOf(plan)).toBe(THE_DAY);
    await rewritten(plan, THE_DAY);
    expect(await dayOf(plan)).toBeUndefined();
  });

  it('is due by the version people have, also while a later one is written or only approved', async () => {
    const [plan] = await shared('Mornings', THE_DAY);
    await rewritten(plan, '2047-06-01');
    expect(await dayOf(plan)).toBe(THE_DAY);
    await approve(plan);
    expect(await dayOf(plan)).toBe(THE_DAY);
    await share(cast.therapist, plan.id, [memberIn(torres, 'mother')]);
    expect(await dayOf(plan)).toBeUndefined();
  });

  it('is due when it opens to people before the hour, and not when it opens after it', async () => {
    const plan = await written('Opens later', inDays(0));
    await approve(plan);
    await done(
      cast.therapist.post(`/api/documents/${plan.id}/shares`, {
        memberIds: [memberIn(torres, 'mother')],
        startsOn: inDays(10),
      }),
    );
    session = await planned(torres.id, inDays(12));
    expect(await dayOf(plan)).toBe(inDays(0));
    session = await planned(torres.id, inDays(8));
    expect(await dayOf(plan)).toBeUndefined();
  });

  it('is due no more once it was taken back from everybody', async () => {
    const [plan, { id }] = await shared('Weekends', THE_DAY);
    await done(cast.therapist.post(`/api/shares/${id}/revoke`));
    expect(await dayOf(plan)).toBeUndefined();
  });

  it('comes in the order of the days, and says nothing else of the plan', async () => {
    await shared('Later', BEFORE);
    const days = (await due()).map(({ reviewOn }) => reviewOn);
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual([...days].sort());
    for (const plan of await due())
      expect(Object.keys(plan).sort()).toEqual(['documentId', 'reviewOn', 'title']);
  });

  it('is due in its own family alone, and for those who lead it', async () => {
    const [plan] = await shared('Of the Torres family', THE_DAY);
    for (const who of ['other-therapist', 'supervisor', 'mother', 'client', 'admin'] as const)
      expect(await refusal(cast[who].get(`/api/sessions/${session.id}`))).toMatchObject({ status: 404 });
    // Of another family that the same therapist leads.
    const { id } = await done(
      cast.therapist.post<Family>('/api/families', {
        name: 'Another family',
        client: { displayName: 'Ines' },
      }),
    );
    session = await planned(id);
    expect(await dayOf(plan)).toBeUndefined();
  });

  it('is not offered for an hour that was called off', async () => {
    await done(cast.therapist.post(`/api/sessions/${session.id}/call-off`));
    expect(await due()).toEqual([]);
  });
});
