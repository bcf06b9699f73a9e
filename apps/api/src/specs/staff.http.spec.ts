import type {
  BreakGlass,
  Document,
  Me,
  Page,
  PersonId,
  StaffMember,
  Supervision,
} from '@common-ground/contract';
import { rememberedAs, startApi, type Answer as Reply, type RunningApi } from '@common-ground/testing';
import { Client } from 'pg';
import {
  done,
  everybody,
  familyNamed,
  idOf,
  memberIn,
  refusal,
  sheet,
  submit,
  write,
  type Cast,
} from './acts';

describe('who works in a practice', () => {
  let api: RunningApi;
  let cast: Cast;
  let owner: Client;
  let asItWas: () => Promise<void>;

  beforeAll(async () => {
    api = await startApi();
    asItWas = await rememberedAs(api.database);
    owner = new Client({ connectionString: api.database.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    const faults = api.log().match(/.*"status":5\d\d.*/gu);
    await api.stop();
    expect(faults).toBeNull();
  });
  async function open(): Promise<void> {
    await asItWas();
    cast = await everybody(api);
  }

  const staff = async (): Promise<readonly StaffMember[]> =>
    (await done(cast.admin.get<Page<StaffMember>>('/api/staff'))).items;
  const pairs = async (): Promise<readonly Supervision[]> =>
    (await done(cast.admin.get<Page<Supervision>>('/api/supervisions'))).items;
  async function named(name: string): Promise<StaffMember> {
    const found = (await staff()).find(({ displayName }) => displayName === name);
    if (found === undefined) throw new Error(`Nobody here is called ${name}.`);
    return found;
  }
  const add = (more: object = {}): Promise<Reply<StaffMember>> =>
    cast.admin.post<StaffMember>('/api/staff', {
      displayName: 'Nadia Frey',
      email: 'nadia@lakeside.example',
      language: 'en',
      roles: ['therapist'],
      ...more,
    });
  const give = (id: string, role: string): Promise<Reply<StaffMember>> =>
    cast.admin.post<StaffMember>(`/api/staff/${id}/roles`, { role });
  const end = (id: string, role: string): Promise<Reply<StaffMember>> =>
    cast.admin.post<StaffMember>(`/api/staff/${id}/roles/${role}/end`);
  const rolesOf = async (who: keyof Cast): Promise<readonly string[]> =>
    (await done(cast[who].get<Me>('/api/me'))).roles;
  const pair = (supervisorId: string, therapistId: string, fromOn: string, strength = 'may-read') =>
    cast.admin.post<Supervision>('/api/supervisions', { supervisorId, therapistId, fromOn, strength });
  async function day(offset: number): Promise<string> {
    const { rows } = await owner.query<{ day: string }>(
      `select ((now() at time zone time_zone)::date + $1::int)::text as day from practice where name = 'Lakeside Recovery Center'`,
      [offset],
    );
    return rows[0]?.day ?? '';
  }

  describe('as it stands', () => {
    beforeAll(open);

    it('is for its admin to know, and the people of another practice are not among them', async () => {
      const people = await staff();
      expect(people.map(({ displayName, roles }) => `${displayName}: ${roles.join()}`)).toEqual([
        'Elena Ruiz: therapist',
        'Jonas Weber: therapist',
        'Martha Okafor: supervisor',
        'Priya Nair: admin',
      ]);
      expect(people[0]).toMatchObject({ email: 'elena@lakeside.example', families: 2 });
      const outsider = await idOf(cast.outsider);
      for (const reply of [
        await cast.admin.put(`/api/staff/${outsider}`, { displayName: 'x', language: 'en' }),
        await give(outsider, 'admin'),
        await end(outsider, 'therapist'),
        await cast.admin.post(`/api/staff/${outsider}/deactivate`),
      ]) {
        expect(reply.status).toBe(404);
      }
      const mixed = await refusal(pair(await idOf(cast.supervisor), outsider, await day(0)));
      expect(mixed).toMatchObject({
        status: 422,
        errors: [{ path: 'therapistId', code: 'not-a-therapist' }],
      });
    });

    it('people of a family are nobody the admin can name, rename or give a role to', async () => {
      const mother = await idOf(cast.mother);
      expect((await give(mother, 'therapist')).status).toBe(404);
      const renamed = await cast.admin.put(`/api/staff/${mother}`, { displayName: 'x', language: 'en' });
      expect(renamed.status).toBe(404);
    });

    it.each<[string, object, string]>([
      ['no name', { displayName: ' ' }, 'displayName'],
      ['a name on two lines', { displayName: 'A\nB' }, 'displayName'],
      ['an address that is none', { email: 'nadia' }, 'email'],
      ['two addresses', { email: 'a@b.example\r\nBcc: c@d.example' }, 'email'],
      ['no role', { roles: [] }, 'roles'],
      ['a family’s role', { roles: ['client'] }, 'roles'],
      ['a role twice', { roles: ['admin', 'admin'] }, 'roles'],
      ['a language there is not', { language: 'xx' }, 'language'],
      ['an id of their own', { id: '00000000-0000-7000-8000-000000000000' }, 'id'],
      ['a practice of their own', { practiceId: '00000000-0000-7000-8000-000000000000' }, 'practiceId'],
      ['a giver of their own', { givenBy: 'x' }, 'givenBy'],
    ])('somebody with %s is not added', async (_what, more, path) => {
      const refused = await refusal(add(more));
      expect([refused.status, refused.errors?.[0]?.path]).toEqual([422, path]);
      expect(await staff()).toHaveLength(4);
    });

    it.each(['0', '-1', 'undefined', '%00', "1'--", '..%2f..', '00000000-0000-7000-8000-000000000000'])(
      'an id like %j is nobody, wherever it stands',
      async (id) => {
        const replies = [
          await cast.admin.put(`/api/staff/${id}`, { displayName: 'x', language: 'en' }),
          await give(id, 'admin'),
          await end(id, 'admin'),
          await cast.admin.post(`/api/staff/${id}/deactivate`),
          await cast.admin.post(`/api/supervisions/${id}/end`, {}),
        ];
        expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      },
    );
  });

  describe('when it changes', () => {
    beforeEach(open);

    it('adds somebody with an address nobody else has, and keeps who gave which role', async () => {
      const nadia = await done(add());
      expect(nadia).toMatchObject({ roles: ['therapist'], families: 0, email: 'nadia@lakeside.example' });
      expect(nadia.held).toMatchObject([{ role: 'therapist', givenBy: 'Priya Nair', endedAt: null }]);
      const again = await refusal(add({ email: 'NADIA@lakeside.example' }));
      expect(again).toMatchObject({ status: 422, errors: [{ path: 'email', code: 'email-taken' }] });
      const both = await Promise.all([add({ email: 'a@b.example' }), add({ email: 'A@B.example' })]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    });

    it('a role works from the next request on, and ends at the next request, with its history kept', async () => {
      const jonas = await named('Jonas Weber');
      expect((await cast['other-therapist'].get('/api/staff')).status).toBe(403);
      await done(give(jonas.id, 'admin'));
      expect((await cast['other-therapist'].get('/api/staff')).status).toBe(200);
      await done(give(jonas.id, 'admin'));
      await done(end(jonas.id, 'admin'));
      await done(end(jonas.id, 'admin'));
      expect((await cast['other-therapist'].get('/api/staff')).status).toBe(403);
      expect((await named('Jonas Weber')).held).toMatchObject([
        { role: 'therapist', endedAt: null },
        { role: 'admin', givenBy: 'Priya Nair', endedBy: 'Priya Nair' },
      ]);
      for (const role of ['client', 'owner', '__proto__'])
        expect([role, (await end(jonas.id, role)).status]).toEqual([role, 404]);
    });

    it('an admin gives themselves no role, and does not pair themselves with anybody', async () => {
      const me = (await idOf(cast.admin)) as PersonId;
      for (const role of ['therapist', 'supervisor', 'admin'])
        expect([role, (await give(me, role)).status]).toEqual([role, 403]);
      const nadia = await done(add({ roles: ['admin'] }));
      await owner.query(
        `insert into staff_role (practice_id, person_id, role, given_by) select practice_id, person_id, 'supervisor', $2
       from staff where person_id = $1`,
        [me, nadia.id],
      );
      expect((await pair(me, await idOf(cast.therapist), await day(0))).status).toBe(403);
    });

    it('the last admin stays, also when two are ended at once, by whoever', async () => {
      const priya = await idOf(cast.admin);
      expect(await refusal(end(priya, 'admin'))).toMatchObject({ status: 409, code: 'last-admin' });
      expect(await refusal(cast.admin.post(`/api/staff/${priya}/deactivate`))).toMatchObject({
        code: 'last-admin',
      });
      const jonas = (await named('Jonas Weber')).id;
      await done(give(jonas, 'admin'));
      const tried = await Promise.all([
        end(jonas, 'admin'),
        cast['other-therapist'].post(`/api/staff/${priya}/roles/admin/end`),
        cast['other-therapist'].post(`/api/staff/${jonas}/roles/admin/end`),
        cast.admin.post(`/api/staff/${priya}/roles/admin/end`),
      ]);
      expect(tried.some(({ status }) => status === 200)).toBe(true);
      const { rows } = await owner.query<{ count: string }>(
        `select count(distinct person_id) from staff_role join person p on p.id = person_id
       where role = 'admin' and ended_at is null and p.display_name in ('Priya Nair', 'Jonas Weber')`,
      );
      expect(rows).toEqual([{ count: '1' }]);
    });

    it('the rows themselves keep an admin, whichever of two transactions ends first', async () => {
      await done(give((await named('Jonas Weber')).id, 'admin'));
      const endAdmin = async (name: string): Promise<string> => {
        const one = new Client({ connectionString: api.database.ownerUrl });
        await one.connect();
        try {
          await one.query('begin');
          await one.query(
            `update staff_role set ended_at = now() where role = 'admin' and ended_at is null
             and person_id = (select id from person where display_name = $1)`,
            [name],
          );
          await one.query('commit');
          return 'ended';
        } catch (failure) {
          return (failure as { code: string }).code;
        } finally {
          await one.end();
        }
      };
      await owner.query('alter table staff_role no force row level security');
      const ends = await Promise.all([endAdmin('Priya Nair'), endAdmin('Jonas Weber')]);
      expect(ends.sort()).toEqual(['42501', 'ended']);
    });

    it('nobody leaves with families on their caseload or therapists under them; the admin is told how many', async () => {
      const [elena, martha] = [await named('Elena Ruiz'), await named('Martha Okafor')];
      for (const leaving of [
        end(elena.id, 'therapist'),
        cast.admin.post(`/api/staff/${elena.id}/deactivate`),
      ])
        expect(await refusal(leaving)).toMatchObject({ status: 409, code: 'leads-families', count: 2 });
      for (const leaving of [
        end(martha.id, 'supervisor'),
        cast.admin.post(`/api/staff/${martha.id}/deactivate`),
      ])
        expect(await refusal(leaving)).toMatchObject({ status: 409, code: 'still-supervises', count: 2 });
      for (const { id } of await pairs()) await done(cast.admin.post(`/api/supervisions/${id}/end`, {}));
      const gone = await done(cast.admin.post<StaffMember>(`/api/staff/${martha.id}/deactivate`));
      expect(gone).toMatchObject({ roles: [], may: { deactivate: false } });
      expect((await cast.supervisor.get('/api/me')).status).toBe(401);
      expect((await cast.therapist.get('/api/me')).status).toBe(200);
      expect((await staff()).map(({ displayName }) => displayName)).toContain('Martha Okafor');
      expect((await done(give(martha.id, 'supervisor'))).roles).toEqual(['supervisor']);
    });

    it('somebody may be staff and of a family at once, and loses neither with the other', async () => {
      const torres = await familyNamed(cast.therapist, 'Torres family');
      const mother = await idOf(cast.mother);
      await owner.query('alter table staff_role no force row level security');
      await owner.query(
        `insert into staff_role (practice_id, person_id, role) select practice_id, id, 'therapist' from person where id = $1`,
        [mother],
      );
      await owner.query('alter table staff_role force row level security');
      expect(await rolesOf('mother')).toEqual(['member', 'therapist']);
      expect((await cast.mother.get(`/api/families/${torres.id}`)).status).toBe(403);
      expect((await cast.mother.get(`/api/families/${torres.id}/responses`)).status).toBe(403);
      expect((await done(cast.mother.get<Page<unknown>>('/api/homework'))).items).toHaveLength(2);
      expect((await named('Rosa Torres')).families).toBe(0);
      await done(cast.admin.post(`/api/staff/${mother}/deactivate`));
      expect((await cast.mother.get('/api/me')).status).toBe(401);
      const { rows } = await owner.query<{ state: string }>(`select state from member where person_id = $1`, [
        mother,
      ]);
      expect(rows).toEqual([{ state: 'confirmed' }]);
    });

    it('a new name is a new name everywhere', async () => {
      const { id } = await named('Elena Ruiz');
      const changed = await done(
        cast.admin.put<StaffMember>(`/api/staff/${id}`, { displayName: 'Elena Ruiz Soto', language: 'es' }),
      );
      expect(changed).toMatchObject({ displayName: 'Elena Ruiz Soto', language: 'es' });
      expect((await done(cast.therapist.get<Me>('/api/me'))).person).toMatchObject({
        displayName: 'Elena Ruiz Soto',
      });
      for (const more of [{ email: 'x@y.example' }, { roles: ['admin'] }, { practiceId: id }]) {
        const body = { displayName: 'E', language: 'en', ...more };
        expect(await refusal(cast.admin.put(`/api/staff/${id}`, body))).toMatchObject({
          status: 422,
          errors: [{ path: Object.keys(more)[0] }],
        });
      }
    });

    describe('whose part has ended', () => {
      const MAYA = {
        clientName: 'Maya Torres',
        reason: 'Maya called and nobody who leads her family can be reached.',
      };
      /** Ends a role past the product, which would first ask for the caseload to be handed over. */
      async function cut(role: string, who: keyof Cast): Promise<void> {
        await owner.query('alter table staff_role no force row level security');
        await owner.query(
          `update staff_role set ended_at = now() where role = $1 and person_id = $2 and ended_at is null`,
          [role, await idOf(cast[who])],
        );
        await owner.query('alter table staff_role force row level security');
      }
      /** How many rows of the Torres family row-level security alone shows, whatever the program asks. */
      async function rowsFor(who: keyof Cast): Promise<readonly number[]> {
        const torres = await familyNamed(cast.therapist, 'Torres family').catch(() => null);
        const app = new Client({ connectionString: api.database.appUrl });
        await app.connect();
        try {
          const { rows } = await owner.query<{ id: string; practice: string }>(
            `select id, practice_id as practice from person where id = $1`,
            [await idOf(cast[who])],
          );
          await app.query('begin');
          await app.query(
            `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`,
            [rows[0]?.id, rows[0]?.practice],
          );
          const counts: number[] = [];
          for (const table of [
            'member',
            'consent',
            'share',
            'task',
            'answer',
            'document_draft',
            'feedback',
          ]) {
            const seen = await app.query<{ count: number }>(
              `select count(*)::int as count from ${table} where $1::uuid is null or family_id = $1`,
              [torres?.id ?? null],
            );
            counts.push(seen.rows[0]?.count ?? -1);
          }
          return counts;
        } finally {
          await app.end();
        }
      }

      it('loses an open emergency with the role it was opened in, and opens no other', async () => {
        const glass = await done(cast['other-therapist'].post<BreakGlass>('/api/break-glass', MAYA));
        expect((await rowsFor('other-therapist'))[0]).toBeGreaterThan(0);
        await done(give(await idOf(cast['other-therapist']), 'supervisor'));
        await cut('therapist', 'other-therapist');
        expect((await cast['other-therapist'].get(`/api/break-glass/${glass.id}`)).status).toBe(403);
        expect(await rowsFor('other-therapist')).toEqual([0, 0, 0, 0, 0, 0, 0]);
        const told = (await done(cast.therapist.get<Page<BreakGlass>>('/api/break-glass'))).items;
        expect(told).toMatchObject([{ id: glass.id, isOpen: false }]);
        await cut('supervisor', 'other-therapist');
        expect((await cast['other-therapist'].post('/api/break-glass', MAYA)).status).toBe(403);
        const past = owner.query(`
        begin;
        select set_config('app.person_id', '${await idOf(cast['other-therapist'])}', true),
          set_config('app.practice_id', (select practice_id::text from demo_persona where persona = 'admin'), true);
        set local role common_ground_app;
        select access.break_glass(gen_random_uuid(), 'Maya Torres', null, 'Nobody else could be reached by me.');`);
        await expect(past).rejects.toMatchObject({ code: '42501' });
        await owner.query('rollback');
      });

      it('has nothing of a family that still stands on their caseload', async () => {
        const torres = await familyNamed(cast.therapist, 'Torres family');
        expect((await rowsFor('therapist')).some((count) => count > 0)).toBe(true);
        await cut('therapist', 'therapist');
        for (const path of ['', '/members', '/consents', '/responses', '/disclosures', '/erasures'])
          expect([path, (await cast.therapist.get(`/api/families/${torres.id}${path}`)).status]).toEqual([
            path,
            404,
          ]);
        expect((await cast.therapist.get('/api/today')).status).toBe(403);
        for (const path of ['/api/families', '/api/documents', '/api/break-glass'])
          expect([path, (await cast.therapist.get<Page<unknown>>(path)).body.items ?? []]).toEqual([
            path,
            [],
          ]);
        expect(await rowsFor('therapist')).toEqual([0, 0, 0, 0, 0, 0, 0]);
      });

      it('is named to nobody as reading answers, and is in the records what they are now', async () => {
        const lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');
        const [elena, jonas] = [await idOf(cast.therapist), await idOf(cast['other-therapist'])];
        const at = `/api/families/${lindqvist.id}/therapists`;
        await done(cast['other-therapist'].post(at, { personId: elena }));
        const readers = async (): Promise<readonly string[]> =>
          (await done(cast['other-client'].get<Me>('/api/me'))).places.flatMap(
            ({ therapists }) => therapists,
          );
        expect(await readers()).toContain('Jonas Weber');
        await done(cast['other-therapist'].post(`${at}/${elena}/lead`));
        await done(cast['other-therapist'].post(`${at}/${jonas}/end`));
        expect(await readers()).toEqual(['Elena Ruiz']);
        const relations = async (action: string): Promise<readonly unknown[]> =>
          (
            await owner.query<{ relation: string }>(
              `select actor_relation as relation from audit where action = $1 and actor_id = $2 order by at`,
              [action, jonas],
            )
          ).rows.map(({ relation }) => relation);
        expect(await relations('therapists.end')).toEqual(['therapist']);
        await done(
          cast['other-therapist'].post('/api/break-glass', {
            ...MAYA,
            clientName: lindqvist.members.client?.displayName,
          }),
        );
        expect(await relations('break-glass.open')).toEqual(['other-therapist']);
      });
    });

    describe('and who supervises whom', () => {
      it('begins and ends by the practice’s days, and works at the next request', async () => {
        const [elena, jonas] = [await idOf(cast.therapist), await idOf(cast['other-therapist'])];
        const lindqvist = await familyNamed(cast['other-therapist'], 'Lindqvist family');
        const { id } = await write(cast['other-therapist'], lindqvist.id, 'Looked at', sheet());
        const may = async (): Promise<Document['may']> =>
          (await done(cast['other-therapist'].get<Document>(`/api/documents/${id}`))).may;
        expect(await may()).toMatchObject({ share: true, submit: true });
        await done(give(elena, 'supervisor'));
        const tomorrow = await done(pair(elena, jonas, await day(1), 'must-approve'));
        expect(tomorrow.state).toBe('to-come');
        expect(await may()).toMatchObject({ share: true });
        await done(cast.admin.post(`/api/supervisions/${tomorrow.id}/end`, {}));
        const today = await done(pair(elena, jonas, await day(0), 'must-approve'));
        expect(today.state).toBe('in-force');
        expect(await may()).toMatchObject({ share: false, submit: true });
        const review = await submit(cast['other-therapist'], cast.therapist, id);
        expect((await cast.therapist.get(`/api/reviews/${review}`)).status).toBe(200);
        expect(
          (await done(cast.admin.post<Supervision>(`/api/supervisions/${today.id}/end`, {}))).state,
        ).toBe('ended');
        expect((await cast.therapist.get(`/api/reviews/${review}`)).status).toBe(404);
      });

      it('is one pair at a time, never with oneself, and only among those who have the roles', async () => {
        const [martha, elena, jonas] = [
          await idOf(cast.supervisor),
          await idOf(cast.therapist),
          await idOf(cast['other-therapist']),
        ];
        const today = await day(0);
        const fault = async (asked: Promise<Reply<unknown>>): Promise<unknown> => {
          const { status, errors } = await refusal(asked);
          return [status, errors?.[0]?.path, errors?.[0]?.code];
        };
        expect(await fault(pair(martha, elena, today))).toEqual([422, 'fromOn', 'pair-overlaps']);
        expect(await fault(pair(martha, martha, today))).toEqual([422, 'therapistId', 'same-person']);
        expect(await fault(pair(elena, jonas, today))).toEqual([422, 'supervisorId', 'not-a-supervisor']);
        expect(await fault(pair(martha, await idOf(cast.mother), today))).toEqual([
          422,
          'therapistId',
          'not-a-therapist',
        ]);
        await done(add({ displayName: 'New', email: 'new@lakeside.example' }));
        const fresh = (await named('New')).id;
        expect(await fault(pair(martha, fresh, '2020-01-01'))).toEqual([422, 'fromOn', 'day-is-past']);
        expect(await fault(pair(martha, fresh, today, 'everything'))).toEqual([422, 'strength', 'isIn']);
        const both = await Promise.all([pair(martha, fresh, today), pair(martha, fresh, today)]);
        expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
      });

      it('another strength is the end of one pair and the beginning of the next', async () => {
        const [martha, elena] = [await idOf(cast.supervisor), await idOf(cast.therapist)];
        const held = (await pairs()).find(({ therapist }) => therapist.id === elena);
        const [today, later] = [await day(0), await day(3)];
        const ended = await done(
          cast.admin.post<Supervision>(`/api/supervisions/${String(held?.id)}/end`, { untilOn: today }),
        );
        expect(ended).toMatchObject({ state: 'in-force', untilOn: today });
        const next = await done(pair(martha, elena, await day(1), 'may-read'));
        expect(next).toMatchObject({ state: 'to-come', strength: 'may-read', coSigner: null });
        const longer = await refusal(
          cast.admin.post(`/api/supervisions/${String(held?.id)}/end`, { untilOn: later }),
        );
        expect(longer.errors?.[0]?.code).toBe('later-than-recorded');
        const past = await refusal(
          cast.admin.post(`/api/supervisions/${next.id}/end`, { untilOn: '2020-01-01' }),
        );
        expect(past.errors?.[0]?.code).toBe('day-is-past');
      });

      it('keeps asking for approval until its last day is over', async () => {
        const torres = await familyNamed(cast.therapist, 'Torres family');
        const { id } = await write(cast.therapist, torres.id, 'Not yet approved', sheet());
        const share = (): ReturnType<typeof refusal> =>
          refusal(
            cast.therapist.post(`/api/documents/${id}/shares`, { memberIds: [memberIn(torres, 'mother')] }),
          );
        const held = (await pairs()).find(({ therapist }) => therapist.displayName === 'Elena Ruiz');
        await done(cast.admin.post(`/api/supervisions/${String(held?.id)}/end`, { untilOn: await day(0) }));
        expect(await share()).toMatchObject({ code: 'needs-approval' });
        await done(cast.admin.post(`/api/supervisions/${String(held?.id)}/end`, {}));
        expect((await share()).status).toBe(201);
      });
    });
  });
});
