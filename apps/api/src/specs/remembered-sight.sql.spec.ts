import { scratchDatabase, type Persona, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';

/** What policies remember is only ever what they would find again. */
describe('sight that is remembered within a transaction', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });
  beforeEach(() => app.query('begin'));
  afterEach(() => app.query('rollback'));

  async function become(persona: Persona, roles: string | null = null): Promise<void> {
    const { rows } = await owner.query<{ id: string; practice: string }>(
      'select person_id as id, practice_id as practice from demo_persona where persona = $1',
      [persona],
    );
    await app.query(
      `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
         set_config('app.roles', coalesce($3, ''), true)`,
      [rows[0]?.id, rows[0]?.practice, roles],
    );
  }
  async function ids(sql: string): Promise<string[]> {
    const { rows } = await app.query<{ id: string }>(sql);
    return rows.map(({ id }) => id).sort();
  }
  const documents = (): Promise<string[]> => ids('select id from document');
  const families = (): Promise<string[]> => ids('select unnest(access.caseload_families()) as id');
  const remembered = async (): Promise<number> => {
    const { rows } = await app.query<{ many: number }>(
      `select count(*)::int as many from unnest(array['task', 'share', 'document', 'version', 'caseload_families',
         'known_people']) what where current_setting('app.sight_' || what, true) <> ''`,
    );
    return rows[0]?.many ?? 0;
  };

  it('is remembered at all, and by nobody after the transaction', async () => {
    await become('mother');
    expect((await documents()).length).toBeGreaterThan(0);
    expect(await remembered()).toBeGreaterThan(3);
    await app.query('commit');
    expect(await remembered()).toBe(0);
  });

  it('is another person’s as soon as another person asks', async () => {
    await become('mother');
    const mothers = await documents();
    await become('other-client');
    const others = await documents();
    expect(others.filter((id) => mothers.includes(id))).toEqual([]);
    await become('mother');
    expect(await documents()).toEqual(mothers);
  });

  it('is another one in another practice, and in other roles', async () => {
    await become('therapist');
    const all = await documents();
    await become('therapist', '{admin}');
    expect((await documents()).length).toBeLessThan(all.length);
    await become('therapist');
    expect((await families()).length).toBeGreaterThan(0);
    const elsewhere = await owner.query<{ id: string }>(`select person_id, practice_id as id from demo_persona
      where persona = 'outsider'`);
    await app.query(`select set_config('app.practice_id', $1, true)`, [elsewhere.rows[0]?.id]);
    expect(await families()).toEqual([]);
  });

  it('ends with what somebody else takes back, in the very next statement', async () => {
    await become('mother');
    const before = await documents();
    expect(await documents()).toEqual(before);
    await owner.query(`update share set revoked_at = now() where revoked_at is null`);
    expect(before.length).toBeGreaterThan(0);
    expect(await documents()).toEqual([]);
  });

  it('ends with one’s own first change', async () => {
    await become('therapist', '{therapist}');
    const before = await families();
    await app.query(`update caseload set ended_at = now() where therapist_id = access.person()`);
    const { rowCount } = await app.query('select from caseload where ended_at is not null');
    expect(rowCount).toBeGreaterThan(0);
    expect(before.length).toBeGreaterThan(0);
    expect(await families()).toEqual([]);
  });

  it('is remembered of whose texts one judges as well, and just as long', async () => {
    const pairs = (): Promise<string[]> => ids('select unnest(access.supervised_pairs()) as id');
    const kept = async (): Promise<string | null> =>
      (
        await app.query<{ kept: string | null }>(
          `select current_setting('app.sight_supervised_pairs', true) as kept`,
        )
      ).rows[0]?.kept ?? null;
    await become('supervisor');
    const before = await pairs();
    expect(before.length).toBeGreaterThan(0);
    expect(await kept()).toBe(`{${before.join(',')}}`);
    expect(await pairs()).toEqual(before);
    await become('supervisor', '{admin}');
    expect(await pairs()).toEqual([]);
    await become('therapist');
    expect(await pairs()).toEqual([]);
    await become('supervisor');
    expect(await pairs()).toEqual(before);
    await owner.query('update supervision set until_on = current_date - 2');
    expect(await pairs()).toEqual([]);
    // One's own first change ends it: from then on nothing of what changes makes another snapshot.
    await app.query('select pg_current_xact_id()');
    await app.query(`select set_config('app.sight_supervised_pairs', '{x}', true)`);
    expect(await pairs()).toEqual([]);
  });
});
