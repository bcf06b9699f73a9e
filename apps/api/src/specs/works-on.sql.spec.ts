import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';
import { mutantsOfFunctions } from './proofs/mutants-of-policies';

const REFUSED = '42501';

/** Documents of the other therapist's making, and of others, by what they are to them. */
const DOCUMENTS = ['loose', 'led', 'left', 'never led', 'a colleague’s'] as const;

describe('what is written down to a document', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  const ids = new Map<string, string>();
  let [practice, me] = ['', ''];

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    const { rows } = await owner.query<{ person: string; practice: string; colleague: string }>(
      `select p.person_id as person, p.practice_id as practice, o.person_id as colleague from demo_persona p, demo_persona o
       where p.persona = 'other-therapist' and o.persona = 'therapist'`,
    );
    const [who] = rows;
    if (who === undefined) throw new Error('There are two therapists.');
    ({ person: me, practice } = who);
    // Keys of families are no matter here, and another practice has the same ids.
    await owner.query('set session_replication_role = replica');
    for (const name of DOCUMENTS) {
      const { rows: made } = await owner.query<{ id: string }>(
        `with family as (select case when $1 in ('led', 'left', 'never led') then gen_random_uuid() end as id),
           led as (
             insert into caseload (practice_id, family_id, therapist_id, leads, ended_at)
             select $2, id, case $1 when 'never led' then $4::uuid else $3::uuid end, true, case $1 when 'left' then now() end
             from family where id is not null),
           elsewhere as (
             insert into caseload (practice_id, family_id, therapist_id, leads)
             select gen_random_uuid(), id, $3, true from family where id is not null)
         insert into document (practice_id, id, kind, family_id, author_id, state)
         select $2, gen_random_uuid(), 'worksheet', id, case $1 when 'a colleague’s' then $4::uuid else $3::uuid end, 'draft'
         from family returning id`,
        [name, practice, me, who.colleague],
      );
      ids.set(name, made[0]?.id ?? '');
    }
    await owner.query('reset session_replication_role');
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  /** What becomes of each, however the row says whose it is. */
  async function written(roles = '{therapist}'): Promise<Record<string, string>> {
    const all: Record<string, string> = {};
    for (const name of [...DOCUMENTS, 'none at all']) {
      await app.query('begin');
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
           set_config('app.roles', $3, true)`,
        [me, practice, roles],
      );
      all[name] = await app
        .query(
          `insert into document_draft_history (practice_id, document_id, revision, family_id, author_id, title, content,
             written_by)
           values ($1, $2, 99, null, $3, 'T', '{}', $3)`,
          [practice, ids.get(name) ?? practice, me],
        )
        .then(
          () => 'kept',
          (failure: unknown) => (failure as { code: string }).code,
        );
      await app.query('rollback');
    }
    return all;
  }

  const ALL_REFUSED = Object.fromEntries([...DOCUMENTS, 'none at all'].map((name) => [name, REFUSED]));
  const RIGHT = { ...ALL_REFUSED, loose: 'kept', led: 'kept' };

  it('is kept where one works on it, whatever the row says of its family', async () => {
    expect(await written()).toEqual(RIGHT);
  });

  it('is let through or kept out wrongly, whichever condition is forgotten', async () => {
    const all = await mutantsOfFunctions(owner, ['works_on']);
    // An id is one document's, in whichever practice; with it the index is found.
    const mutants = all.filter(({ name }) => !name.includes('d.practice_id = here'));
    expect(mutants.length).toBeGreaterThan(3);
    for (const { name, apply, restore } of mutants) {
      await owner.query(apply);
      const seen = await written();
      await owner.query(restore);
      expect([name, JSON.stringify(seen) === JSON.stringify(RIGHT)]).toEqual([name, false]);
    }
  });

  it('is refused to whoever does not act as a therapist', async () => {
    expect(await written('{supervisor}')).toEqual(ALL_REFUSED);
    await owner.query(`update staff_role set ended_at = now() where person_id = $1 and role = 'therapist'`, [
      me,
    ]);
    expect(await written()).toEqual(ALL_REFUSED);
  });
});
