import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratchDatabase, STARTED_OFTEN, testServer, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';

/** What the command for the records said, and how it ended. */
interface Said {
  readonly code: number;
  readonly text: string;
}

describe('the sealed records', () => {
  let folder: string;
  /** The demo practice, sealed; what each test begins with is a copy of it. */
  let asSealed: ScratchDatabase;
  let database: ScratchDatabase;
  let owner: Client;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'common-ground-seals-'));
    await records('new-key', join(folder, 'key.pem'));
    asSealed = await scratchDatabase({ demo: true });
    await workOn(asSealed);
    await sealAll();
    await owner.end();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await asSealed.drop();
  });
  beforeEach(async () => {
    await workOn(await scratchDatabase({ like: asSealed }));
  });
  afterEach(async () => {
    await owner.end();
    await database.drop();
  });

  async function workOn(one: ScratchDatabase): Promise<void> {
    database = one;
    owner = new Client({ connectionString: one.ownerUrl });
    await owner.connect();
  }

  function records(...args: string[]): Promise<Said> {
    const env = {
      DATABASE_URL: database?.appUrl,
      DATABASE_OWNER_URL: database?.ownerUrl,
      ALLOW_FSYNC_OFF: '1',
      SECRET_KEY: 'only-for-tests-only-for-tests-only-for-tests',
      SEAL_KEY_FILE: join(folder, 'key.pem'),
      NODE_COMPILE_CACHE: testServer().compiled,
    };
    return new Promise((said) => {
      execFile(
        process.execPath,
        [...STARTED_OFTEN, 'dist/apps/api/records.js', ...args],
        { env },
        (failure, out, err) => {
          said({ code: failure === null ? 0 : Number(failure.code), text: out + err });
        },
      );
    });
  }

  /** Seals until every row is under a seal: another spec may hold a transaction open for a moment. */
  async function sealAll(): Promise<void> {
    const open = `select from audit a where not exists (select from seal s where a.id = any (s.row_ids))`;
    for (let tries = 0; tries < 30; tries += 1) {
      expect(await records('seal')).toMatchObject({ code: 0 });
      if ((await owner.query(open)).rowCount === 0) return;
    }
    throw new Error('Not everything could be sealed.');
  }

  const ids = async (count: number): Promise<string[]> => {
    const { rows } = await owner.query<{ id: string }>(
      `select id from audit where practice_id = (select practice_id from demo_persona where persona = 'therapist')
       order by written_in, id offset 3 limit $1`,
      [count],
    );
    return rows.map(({ id }) => id);
  };
  /** One more trace of something the therapist did, written as the product would. */
  const leaveTrace = async (client: Client): Promise<void> => {
    await client.query(
      `insert into audit (practice_id, id, actor_id, actor_roles, action, because, subject_ids, consent_ids, fields)
       values (access.practice(), gen_random_uuid(), access.person(), '{therapist}', 'today.read', 'is-staff', '{}', '{}', '{}')`,
    );
  };
  const asTherapist = async (): Promise<Client> => {
    const app = new Client({ connectionString: database.appUrl });
    await app.connect();
    const { rows } = await owner.query<{ person: string; practice: string }>(
      `select person_id as person, practice_id as practice from demo_persona where persona = 'therapist'`,
    );
    await app.query('begin');
    await app.query(`select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`, [
      rows[0]?.person,
      rows[0]?.practice,
    ]);
    return app;
  };
  const found = ({ text }: Said): string[] =>
    text
      .split('\n')
      .map((line) => /^(changed|removed|inserted|swapped|rolled-back): /u.exec(line)?.[1] ?? '')
      .filter((sort) => sort !== '');

  const namesChanged = ({ text }: Said, id: string): boolean =>
    text.split('\n').some((line) => line.startsWith('changed: ') && line.includes(id));

  it('are as they were sealed when nobody touched them, and say so', async () => {
    const said = await records('verify');
    expect(said.code).toBe(0);
    expect(said.text).toContain('The records are as they were sealed.');
    expect(said.text).toMatch(/[1-9]\d* rows under 1 seals read, 0 not sealed yet/u);
    const { rows } = await owner.query('select from seal_check where findings = 0 and rows_read > 0');
    expect(rows.length).toBeGreaterThan(0);
  });

  it('name the row in which a word was changed', async () => {
    const [id] = await ids(1);
    await owner.query(`update audit set because = 'because I could' where id = $1`, [id]);
    const said = await records('verify');
    expect([said.code, found(said)]).toEqual([1, ['changed']]);
    expect(said.text).toContain(String(id));
    expect(said.text).not.toContain('because I could');
  });

  const CHANGES = [
    `at = at - interval '1 second'`,
    `actor_id = gen_random_uuid()`,
    `actor_roles = '{admin}'`,
    `actor_relation = 'admin'`,
    `action = 'staff.list'`,
    `subject_ids = '{}' || array[gen_random_uuid()]`,
    `family_id = null`,
    `document_id = gen_random_uuid()`,
    `task_id = gen_random_uuid()`,
    `consent_ids = array[gen_random_uuid()]`,
    `consent_versions = '{x}'`,
    `fields = '{x}'`,
    `written_in = written_in + 100000`,
    `writer = 'postgres'`,
  ];

  it('notice a change of anything that stands in a row, each in the row in which it was made', async () => {
    const changed = await ids(CHANGES.length);
    for (const [at, change] of CHANGES.entries())
      await owner.query(`update audit set ${change} where id = $1`, [changed[at]]);
    const said = await records('verify');
    const unnoticed = CHANGES.filter((_, at) => !namesChanged(said, String(changed[at])));
    expect(unnoticed).toEqual([]);
    expect([said.code, found(said)]).toEqual([1, CHANGES.map(() => 'changed')]);
  });

  it('name the row that was removed', async () => {
    const [id] = await ids(1);
    await owner.query(`delete from audit where id = $1`, [id]);
    const said = await records('verify');
    expect([said.code, found(said)]).toEqual([1, ['removed']]);
    expect(said.text).toContain(String(id));
  });

  it('name a row that was put among them past the product, sealed or not', async () => {
    const [id] = await ids(1);
    const copy = `insert into audit select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).* from audit a where id = $1`;
    await owner.query(copy, [id]);
    const plain = await records('verify');
    expect([plain.code, found(plain)]).toEqual([1, ['inserted']]);
    await sealAll();
    const sealed = await records('verify');
    expect([sealed.code, found(sealed)]).toEqual([1, ['inserted']]);
    // The same with everything forged that the database fills in by itself.
    await owner.query('alter table audit disable trigger audit_complete');
    await owner.query(copy, [id]);
    const forged = await records('verify');
    expect([forged.code, found(forged)]).toEqual([1, ['inserted', 'inserted']]);
  });

  it('name two rows that were swapped, wholly or in who did it', async () => {
    const [one, other] = await ids(2);
    const swap = (columns: readonly string[]): Promise<unknown> =>
      owner.query(
        `update audit a set ${columns.map((column) => `${column} = b.${column}`).join(', ')}
         from (select * from audit where id in ($1, $2)) b where a.id in ($1, $2) and b.id <> a.id`,
        [one, other],
      );
    await owner.query(`update audit set actor_id = gen_random_uuid() where id = $1`, [one]);
    await owner.query(`delete from seal`);
    await sealAll();
    await swap(['actor_id', 'action']);
    const partly = await records('verify');
    expect([partly.code, found(partly)]).toEqual([1, ['swapped']]);
    await swap(['actor_id', 'action']);
    expect((await records('verify')).code).toBe(0);
    const { rows } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = 'audit' and column_name not in ('id', 'practice_id')`,
    );
    await swap(rows.map(({ name }) => name));
    const wholly = await records('verify');
    expect([wholly.code, found(wholly)]).toEqual([1, ['swapped']]);
    expect(wholly.text).toContain(String(one));
    expect(wholly.text).toContain(String(other));
  });

  it('name seals that were changed, removed or swapped', async () => {
    for (let round = 0; round < 2; round += 1) {
      const app = await asTherapist();
      await leaveTrace(app);
      await app.query('commit');
      await app.end();
      await sealAll();
    }
    expect((await records('verify')).code).toBe(0);
    const before = await owner.query<{ row: string }>(`select to_jsonb(s)::text as row from seal s`);
    const restore = async (): Promise<void> => {
      await owner.query('delete from seal');
      for (const { row } of before.rows)
        await owner.query(`insert into seal select * from jsonb_populate_record(null::seal, $1)`, [row]);
    };
    await owner.query(`update seal set made_at = made_at - interval '1 day' where number = 2`);
    expect(found(await records('verify'))).toEqual(['changed']);
    await restore();
    await owner.query(`delete from seal where number = 2`);
    expect(found(await records('verify'))).toContain('removed');
    await restore();
    await owner.query(`update seal set number = number + 10 where number in (2, 3)`);
    await owner.query(`update seal set number = 15 - number where number in (12, 13)`);
    expect(found(await records('verify'))).toContain('swapped');
    await restore();
    expect((await records('verify')).code).toBe(0);
  });

  it('name records that were put back to an earlier state, by seals that were copied out', async () => {
    const app = await asTherapist();
    await leaveTrace(app);
    await app.query('commit');
    await app.end();
    await sealAll();
    const copies = join(folder, `copies-${Date.now()}.jsonl`);
    expect((await records('copy-seals', copies)).code).toBe(0);
    expect((await records('verify', '--seals', copies)).code).toBe(0);
    // Never over an older copy.
    expect((await records('copy-seals', copies)).code).toBe(2);

    await owner.query(
      `delete from audit a using seal s where s.number = 2 and a.practice_id = s.practice_id and a.id = any (s.row_ids)`,
    );
    await owner.query(`delete from seal where number = 2`);
    expect((await records('verify')).code).toBe(0);
    const back = await records('verify', '--seals', copies);
    expect([back.code, found(back)]).toEqual([1, ['rolled-back']]);

    // What was sealed since then does not cover it up.
    const later = await asTherapist();
    await leaveTrace(later);
    await later.query('commit');
    await later.end();
    await sealAll();
    const over = await records('verify', '--seals', copies);
    expect([over.code, found(over)]).toEqual([1, ['rolled-back']]);

    const forged = join(folder, `forged-${Date.now()}.jsonl`);
    writeFileSync(forged, readFileSync(copies, 'utf8').replace(/"count":\d+/u, '"count":1000'));
    expect(found(await records('verify', '--seals', forged))).toContain('changed');
  });

  it('are signed by nobody else’s key', async () => {
    await records('new-key', join(folder, 'other.pem'));
    const said = await records('verify', '--key', join(folder, 'other.pem'));
    expect([said.code, new Set(found(said))]).toEqual([1, new Set(['changed'])]);
  });

  it('miss no row of a transaction that was open while others were sealed', async () => {
    const slow = await asTherapist();
    await leaveTrace(slow);
    const quick = await asTherapist();
    await leaveTrace(quick);
    await quick.query('commit');
    await quick.end();
    await records('seal');
    const count = async (): Promise<number> =>
      (
        await owner.query<{ count: number }>(
          `select count(*)::int as count from audit a where not exists (select from seal s where a.id = any (s.row_ids))`,
        )
      ).rows[0]?.count ?? -1;
    // The quick one waits for the slow one: it could still turn out to come first.
    expect(await count()).toBe(1);
    await slow.query('commit');
    await slow.end();
    expect(await count()).toBe(2);
    await sealAll();
    expect(await records('verify')).toMatchObject({ code: 0 });
  });

  it('are sealed once, however many processes do it at a time', async () => {
    const app = await asTherapist();
    await leaveTrace(app);
    await app.query('commit');
    await app.end();
    await Promise.all([records('seal'), records('seal'), records('seal')]);
    const said = await records('verify');
    expect([said.code, found(said)]).toEqual([0, []]);
    expect(said.text).toContain('under 2 seals read');
  });
});
