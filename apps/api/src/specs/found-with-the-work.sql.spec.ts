import { createHash } from 'node:crypto';
import { scratchDatabase, type Persona, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';

interface Found {
  readonly practice_id: string;
  readonly person_id: string;
  readonly roles: readonly string[];
}

/** What `access.enter` lets in is what `access.session` finds, and nothing that was so a moment ago. */
describe('a session that is found with the work', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  let hash: Buffer;
  let before: Found;

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
  beforeEach(async () => {
    hash = await sessionOf('therapist');
    before = await found(hash);
  });

  async function sessionOf(persona: Persona, how = 'password'): Promise<Buffer> {
    const tokenHash = createHash('sha256').update(`${persona} ${how} ${Math.random()}`).digest();
    await owner.query(
      `insert into signed_in (practice_id, token_hash, person_id, how, opens, idle_for, lasts_for)
       select practice_id, $1, person_id, $2, 'everything', interval '15 minutes', interval '1 hour'
       from demo_persona where persona = $3`,
      [tokenHash, how, persona],
    );
    return tokenHash;
  }
  async function found(tokenHash: Buffer): Promise<Found> {
    const { rows } = await app.query<Found>(
      'select practice_id, person_id, roles from access.session($1, true)',
      [tokenHash],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('The session was to be found.');
    return row;
  }
  const changed = (sql: string): Promise<unknown> =>
    owner.query(`update signed_in set ${sql} where token_hash = $1`, [hash]);

  /** Who asks, as the database knows it afterwards; the code it fails with where it lets nobody in. */
  async function entering(as: Found = before, touch = false, tokenHash = hash): Promise<string | undefined> {
    await app.query('begin');
    try {
      await app.query('select access.enter($1, $2, $3, $4, $5, $6)', [
        ...[tokenHash, touch, as.practice_id, as.person_id, as.roles, '{therapist}'],
      ]);
      const { rows } = await app.query<{ who: string }>(
        `select access.practice() || ' ' || access.person() || ' ' || current_setting('app.roles') as who`,
      );
      return rows[0]?.who;
    } catch (failure) {
      return (failure as { code?: string }).code;
    } finally {
      await app.query('rollback');
    }
  }
  const NOT_SO = 'CG002';
  const itself = (): string => `${before.practice_id} ${before.person_id} {therapist}`;

  it('says who asks where it is as it was, however the session was entered', async () => {
    expect(await entering()).toBe(itself());
    expect(await entering(before, true)).toBe(itself());
    for (const [persona, how] of [
      ['mother', 'code'],
      ['therapist', 'code'],
      ['admin', 'persona'],
    ] as const) {
      const theirs = await sessionOf(persona, how);
      const as = await found(theirs);
      expect(await entering(as, true, theirs)).toBe(`${as.practice_id} ${as.person_id} {therapist}`);
    }
  });

  it('lets nobody in as somebody else, in another practice, or with a token nobody has', async () => {
    const mother = await found(await sessionOf('mother', 'code'));
    expect(await entering({ ...before, person_id: mother.person_id })).toBe(NOT_SO);
    expect(await entering(mother)).toBe(NOT_SO);
    expect(await entering({ ...before, practice_id: mother.person_id })).toBe(NOT_SO);
    expect(await entering(before, false, createHash('sha256').update('nobody').digest())).toBe(NOT_SO);
  });

  it.each([
    ['is over', `ended_at = now()`],
    ['was left alone for too long', `seen_at = now() - interval '16 minutes'`],
    ['lasted as long as one may', `began_at = now() - interval '2 hours'`],
    ['opens nothing but getting a second factor', `opens = 'enrolling'`],
    ['is another person’s now', `person_id = (select person_id from demo_persona where persona = 'admin')`],
  ])('lets nobody in where it %s', async (_why, change) => {
    expect(await entering()).toBe(itself());
    await changed(change);
    expect(await entering()).toBe(NOT_SO);
  });

  it('lets nobody in with a role that was taken, or without one that was given', async () => {
    const roles = [...before.roles];
    expect(roles).toContain('therapist');
    expect(await entering({ ...before, roles: roles.filter((role) => role !== 'therapist') })).toBe(NOT_SO);
    expect(await entering({ ...before, roles: [...roles, 'admin'] })).toBe(NOT_SO);
    const code = await sessionOf('therapist', 'code');
    expect(await entering(before, false, code)).toBe(NOT_SO);
  });

  it('lets nobody in where a place in a family is not as it was', async () => {
    const code = await sessionOf('mother', 'code');
    const mother = await found(code);
    expect(mother.roles).toEqual(['member']);
    for (const roles of [['client'], ['client', 'member'], []]) {
      expect(await entering({ ...mother, roles }, false, code)).toBe(NOT_SO);
    }
    const place = (state: string): Promise<unknown> =>
      owner.query('update member set state = $1 where person_id = $2', [state, mother.person_id]);
    await place('paused');
    expect(await entering(mother, false, code)).toBe(NOT_SO);
    expect(await entering({ ...mother, roles: [] }, false, code)).toBe(
      `${mother.practice_id} ${mother.person_id} {therapist}`,
    );
    await place('confirmed');
    expect(await entering(mother, false, code)).toBe(`${mother.practice_id} ${mother.person_id} {therapist}`);
  });

  it('leaves a sign of life that is due to the other way, and writes none itself', async () => {
    await changed(`seen_at = now() - interval '2 minutes'`);
    expect(await entering(before, true)).toBe(NOT_SO);
    expect(await entering(before, false)).toBe(itself());
    await found(hash);
    expect(await entering(before, true)).toBe(itself());
  });
});
