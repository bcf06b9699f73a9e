import { howMany, LONGEST_PROOF, scratchDatabase, type ScratchDatabase, seeds } from '@common-ground/testing';
import fc from 'fast-check';
import { Client } from 'pg';
import { randomId } from './drawing';
import { conditionsIn, functionMutants, policyMutants, type SqlMutant } from './mutants-of-policies';
import { randomPractice } from './random-practice';
import { openPractice, plant, type PracticeRows } from './rows-of-a-practice';
import { ByTheBook, SEEN_TABLES } from './sight-by-the-book';
import { twinOf } from './twin-practice';

/** Each condition is tried in the long run; the short one tries the same part of them each time. */
const ONE_IN = howMany(3, 1);
/** What only several conditions together hide is drawn rarely, so the long run draws more. */
const PRACTICES = howMany(30, 80);

/** Conditions that are there for another reason than to hide something, and what hides it. */
const SAID_TWICE: Readonly<Record<string, readonly string[]>> = {
  'the policy on people asks for the practice once more': [
    'function known_people without «practice_id = access.practice() and»',
    'function caseload_people without «m.practice_id = access.practice() and»',
    'function staff_people without «practice_id = access.practice() and»',
  ],
  'the policy on families asks for the practice once more': [
    'function opened_families without «practice_id = access.practice() and»',
  ],
  'it follows from the keys: of whom, in which family and which practice is one and the same fact': [
    'function blocked_members without «f.practice_id = m.practice_id and»',
    'function blocked_members without «c.practice_id = m.practice_id and»',
    'function blocked_members without «and c.family_id = m.family_id»',
    'function blocked_members without «and b.family_id = m.family_id»',
    'function blocked_members without «and m.id <> c.id»',
    'function guarded_families without «f.practice_id = g.practice_id and»',
    'function look_at_reaching without «and d.practice_id = here»',
    'function look_at_reaching without «o.practice_id = here and»',
    'function look_at_reaching without «w.practice_id = here and»',
    'function look_at_reaching without «and t.member_id = any (places)»',
    'function look_at_reaching without «k.practice_id = here and»',
    'function look_at_reaching without «and k.person_id = me»',
    'function look_at_reaching without «and m.person_id = me»',
    'function look_at_reaching without «and t.person_id = me»',
    'function opened_families without «c.practice_id = family.practice_id and»',
    'function reached_places without «d.practice_id = t.practice_id and»',
    'function reached_places without «c.practice_id = t.practice_id and»',
    'function reached_places without «and c.family_id = t.family_id»',
  ],
  'it says of what to look at, so that little is; what is found there is judged for itself': [
    'function look_at_reaching without «and s.family_id = any (families)»',
    'function look_at_reaching without «and d.id = any (given)»',
    'function look_at_reaching without «b.practice_id = here and»',
    'function look_at_reaching without «and b.family_id = m.family_id»',
    'function look_at_reaching without «and b.lifted_at is null»',
    'function openings without «o.practice_id = access.practice() and»',
    'function openings without «and o.closed_at is null»',
    'function openings without «and o.family_id = any ((select access.joined_families() as sight)::uuid[])»',
    'function reached_places without «and t.family_id = any (families)»',
    'function standing_offers without «and o.family_id = any (families)»',
  ],
  'the policy on reviews asks for the practice once more, and a version is of one document': [
    'policy document_select without «(r.practice_id = document.practice_id) AND»',
    'policy document_version_select without «(r.practice_id = document_version.practice_id) AND»',
    'policy document_version_select without «AND (r.document_id = document_version.document_id)»',
  ],
  'whose name stands beside an answer; reveals.http.spec.ts reads the names': [
    'function openings without «p.practice_id = access.practice() and»',
    'function openings without «and p.id = o.person_id»',
  ],
  'whoever gives homework is known from the caseload as well, which takes longer to look through': [
    'policy person_select without «(id = ANY (( SELECT access.live_senders() AS sight)::uuid[])) OR»',
  ],
  'the people of one’s own families are among all whom one knows, who take longer to look through': [
    'policy person_select without «OR (id = ANY (( SELECT access.caseload_people() AS sight)::uuid[]))»',
  ],
  'what was sent has opened; it keeps others from being named before, which random-families.http.spec.ts reads':
    ['function reached_places without «and t.given_at <= now()»'],
  'one’s own work is seen by whoever wrote it; that nobody judges it, stand-ins.http.spec.ts tries': [
    'function judged_pairs without «and s.therapist_id <> me»',
  ],
  'whether somebody works here in any role is asked before mail goes out to them, and for nothing that is seen':
    ['function works_here without «wanted is null or»'],
  'what is kept of a sight is tried in kept-sight.sql.spec.ts; nothing is kept here': [
    'share',
    'document',
    'version',
    'sender',
  ].flatMap((kind) => [
    `function live_${kind}s without «k.practice_id = access.practice() and»`,
    `function live_${kind}s without «and k.person_id = access.person()»`,
    `function live_${kind}s without «and k.good_from <= now()»`,
    `function live_${kind}s without «and k.good_until > now()»`,
    `function live_${kind}s without «and not exists (select from gone_sight g where g.practice_id = k.practice_id and g.person_id = k.person_id)»`,
    `function live_${kind}s without «g.practice_id = k.practice_id and»`,
    `function live_${kind}s without «and g.person_id = k.person_id»`,
  ]),
  'only one’s own tasks are held against the answer; with it there is less to compare': [
    'function blocked_members without «and m.person_id = access.person()»',
  ],
};

