import { startApi, type RunningApi } from '@common-ground/testing';
import type { Guardian, Me, Page } from '@common-ground/contract';
import { Client } from 'pg';
import { done, everybody, familyNamed, memberIn, refusal, type Cast, type People } from './acts';

describe('guardians', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let app: Client;
  let torres: People;

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

  const record = (more: Partial<Record<string, string>>): Promise<Guardian> =>
    done(
      cast.therapist.post<Guardian>(`/api/families/${torres.id}/guardians`, {
        memberId: memberIn(torres, 'father'),
        forMemberId: memberIn(torres, 'client'),
        kind: 'court-appointed',
        evidence: 'Order of the county court',
        fromOn: '2026-01-01',
        ...more,
      }),
    );

  /** The practice's own day, and the days around it, as its clock has them. */
  async function day(offset: number): Promise<string> {
    const { rows } = await owner.query<{ day: string }>(
      `select ((now() at time zone time_zone)::date + $1::int)::text as day from practice where name = $2`,
      [offset, 'Lakeside Recovery Center'],
    );
    return rows[0]?.day ?? '';
  }

  /** Whether the father may speak for the client today, as the rows themselves have it. */
  async function fatherSpeaks(): Promise<boolean> {
    const { person, practice } = await done(cast.father.get<Me>('/api/me'));
    await app.query('begin');
    try {
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`,
        [person.id, practice.id],
      );
      const { rows } = await app.query<{ clients: string[]; families: string[] }>(
        'select access.guarded_clients() as clients, access.guarded_families() as families',
      );
      const clients = rows[0]?.clients ?? [];
      expect(rows[0]?.families).toEqual(clients.length === 0 ? [] : [torres.id]);
      return clients.includes(torres.members.client?.personId ?? '');
    } finally {
      await app.query('rollback');
    }
  }

  it('is recorded with its evidence by the therapist, who alone reads it', async () => {
    const { items } = await done(cast.therapist.get<Page<Guardian>>(`/api/families/${torres.id}/guardians`));
    expect(items).toMatchObject([
      {
        who: { displayName: 'Rosa Torres', relation: 'mother' },
        forWhom: { displayName: 'Leo Torres', relation: 'brother' },
        kind: 'parental-responsibility',
        fromOn: '2024-03-14',
        state: 'in-force',
        recordedBy: { displayName: 'Elena Ruiz' },
        may: { end: true },
      },
    ]);
    for (const who of ['client', 'mother', 'brother'] as const) {
      expect(await refusal(cast[who].get(`/api/families/${torres.id}/guardians`))).toMatchObject({
        status: 403,
      });
    }
  });

  it('speaks from the first day through the last, and not the day after', async () => {
    expect(await fatherSpeaks()).toBe(false);
    const right = await record({ fromOn: await day(0), untilOn: await day(0) });
    expect(right.state).toBe('in-force');
    expect(await fatherSpeaks()).toBe(true);

    await owner.query(`alter table guardian no force row level security`);
    const ofThis = [right.id, await day(-1)];
    await owner.query(`update guardian set from_on = $2, until_on = $2 where id = $1`, ofThis);
    expect(await fatherSpeaks()).toBe(false);
    const { items } = await done(cast.therapist.get<Page<Guardian>>(`/api/families/${torres.id}/guardians`));
    expect(items.find(({ id }) => id === right.id)).toMatchObject({ state: 'ended', may: { end: false } });

    const later = await record({ fromOn: await day(1) });
    expect(later.state).toBe('to-come');
    expect(await fatherSpeaks()).toBe(false);
  });

  it('stops speaking at once when the therapist ends it, and keeps its last day when one is named', async () => {
    const right = await record({});
    expect(await fatherSpeaks()).toBe(true);
    const today = await day(0);
    const last = await done(
      cast.therapist.post<Guardian>(`/api/guardians/${right.id}/end`, { untilOn: today }),
    );
    expect(last).toMatchObject({ untilOn: today, endedAt: null, state: 'in-force' });
    expect(await fatherSpeaks()).toBe(true);
    expect(
      await refusal(cast.therapist.post(`/api/guardians/${right.id}/end`, { untilOn: await day(5) })),
    ).toMatchObject({ status: 422, errors: [{ path: 'untilOn', code: 'later-than-recorded' }] });
    const ended = await done(cast.therapist.post<Guardian>(`/api/guardians/${right.id}/end`, {}));
    expect(ended.state).toBe('ended');
    expect(await fatherSpeaks()).toBe(false);
    expect(await done(cast.therapist.post<Guardian>(`/api/guardians/${right.id}/end`, {}))).toEqual(ended);
  });

  it('speaks for nobody while paused', async () => {
    const right = await record({});
    const father = memberIn(torres, 'father');
    await done(cast.therapist.post(`/api/families/${torres.id}/members/${father}/pause`));
    await done(cast.therapist.post(`/api/families/${torres.id}/members/${father}/confirm`));
    expect(await fatherSpeaks()).toBe(true);
    await done(cast.therapist.post(`/api/families/${torres.id}/members/${father}/pause`));
    const { rows } = await owner.query<{ state: string }>('select state from member where id = $1', [father]);
    expect(rows).toEqual([{ state: 'paused' }]);
    expect(await fatherSpeaks()).toBe(false);
    await done(cast.therapist.post(`/api/families/${torres.id}/members/${father}/confirm`));
    await done(cast.therapist.post(`/api/guardians/${right.id}/end`, {}));
  });

  it('is refused with the field at fault', async () => {
    const wrong = (more: Record<string, string>): Promise<unknown> =>
      refusal(
        cast.therapist.post(`/api/families/${torres.id}/guardians`, {
          memberId: memberIn(torres, 'father'),
          forMemberId: memberIn(torres, 'brother'),
          kind: 'agency',
          evidence: 'A letter',
          fromOn: '2026-01-01',
          ...more,
        }),
      );
    expect(await wrong({ forMemberId: memberIn(torres, 'father') })).toMatchObject({
      errors: [{ path: 'forMemberId', code: 'same-person' }],
    });
    expect(await wrong({ untilOn: '2025-12-31' })).toMatchObject({
      errors: [{ path: 'untilOn', code: 'before-first-day' }],
    });
    expect(await wrong({ memberId: '00000000-0000-7000-8000-000000000000' })).toMatchObject({
      errors: [{ path: 'memberId', code: 'not-a-member' }],
    });
    expect(await wrong({ fromOn: '2026-02-30' })).toMatchObject({ errors: [{ path: 'fromOn' }] });
    expect(await wrong({ evidence: ' ' })).toMatchObject({ errors: [{ path: 'evidence' }] });
  });
});
