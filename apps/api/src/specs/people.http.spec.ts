import { startApi, type Answer as Reply, type ApiClient, type RunningApi } from '@common-ground/testing';
import type {
  Family,
  FamilyTherapists,
  Household,
  KnownPerson,
  Me,
  Member,
  MemberState,
  Page,
} from '@common-ground/contract';
import { MEMBER_STATES } from '@common-ground/contract';
import { Client } from 'pg';
import { done, everybody, familyNamed, idOf, memberIn, refusal, type Cast, type People } from './acts';

const CARMEN = { displayName: 'Carmen Vega', relation: 'relative', language: 'es', channel: 'none' };

describe('the people of a family', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;
  let kim: People;
  let owner: Client;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
    torres = await familyNamed(cast.therapist, 'Torres family');
    kim = await familyNamed(cast.therapist, 'Kim family');
  });
  afterAll(async () => {
    await owner.end();
    await api.stop();
  });

  const put = (
    id: string,
    body: object,
    revision?: number,
    who: ApiClient = cast.therapist,
  ): Promise<Reply<Member>> =>
    who.put(
      `/api/families/${torres.id}/members/${id}`,
      body,
      revision === undefined ? undefined : { 'if-match': `"${revision}"` },
    );
  const people = async (who: ApiClient): Promise<readonly Member[]> =>
    (await done(who.get<Family>(`/api/families/${torres.id}`))).members;

  it('what is kept about somebody is replaced as a whole, over what was read, and by the therapist alone', async () => {
    const carmen = memberIn(torres, 'relative');
    expect(await refusal(put(carmen, CARMEN))).toMatchObject({ status: 428 });
    const { id } = await done(
      cast.therapist.post<Household>(`/api/families/${torres.id}/households`, {
        name: 'Grandmother’s house',
      }),
    );
    const written = await put(
      carmen,
      { ...CARMEN, contact: 'carmen@example.org', channel: 'email', safeHours: 'After six', householdId: id },
      0,
    );
    expect(written.status).toBe(200);
    expect(written.headers.get('etag')).toBe('"1"');
    expect(written.body.details).toEqual({
      revision: 1,
      language: 'es',
      channel: 'email',
      safeHours: 'After six',
      mailHours: null,
      household: { id, name: 'Grandmother’s house' },
      sharesContactWith: [],
      mailCameBack: false,
    });
    expect(await refusal(put(carmen, CARMEN, 0))).toMatchObject({
      status: 412,
      code: 'revision-stale',
      changedBy: 'Elena Ruiz',
    });
    const emptied = await done(put(carmen, CARMEN, 1));
    expect(emptied).toMatchObject({
      contact: null,
      details: { revision: 2, safeHours: null, household: null },
    });

    for (const member of await people(cast.client))
      expect(member).toMatchObject({ contact: null, details: null });
    expect(await refusal(put(carmen, CARMEN, 2, cast.client))).toMatchObject({ status: 403 });
    expect(await refusal(put(carmen, CARMEN, 2, cast['other-therapist']))).toMatchObject({ status: 404 });
  });

  it('of two who save at once over the same revision one is told', async () => {
    const mother = torres.members.mother;
    const body = { displayName: 'Rosa Torres', relation: 'mother', language: 'en', channel: 'none' };
    const saved = await Promise.all(
      [1, 2, 3].map(() => put(mother?.id ?? '', body, mother?.details?.revision)),
    );
    expect(saved.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('names the field at fault', async () => {
    const carmen = memberIn(torres, 'relative');
    const wrong = async (more: object): Promise<unknown> => refusal(put(carmen, { ...CARMEN, ...more }, 2));
    const at = (path: string, code: string): object => ({ status: 422, errors: [{ path, code }] });
    expect(await wrong({ channel: 'text' })).toMatchObject(at('contact', 'needed'));
    expect(await wrong({ channel: 'email', contact: '555 0101' })).toMatchObject(
      at('contact', 'not-an-address'),
    );
    expect(await wrong({ relation: 'client' })).toMatchObject(at('relation', 'one-client'));
    expect(await wrong({ householdId: kim.id })).toMatchObject(at('householdId', 'not-a-household'));
  });

  it('two people may share one mailbox, and the therapist is told whose it is, within the own caseload only', async () => {
    const add = (who: ApiClient, id: string, contact: string): Promise<Member> =>
      done(
        who.post<Member>(`/api/families/${id}/members`, { displayName: 'Ben', relation: 'friend', contact }),
      );
    const lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');
    const elsewhere = await add(cast['other-therapist'], lindqvist.id, 'GRACE@example.org');
    expect(elsewhere.details?.sharesContactWith).toEqual([]);
    const here = await add(cast.therapist, torres.id, ' grace@Example.org');
    expect(here.details?.sharesContactWith).toMatchObject([
      { displayName: 'Grace Kim', family: { name: 'Kim family' }, because: 'contact-shared' },
    ]);
  });

  it('somebody known from another family is added without being made twice, and their families stay apart', async () => {
    const { therapist } = cast;
    const { items } = await done(therapist.get<Page<KnownPerson>>(`/api/families/${kim.id}/known-people`));
    const rosa = items.filter(({ displayName }) => displayName === 'Rosa Torres');
    expect(rosa).toMatchObject([{ families: [{ name: 'Torres family' }] }]);
    const add = { personId: rosa[0]?.id, relation: 'friend' };
    const place = await done(therapist.post<Member>(`/api/families/${kim.id}/members`, add));
    expect(place).toMatchObject({ displayName: 'Rosa Torres', state: 'invited', personId: rosa[0]?.id });
    expect(await refusal(therapist.post(`/api/families/${kim.id}/members`, add))).toMatchObject({
      status: 409,
      because: 'member-already',
    });
    const stranger = { personId: await idOf(cast['other-client']), relation: 'friend' };
    expect(await refusal(therapist.post(`/api/families/${kim.id}/members`, stranger))).toMatchObject({
      errors: [{ path: 'personId', code: 'not-known' }],
    });

    const me = (): Promise<Me> => done(cast.mother.get<Me>('/api/me'));
    expect((await me()).places).toEqual([
      { familyId: torres.id, relation: 'mother', therapists: ['Elena Ruiz'] },
    ]);
    await owner.query(`alter table member no force row level security`);
    await owner.query(`update member set state = 'confirmed' where id = $1`, [place.id]);
    expect((await me()).places.map(({ relation }) => relation)).toEqual(['mother', 'friend']);
    expect(JSON.stringify(await me())).not.toMatch(/Kim|Daniel|Maya/u);
    await done(cast.mother.post(`/api/families/${kim.id}/leave`));
    expect((await me()).places.map(({ relation }) => relation)).toEqual(['mother']);
  });

  it('every state is left only by the steps that lead on from it', async () => {
    const { therapist } = cast;
    const { id } = await done(
      therapist.post<Member>(`/api/families/${kim.id}/members`, { displayName: 'Jo', relation: 'friend' }),
    );
    const steps = {
      confirm: ['accepted', 'paused'],
      pause: ['confirmed'],
      remove: MEMBER_STATES.slice(0, 4),
    };
    for (const state of MEMBER_STATES) {
      for (const [step, from] of Object.entries(steps)) {
        await owner.query(`update member set state = $2 where id = $1`, [id, state]);
        const { status } = await therapist.post(`/api/families/${kim.id}/members/${id}/${step}`);
        expect([state, step, status]).toEqual([
          state,
          step,
          (from as readonly MemberState[]).includes(state) ? 200 : 409,
        ]);
      }
    }
  });

  it('whoever leaves closes everything at once; nobody is told, and only the state says it', async () => {
    const brother = memberIn(torres, 'brother');
    const homework = await done(cast.brother.get<Page<{ id: string }>>('/api/homework'));
    expect(homework.items.length).toBeGreaterThan(0);
    for (const who of ['therapist', 'other-therapist', 'client'] as const) {
      const { status } = await cast[who].post(`/api/families/${torres.id}/leave`);
      expect([who, status]).toEqual([who, who === 'other-therapist' ? 404 : 403]);
    }
    const left = await Promise.all([1, 2].map(() => cast.brother.post(`/api/families/${torres.id}/leave`)));
    expect(left.filter(({ status }) => status === 204)).toHaveLength(1);
    expect((await done(cast.brother.get<Page<unknown>>('/api/homework'))).items).toEqual([]);
    expect((await done(cast.brother.get<Me>('/api/me'))).places).toEqual([]);
    expect((await people(cast.therapist)).find(({ id }) => id === brother)?.state).toBe('removed');

    const again = await done(
      cast.therapist.post<Member>(`/api/families/${torres.id}/members`, {
        personId: torres.members.brother?.personId,
        relation: 'brother',
      }),
    );
    expect(again).toMatchObject({ id: brother, state: 'invited' });
    expect((await done(cast.brother.get<Page<unknown>>('/api/homework'))).items).toEqual([]);
  });
});

describe('the therapists of a family', () => {
  let api: RunningApi;
  let cast: Cast;
  let torres: People;

  beforeAll(async () => {
    api = await startApi();
    cast = await everybody(api);
    torres = await familyNamed(cast.therapist, 'Torres family');
  });
  afterAll(() => api.stop());

  it('one leads; colleagues join, take over and step back, and somebody always leads', async () => {
    const [elena, jonas] = [cast.therapist, cast['other-therapist']];
    const [elenasId, jonasId] = [await idOf(elena), await idOf(jonas)];
    const path = `/api/families/${torres.id}/therapists`;
    const leads = ({ items }: FamilyTherapists): unknown =>
      items.map(({ displayName, leads: is }) => [displayName, is]);

    const before = await done(elena.get<FamilyTherapists>(path));
    expect(leads(before)).toEqual([['Elena Ruiz', true]]);
    expect(before.colleagues.map(({ displayName }) => displayName)).toEqual(['Jonas Weber']);
    expect(await refusal(elena.post(`${path}/${elenasId}/end`))).toMatchObject({
      status: 409,
      because: 'last-lead',
    });
    expect(await refusal(jonas.post(path, { personId: jonasId }))).toMatchObject({ status: 404 });
    const noTherapist = { personId: await idOf(cast.supervisor) };
    expect(await refusal(elena.post(path, noTherapist))).toMatchObject({
      errors: [{ code: 'not-a-therapist' }],
    });

    const joined = await done(elena.post<FamilyTherapists>(path, { personId: jonasId }));
    expect(leads(joined)).toEqual([
      ['Elena Ruiz', true],
      ['Jonas Weber', false],
    ]);
    expect((await jonas.get(`/api/families/${torres.id}`)).status).toBe(200);
    expect(await refusal(elena.post(path, { personId: jonasId }))).toMatchObject({
      because: 'on-caseload-already',
    });
    expect(await refusal(jonas.post(`${path}/${jonasId}/lead`))).toMatchObject({ status: 403 });
    expect(await refusal(jonas.post(`${path}/${elenasId}/end`))).toMatchObject({ status: 403 });

    const handed = await Promise.all(
      [1, 2].map(() => elena.post<FamilyTherapists>(`${path}/${jonasId}/lead`)),
    );
    expect(handed.map(({ status }) => status).sort()).toEqual([200, 403]);
    expect(leads(await done(jonas.get<FamilyTherapists>(path)))).toEqual([
      ['Jonas Weber', true],
      ['Elena Ruiz', false],
    ]);

    expect((await elena.post(`${path}/${elenasId}/end`)).status).toBe(204);
    for (const gone of [`/api/families/${torres.id}`, path, `/api/families/${torres.id}/responses`]) {
      expect([gone, (await elena.get(gone)).status]).toEqual([gone, 404]);
    }
    const documents = await done(
      elena.get<Page<{ family: { id: string } | null }>>('/api/documents?limit=100'),
    );
    expect(documents.items.filter(({ family }) => family?.id === torres.id)).toEqual([]);
    expect(await refusal(elena.post(path, { personId: elenasId }))).toMatchObject({ status: 404 });

    await done(jonas.post(path, { personId: elenasId }));
    expect((await elena.get(`/api/families/${torres.id}`)).status).toBe(200);
    expect((await jonas.post(`${path}/${elenasId}/end`)).status).toBe(204);
    expect((await elena.get(`/api/families/${torres.id}`)).status).toBe(404);
  });
});
