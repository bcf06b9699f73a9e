import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';
import { mutantsOfFunctions } from './proofs/mutants-of-policies';

/** Who asks about the Torres, as what they are to them. */
const ASKING = ['mother', 'brother', 'other-therapist', 'other-client', 'unconfirmed'] as const;

describe('who reads the replies of a family', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  let [practice, family] = ['', ''];
  const people = new Map<string, string>();

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    const { rows } = await owner.query<{ persona: string; id: string; practice: string }>(
      `select persona, person_id as id, practice_id as practice from demo_persona`,
    );
    for (const { persona, id } of rows) people.set(persona, id);
    practice = rows[0]?.practice ?? '';
    family = await theirs('mother');
    // A colleague who leads no more; the same family, and the same people, in another practice.
    await owner.query('set session_replication_role = replica');
    await owner.query(
      `insert into caseload (practice_id, family_id, therapist_id, leads, ended_at)
       values ($1, $2, $3, false, now()), (gen_random_uuid(), $2, $3, false, null)`,
      [practice, family, people.get('other-therapist')],
    );
    const { rows: made } = await owner.query<{ id: string }>(
      `insert into member (practice_id, id, family_id, person_id, relation, state)
       select $1, gen_random_uuid(), $2, gen_random_uuid(), 'other', 'invited' returning person_id as id`,
      [practice, family],
    );
    people.set('unconfirmed', made[0]?.id ?? '');
    await owner.query(
      `insert into member (practice_id, id, family_id, person_id, relation, state)
       values (gen_random_uuid(), gen_random_uuid(), $1, $2, 'other', 'confirmed')`,
      [family, people.get('other-client')],
    );
    await owner.query(
      `insert into person (practice_id, id, display_name, language)
       select gen_random_uuid(), therapist_id, 'Of another practice', 'en' from caseload where family_id = $1`,
      [family],
    );
    await owner.query('reset session_replication_role');
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  async function theirs(persona: string): Promise<string> {
    const { rows } = await owner.query<{ id: string }>(
      `select family_id as id from member where person_id = $1 and state = 'confirmed'`,
      [people.get(persona)],
    );
    return rows[0]?.id ?? '';
  }

  async function told(): Promise<Record<string, readonly string[]>> {
    const all: Record<string, readonly string[]> = {};
    for (const who of ASKING) {
      await app.query('begin');
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
           set_config('app.roles', '{member}', true)`,
        [people.get(who), practice],
      );
      const { rows } = await app.query<{ names: { displayName: string }[] }>(
        `select access.readers_of_replies($1) as names`,
        [family],
      );
      all[who] = rows.flatMap(({ names }) => names.map(({ displayName }) => displayName));
      await app.query('rollback');
    }
    return all;
  }

  const RIGHT = {
    mother: ['Elena Ruiz'],
    brother: ['Elena Ruiz'],
    'other-therapist': [],
    'other-client': [],
    unconfirmed: [],
  };

  it('is told to those who belong to it and to nobody else', async () => {
    expect(await told()).toEqual(RIGHT);
  });

  it('is told to somebody else, or of somebody else, whichever condition is forgotten', async () => {
    const mutants = await mutantsOfFunctions(owner, ['readers_of_replies']);
    expect(mutants.length).toBeGreaterThan(5);
    for (const { name, apply, restore } of mutants) {
      await owner.query(apply);
      const seen = await told();
      await owner.query(restore);
      expect([name, JSON.stringify(seen) === JSON.stringify(RIGHT)]).toEqual([name, false]);
    }
  });
});
