import { scratchDatabase, type ScratchDatabase } from '@common-ground/testing';
import { Client } from 'pg';
import { mutantsOfFunctions } from './proofs/mutants-of-policies';

/** Templates by whose they are and where they stand, each tagged with its name, and all with «Of All» in some writing. */
const TEMPLATES = [
  { name: 'mine', whose: 'me', shelf: 'own' },
  { name: 'mine for all', whose: 'me', shelf: 'practice' },
  { name: 'a colleague’s', whose: 'colleague', shelf: 'own' },
  { name: 'a colleague’s for all', whose: 'colleague', shelf: 'practice' },
  { name: 'in Spanish', whose: 'me', shelf: 'own', language: 'es' },
  { name: 'taken back', whose: 'me', shelf: 'practice', takenBack: true },
] as const;
const WRITINGS = ['of all', 'Of All', 'óf all'];
const MINE = ['a colleague’s for all', 'mine', 'mine for all'];

describe('what templates are tagged with, and the words in them', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  let [practice, me, colleague] = ['', '', ''];

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    const { rows } = await owner.query<{ me: string; practice: string; colleague: string }>(
      `select p.person_id as me, p.practice_id as practice, o.person_id as colleague from demo_persona p, demo_persona o
       where p.persona = 'other-therapist' and o.persona = 'therapist'`,
    );
    const [who] = rows;
    if (who === undefined) throw new Error('There are two therapists.');
    ({ me, practice, colleague } = who);
    await owner.query('delete from template');
    // Another practice has people of the same ids, who keep much the same.
    const elsewhere = (
      await owner.query<{ id: string }>(
        `insert into practice select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).* from practice p
         returning id`,
      )
    ).rows[0]?.id;
    await owner.query(
      `insert into person (practice_id, id, display_name, language) select $1, person_id, 'Elsewhere', 'en'
       from demo_persona where persona in ('other-therapist', 'therapist')`,
      [elsewhere],
    );
    for (const [at, one] of TEMPLATES.entries()) {
      for (const [where, mark] of [
        [practice, ''],
        [elsewhere, ' elsewhere '],
      ] as const) {
        await owner.query(
          `insert into template (practice_id, id, author_id, shelf, kind, title, language, tags, source, licence,
             last_checked_on, content, outline, words, taken_back_at)
           values ($1, gen_random_uuid(), $2, $3, 'worksheet', $4, $5, $6, 'Ours', 'own-words', current_date, '{}', '{}',
             'sol', $7)`,
          [
            ...[where, one.whose === 'me' ? me : colleague, one.shelf, one.name + mark],
            'language' in one ? one.language : 'en',
            // In the other practice some come before and some behind.
            [mark.trim() + one.name, one.name + mark, WRITINGS[at % WRITINGS.length]],
            'takenBack' in one ? new Date() : null,
          ],
        );
      }
    }
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  async function asked<Row extends object>(
    sql: string,
    values: unknown[] = [],
    roles = '{therapist}',
  ): Promise<Row[]> {
    await app.query('begin');
    try {
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
           set_config('app.roles', $3, true)`,
        [me, practice, roles],
      );
      return (await app.query<Row>(sql, values)).rows;
    } finally {
      await app.query('rollback');
    }
  }

  const tags = async (language = 'en', most = 80, roles?: string): Promise<string[]> =>
    (
      await asked<{ tag: string }>(
        'select tag from access.tags_of_templates($1, $2)',
        [language, most],
        roles,
      )
    )
      .map(({ tag }) => tag)
      .sort();
  /** All the same, found in each template as it stands: as whoever asks may read it. */
  const tagsAsTheyStand = async (language: string): Promise<string[]> =>
    (
      await asked<{ tag: string }>(
        `select min(tag) as tag from template t, unnest(t.tags) tag
         where t.taken_back_at is null and t.language = $1 group by t.shelf, access.plain(tag)`,
        [language],
      )
    )
      .map(({ tag }) => tag)
      .sort();
  const about = async (wanted: string | null): Promise<string[]> =>
    (
      await asked<{ title: string }>(
        `select t.title from access.templates_about('sol', $1) e join template t on t.id = e.id`,
        [wanted],
      )
    )
      .map(({ title }) => title)
      .sort();
  /** The same without what the rows are kept from by themselves. */
  const named = async (wanted: string | null, roles?: string, words = 'sol'): Promise<number> =>
    (await asked('select id from access.templates_about($1, $2)', [words, wanted], roles)).length;

  const everything = async (): Promise<unknown> => [
    await tags(),
    await tags('es'),
    await tags('en', 2),
    await tags('en', 80, '{member}'),
    await about(null),
    [await named(null), await named('en'), await named('es'), await named('en', '{member}')],
    await named(null, '{therapist}', 'luna'),
  ];

  it('are those of one’s own shelf and of the practice’s, each once on each, in the language that is asked for', async () => {
    expect(await tags()).toEqual(['Of All', 'of all', ...MINE].sort());
    expect(await tags('es')).toEqual(['Of All', 'in Spanish'].sort());
    expect(await about(null)).toEqual([...MINE, 'in Spanish'].sort());
    expect([await about('en'), await about('es')]).toEqual([MINE, ['in Spanish']]);
    for (const language of ['en', 'es'])
      expect(await tags(language)).toEqual(await tagsAsTheyStand(language));
  });

  it('are told to nobody who does not act as staff', async () => {
    for (const roles of ['{member}', '{}']) {
      expect([await tags('en', 80, roles), await named(null, roles)]).toEqual([[], 0]);
    }
  });

  it('are read by nobody as they are kept', async () => {
    await expect(asked('select from template_tag')).rejects.toMatchObject({ code: '42501' });
    await expect(asked('delete from template_tag')).rejects.toMatchObject({ code: '42501' });
  });

  it('are as the templates stand, whatever becomes of those', async () => {
    const changes = [
      `update template set tags = '{calm, Calm, órder}' where title = 'mine'`,
      `update template set shelf = 'own' where title = 'a colleague’s for all'`,
      `update template set shelf = 'practice' where title = 'a colleague’s'`,
      `update template set language = 'es' where title = 'mine for all'`,
      `update template set taken_back_at = now() where title = 'in Spanish'`,
      `update template set author_id = (select person_id from demo_persona where persona = 'therapist') where title = 'mine'`,
      `delete from template where title = 'mine for all'`,
    ];
    const before = await owner.query('select * from template');
    try {
      for (const change of changes) {
        await owner.query(change);
        for (const language of ['en', 'es'])
          expect([change, await tags(language)]).toEqual([change, await tagsAsTheyStand(language)]);
      }
    } finally {
      await owner.query('delete from template');
      expect((await owner.query('select from template_tag')).rowCount).toBe(0);
      for (const row of before.rows)
        await owner.query('insert into template select (jsonb_populate_record(null::template, $1)).*', [row]);
    }
  });

  it('are told wrongly, whichever condition is forgotten', async () => {
    const right = JSON.stringify(await everything());
    const mutants = await mutantsOfFunctions(owner, ['tags_of_templates', 'templates_about']);
    expect(mutants.length).toBeGreaterThan(10);
    const unnoticed: string[] = [];
    for (const { name, apply, restore } of mutants) {
      const isTaken = await owner.query(apply).then(
        () => true,
        () => false,
      );
      if (!isTaken) continue;
      const seen = await everything().catch(() => null);
      await owner.query(restore);
      if (JSON.stringify(seen) === right) unnoticed.push(name);
    }
    expect(unnoticed).toEqual([]);
  });
});