const IDS = SEEN_TABLES.map(
  (table) =>
    `select '${table}' || coalesce(string_agg(i::text, ' ' order by i), '') as seen
     from (select ${table === 'document_draft' ? 'document_id' : 'id'} as i from ${table}) t`,
).join(' union all ');

interface Look {
  readonly id: string;
  readonly practiceId: string;
  readonly roles: string;
  readonly seen: readonly string[];
}

describe('a policy, or a function it asks, with one condition forgotten', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  const looks: Look[] = [];

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    for (const seed of seeds().slice(0, PRACTICES)) {
      const [id, twin] = [randomId(), randomId()];
      const { today } = await openPractice(owner, id);
      await openPractice(owner, twin);
      const [rows] = fc.sample(randomPractice(id, today), { seed, numRuns: 1 });
      if (rows === undefined) throw new Error('A practice was to be drawn.');
      await plant(owner, rows);
      await plant(owner, twinOf(rows, twin));
      looks.push(...rows.person.map((person) => lookOf(rows, person.id, today)));
    }
    await owner.query('analyze');
  }, LONGEST_PROOF);
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  it('reads conditions as they stand', () => {
    const text = 'where a = 1 and (b or c) order by d';
    expect(conditionsIn(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      'a = 1 and',
      'and (b or c)',
      'b or',
      'or c',
    ]);
    const noted = 'where a = 1 -- here and there (or not\n and b';
    expect(conditionsIn(noted).map(({ start, end }) => noted.slice(start, end).trim())).toEqual([
      expect.stringMatching(/^a = 1.*and$/su),
      'and b',
    ]);
  });

  it(
    'with all of them everybody sees what the book says, whoever has the same ids elsewhere',
    async () => {
      expect(await firstWrong()).toBeNull();
    },
    LONGEST_PROOF,
  );

  it(
    'is noticed, whichever it is',
    async () => {
      const all = [
        ...(await policyMutants(owner, SEEN_TABLES)),
        ...(await functionMutants(owner, SEEN_TABLES)),
      ];
      expect(all.length).toBeGreaterThan(150);
      const unnoticed: string[] = [];
      const said = new Set(Object.values(SAID_TWICE).flat());
      const names = new Set(all.map(({ name }) => name));
      expect([...said].filter((name) => !names.has(name))).toEqual([]);
      for (const mutant of all.filter(({ name }, at) => at % ONE_IN === 0 && !said.has(name))) {
        if (!(await isNoticed(mutant))) unnoticed.push(mutant.name);
      }
      expect(unnoticed).toEqual([]);
    },
    LONGEST_PROOF,
  );

  async function isNoticed({ apply, restore }: SqlMutant): Promise<boolean> {
    try {
      await owner.query(apply);
    } catch {
      // What PostgreSQL does not take can be put into no database.
      return true;
    }
    try {
      return (await firstWrong()) !== null;
    } finally {
      await owner.query(restore);
    }
  }

  async function firstWrong(): Promise<string | null> {
    for (const { id, practiceId, roles, seen } of looks) {
      await app.query('begin');
      try {
        await app.query(
          `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
             set_config('app.roles', $3, true)`,
          [id, practiceId, roles],
        );
        const { rows } = await app.query<{ seen: string }>(IDS);
        const found = rows.map((row) => row.seen).sort();
        const at = found.findIndex((line, place) => line !== seen[place]);
        if (at >= 0) return `${id}: ${found[at]?.slice(0, 80)}`;
      } catch (failure) {
        return `${id}: ${String(failure)}`;
      } finally {
        await app.query('rollback');
      }
    }
    return null;
  }
});

function lookOf(rows: PracticeRows, id: string, today: string): Look {
  const sight = new ByTheBook(rows, id, today).sight();
  const byCode = rows.signed_in.some((one) => one.person_id === id && one.how === 'code');
  return {
    id,
    practiceId: rows.practiceId,
    roles: byCode ? '{}' : '{therapist,supervisor,admin}',
    seen: SEEN_TABLES.map((table) => table + [...sight[table]].sort().join(' ')).sort(),
  };
}
