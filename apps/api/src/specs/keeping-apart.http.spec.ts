import { PERSONAS, type Persona } from '@common-ground/testing';
import type {
  BlockBetween,
  Hold,
  Holds,
  MemberId,
  Page,
  Share,
  SharePreview,
  TaskSummary,
} from '@common-ground/contract';
import { approved, done, familyNamed, memberIn, putAnswer, refusal, share, taskTitled } from './acts';
import { every, sightOfEverybody } from './sight-of-everybody';
import type { World } from './world';
import { demoPractice } from './demo-practice';

const REASON = 'Qbdghkmnpqrs';

describe('blocks and holds', () => {
  const { api, cast, torres } = demoPractice();
  let documentId: string;
  let both: Share;
  let alone: Share;

  beforeAll(async () => {
    const { therapist } = cast;
    const sheets = [await approved(cast, torres.id, 'For both'), await approved(cast, torres.id, 'For one')];
    const [first, second] = sheets;
    if (first === undefined || second === undefined) throw new Error('Two were written.');
    documentId = first.id;
    both = await share(therapist, first.id, [memberIn(torres, 'mother'), memberIn(torres, 'father')]);
    alone = await share(therapist, second.id, [memberIn(torres, 'father')]);
    await done(putAnswer(cast.father, await taskTitled(cast.father, 'For both'), 'told', 0, 'My own words'));
  });

  const titles = async (who: Persona): Promise<string[]> =>
    (await done(cast[who].get<Page<TaskSummary>>('/api/homework?limit=100'))).items.map(({ title }) => title);
  const block = (...memberIds: MemberId[]): Promise<BlockBetween> =>
    done(
      cast.therapist.post<BlockBetween>(`/api/families/${torres.id}/blocks`, { memberIds, reason: REASON }),
    );
  const hold = (memberId: MemberId): Promise<Hold> =>
    done(cast.therapist.post<Hold>(`/api/families/${torres.id}/holds`, { memberId, reason: REASON }));
  const lift = (what: 'blocks' | 'holds', { id }: { id: string }): Promise<unknown> =>
    done(cast.therapist.post(`/api/${what}/${id}/lift`));

  /** What everybody but the therapist is answered when they ask for everything there is. */
  function sightOfAll(ids: Partial<World>): Promise<Record<string, string>> {
    const { therapist: _, ...rest } = cast;
    return sightOfEverybody(rest, {
      families: [{ id: torres.id, client: 'client', members: [], leads: [] }],
      ...ids,
    });
  }

  const of = (seen: Record<string, string>, ...whom: Persona[]): Record<string, string> =>
    Object.fromEntries(
      Object.entries(seen).filter(([asked]) => whom.includes(asked.split(' ')[0] as Persona)),
    );
  const others = PERSONAS.filter((persona) => persona !== 'therapist' && persona !== 'father');

  it('a block from the client looks to that person like a share taken back, and like nothing to everybody else', async () => {
    const father = await done(cast.father.get<Page<TaskSummary>>('/api/homework?limit=100'));
    const ids: Partial<World> = {
      documents: [{ id: both.documentId, revision: 1, familyId: torres.id, leads: [] }],
      tasks: father.items.map(({ id }) => ({ id, owner: 'father' as const })),
    };
    const before = await sightOfAll(ids);
    expect(await titles('father')).toEqual(expect.arrayContaining(['For both', 'For one']));

    const set = await block(memberIn(torres, 'client'), memberIn(torres, 'father'));
    expect(set.between.map(({ relation }) => relation).sort()).toEqual(['client', 'father']);
    expect(await titles('father')).toEqual([]);
    const blocked = await sightOfAll(ids);
    expect(of(blocked, ...others)).toEqual(of(before, ...others));

    await lift('blocks', set);
    expect(await sightOfAll(ids)).toEqual(before);

    const revoked = await done(cast.therapist.get<Page<Share>>(`/api/documents/${documentId}/shares`));
    expect(revoked.items.every(({ revokedAt }) => revokedAt === null)).toBe(true);
    const preview = await done(
      cast.therapist.post<SharePreview>(`/api/documents/${documentId}/shares/preview`, {}),
    );
    expect(preview.lines.find(({ member }) => member.relation === 'father')?.because).toBe('already-shared');

    // The other world: the same shares taken back one by one by the therapist, which is public to the father.
    for (const { id } of await sharesToFather()) await done(cast.therapist.post(`/api/shares/${id}/revoke`));
    const takenBack = await sightOfAll(ids);
    expect(of(blocked, 'father')).toEqual(of(takenBack, 'father'));
  });

  async function sharesToFather(): Promise<Share[]> {
    const { items } = await done(
      cast.therapist.get<Page<{ id: string; family: { id: string } | null }>>('/api/documents?limit=100'),
    );
    const lists = await Promise.all(
      items.map(({ id }) => done(cast.therapist.get<Page<Share>>(`/api/documents/${id}/shares`))),
    );
    return lists
      .flatMap((list) => list.items)
      .filter(
        ({ people, revokedAt }) => revokedAt === null && people.some(({ relation }) => relation === 'father'),
      );
  }

  it('a hold takes away what several got together, leaves what somebody got alone, and tells nobody', async () => {
    const { therapist } = cast;
    const sheet = await approved(cast, torres.id, 'Once more for both');
    const single = await approved(cast, torres.id, 'Once more for one');
    const mother = memberIn(torres, 'mother');
    await share(therapist, sheet.id, [mother, memberIn(torres, 'father')]);
    await share(therapist, single.id, [mother]);
    const before = await sightOfAll({});
    // What closes is told before.
    const wouldClose = async (): Promise<number> =>
      (await done(therapist.get<Holds>(`/api/families/${torres.id}/holds`))).wouldClose.find(
        ({ memberId }) => memberId === mother,
      )?.pieces ?? 0;
    const [open, told] = [await titles('mother'), await wouldClose()];
    expect(told).toBeGreaterThan(0);
    const held = await hold(mother);
    expect(open.length - (await titles('mother')).length).toBe(told);
    expect(await wouldClose()).toBe(0);
    expect(await titles('mother')).toContain('Once more for one');
    expect(await titles('mother')).not.toContain('Once more for both');
    expect(await titles('father')).toContain('Once more for both');
    const now = await sightOfAll({});
    const rest = PERSONAS.filter((persona) => persona !== 'therapist' && persona !== 'mother');
    expect(of(now, ...rest)).toEqual(of(before, ...rest));
    await lift('holds', held);
    expect(await sightOfAll({})).toEqual(before);
    expect(await wouldClose()).toBe(told);
    // What is closed already does not close, and what is taken back is nobody's.
    const set = await block(memberIn(torres, 'client'), mother);
    expect(await wouldClose()).toBe(0);
    await lift('blocks', set);
    const { items } = await done(therapist.get<Page<Share>>(`/api/documents/${sheet.id}/shares`));
    for (const { id } of items) await done(therapist.post(`/api/shares/${id}/revoke`));
    expect(await wouldClose()).toBe(told - 1);
  });

  it('the therapist is told why before a share, and a share that would break it is refused', async () => {
    const { therapist } = cast;
    const sheet = await approved(cast, torres.id, 'New for all');
    const [mother, father, client] = (['mother', 'father', 'client'] as const).map((relation) =>
      memberIn(torres, relation),
    ) as [MemberId, MemberId, MemberId];
    const set = await block(client, father);
    const held = await hold(mother);
    const why = async (memberIds?: MemberId[]): Promise<Record<string, string>> => {
      const { lines } = await done(
        therapist.post<SharePreview>(`/api/documents/${sheet.id}/shares/preview`, memberIds && { memberIds }),
      );
      return Object.fromEntries(
        lines.map(({ member, because, allowed }) => [member.relation, `${because} ${allowed}`]),
      );
    };
    expect(await why()).toMatchObject({
      client: 'own-client true',
      mother: 'held false',
      father: 'blocked false',
      brother: 'consent true',
    });
    expect(await why([mother])).toEqual({ mother: 'consent true' });
    expect(await why([father])).toEqual({ father: 'blocked false' });

    const refused = (memberIds: MemberId[]): Promise<unknown> =>
      refusal(therapist.post(`/api/documents/${sheet.id}/shares`, { memberIds }));
    expect(await refused([father])).toMatchObject({ status: 403, code: 'kept-apart', because: 'blocked' });
    expect(await refused([client, mother])).toMatchObject({
      code: 'kept-apart',
      because: 'held',
      errors: [{ path: 'memberIds.1', code: 'held' }],
    });
    await share(therapist, sheet.id, [mother]);
    expect(await titles('mother')).toContain('New for all');
    await lift('blocks', set);
    await lift('holds', held);
  });

  it('a block between two members leaves what each of them got from the therapist', async () => {
    const before = await sightOfAll({});
    const set = await block(memberIn(torres, 'father'), memberIn(torres, 'mother'));
    expect(await sightOfAll({})).toEqual(before);
    expect(
      await refusal(
        cast.therapist.post(`/api/families/${torres.id}/blocks`, {
          memberIds: [memberIn(torres, 'mother'), memberIn(torres, 'father')],
          reason: 'Again',
        }),
      ),
    ).toMatchObject({ status: 409, because: 'blocked-already' });
    await lift('blocks', set);
    expect(await lift('blocks', set)).toMatchObject({ may: { lift: false } });
  });

  it('nobody else can ask for one, and asking is answered alike with and without', async () => {
    const asked = async (): Promise<string[]> => {
      const answers: string[] = [];
      for (const who of PERSONAS.filter((persona) => persona !== 'therapist')) {
        for (const what of ['blocks', 'holds']) {
          answers.push(every(await cast[who].get(`/api/families/${torres.id}/${what}`)));
          answers.push(
            every(
              await cast[who].post(
                `/api/families/${torres.id}/${what}`,
                bodyOf(what, memberIn(torres, 'brother')),
              ),
            ),
          );
        }
      }
      return answers;
    };
    const bodyOf = (what: string, id: MemberId): object =>
      what === 'blocks'
        ? { memberIds: [id, memberIn(torres, 'client')], reason: 'x' }
        : { memberId: id, reason: 'x' };
    const before = await asked();
    const held = await hold(memberIn(torres, 'brother'));
    const set = await block(memberIn(torres, 'brother'), memberIn(torres, 'client'));
    expect(await asked()).toEqual(before);
    for (const who of ['client', 'mother', 'brother', 'supervisor', 'admin'] as const) {
      const absent = every(await cast[who].post('/api/blocks/00000000-0000-7000-8000-000000000000/lift'));
      expect(every(await cast[who].post(`/api/blocks/${set.id}/lift`))).toBe(absent);
      expect(every(await cast[who].post(`/api/holds/${held.id}/lift`))).toBe(absent);
    }
    await lift('blocks', set);
    await lift('holds', held);
    expect(api.log()).not.toContain(REASON);
  });

  it('names the field at fault', async () => {
    const wrong = (body: object): Promise<unknown> =>
      refusal(cast.therapist.post(`/api/families/${torres.id}/blocks`, body));
    const [mother, kim] = [memberIn(torres, 'mother'), await familyNamed(cast.therapist, 'Kim family')];
    expect(await wrong({ memberIds: [mother], reason: 'x' })).toMatchObject({
      errors: [{ path: 'memberIds' }],
    });
    expect(await wrong({ memberIds: [mother, mother], reason: 'x' })).toMatchObject({
      errors: [{ path: 'memberIds' }],
    });
    expect(await wrong({ memberIds: [mother, memberIn(kim, 'client')], reason: 'x' })).toMatchObject({
      errors: [{ path: 'memberIds.1', code: 'not-a-member' }],
    });
    expect(alone.people.map(({ relation }) => relation)).toEqual(['father']);
  });
});
