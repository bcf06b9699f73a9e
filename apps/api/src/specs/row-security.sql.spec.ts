import { PERSONAS, scratchDatabase, type Persona, type ScratchDatabase } from '@common-ground/testing';
import { Client, type QueryResult } from 'pg';
import { ROWS_THAT_TEMPT } from './rows-that-tempt';
import { SIGHT_OF_ROWS } from './sight-of-rows';

/** Rows that none of those who try below could rightly write. */
function ofSomebodyElse(table: string): string {
  const father = `(select person_id from demo_persona where persona = 'father')`;
  if (table === 'answer' || table === 'answer_history') return `author_id = ${father}`;
  if (table === 'erasure_request' || table === 'reminder') return `person_id = ${father}`;
  if (table === 'idempotency') return `person_id = ${father}`;
  if (table === 'audit') return `actor_id = ${father}`;
  if (table === 'template') return `title = 'father'`;
  if (table === 'review_comment') return 'author_id = therapist_id';
  if (table === 'supervision_notebook' || table === 'supervision_notebook_history')
    return `therapist_id = ${father}`;
  if (table === 'addendum') return `author_id = ${father}`;
  if (table === 'signature') return 'signer_id in (select therapist_id from review)';
  if (table === 'verdict') return 'judge_id = (select therapist_id from review where id = review_id)';
  if (table === 'reading') return `person_id = ${father}`;
  if (table === 'kept_wording' || table === 'suggestion_answer')
    return `document_id in (select d.id from document d join family f on f.id = d.family_id where f.name = 'Torres family')`;
  if (table === 'family') return `name = 'Torres family'`;
  return table === 'person' ? 'true' : `family_id = (select id from family where name = 'Torres family')`;
}

/** Written or asked through functions alone, or not the application's at all. */
const UNREADABLE = [
  'access_link',
  'at_work',
  'audit',
  'credential',
  'demo_persona',
  'gone_sight',
  'invitation_try',
  'kept_sight',
  'knock',
  'migration',
  'passkey',
  'passkey_challenge',
  'recovery_code',
  'seal',
  'seal_check',
  'second_factor',
  'sign_in_step',
  'signed_in',
  'template_tag',
];

interface Who {
  readonly id: string;
  readonly practice: string;
}

describe('row-level security on its own, without the program in front of it', () => {
  let database: ScratchDatabase;
  let owner: Client;
  let app: Client;
  let people: ReadonlyMap<Persona, Who>;

  beforeAll(async () => {
    database = await scratchDatabase({ demo: true });
    owner = new Client({ connectionString: database.ownerUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([owner.connect(), app.connect()]);
    const { rows } = await owner.query<{ persona: Persona } & Who>(
      'select persona, person_id as id, practice_id as practice from demo_persona',
    );
    people = new Map(rows.map((found) => [found.persona, found]));
    await owner.query(ROWS_THAT_TEMPT);
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  const idOf = (persona: Persona): string => people.get(persona)?.id ?? '';

  async function as<T>(persona: Persona, work: () => Promise<T>): Promise<T> {
    await app.query('begin');
    try {
      await app.query(
        `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true)`,
        [idOf(persona), people.get(persona)?.practice],
      );
      return await work();
    } finally {
      await app.query('rollback');
    }
  }

  /** How many rows a statement changed, or the SQLSTATE it was refused with. */
  const tried = (persona: Persona, sql: string): Promise<number | string> =>
    as(persona, () =>
      app.query(sql).then(
        ({ rowCount }: QueryResult) => rowCount ?? 0,
        (failure: unknown) => (failure as { code: string }).code,
      ),
    );
  const REFUSED = '42501';

  describe.each(Object.entries(SIGHT_OF_ROWS))('of %s', (table, sight) => {
    it.each(PERSONAS)('%s sees their own rows and no others', async (persona) => {
      const rule = sight[persona] ?? '$1::uuid is null';
      const all = `select t::text as row from ${table} t`;
      const should = await owner.query<{ row: string }>(`${all} where ${rule}`, [idOf(persona)]);
      const does = await as(persona, () => app.query<{ row: string }>(all));
      expect(does.rows.map(({ row }) => row).sort()).toEqual(should.rows.map(({ row }) => row).sort());
    });

    it('is not tested on an empty table', async () => {
      const { rows } = await owner.query(`select from ${table}`);
      expect(rows.length).toBeGreaterThan(0);
    });
  });

  it.each(UNREADABLE)('nobody reads %s at all', async (table) => {
    for (const persona of PERSONAS) expect(await tried(persona, `select from ${table}`)).toBe(REFUSED);
  });

  it('every other table is one whose rows are accounted for here', async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `select relname from pg_class where relkind in ('r', 'v', 'm', 'p', 'f') and relnamespace = 'public'::regnamespace`,
    );
    const known = [...Object.keys(SIGHT_OF_ROWS), ...UNREADABLE];
    expect(rows.map(({ relname }) => relname).sort()).toEqual(known.sort());
  });

  const ofTorres = `(select id from family where name = 'Torres family')`;
  const COLLEAGUE = `(select person_id from staff_role where role = 'supervisor' limit 1)`;
  const row = (table: string, changes: string, where = 'true'): string =>
    `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes}))).*
     from (select * from ${table} where ${where} limit 1) t`;

  /** One's own words to a review that waits, as they may go along with it, but for what is said otherwise. */
  const attaching = ({
    content = 't.content',
    by = 'access.person()',
    off = 'null',
    state = 'waiting',
  } = {}): string =>
    `insert into attached_document select r.practice_id, r.id, d.id, d.family_id, d.kind, t.title, ${content}, ${by}, now(),
       ${off}::timestamptz
     from review r join document d on d.family_id = r.family_id and d.id <> r.document_id and d.author_id = access.person()
       join document_draft t on t.document_id = d.id
     where r.state = '${state}' and not exists (select from attached_document a
       where a.review_id = r.id and a.document_id = d.id) limit 1`;

  it.each<[string, Persona, string, number | string]>([
    ['a therapist attaches their own words to what waits', 'therapist', attaching(), 1],
    ['and no other words', 'therapist', attaching({ content: `'{}'` }), REFUSED],
    ['nor in somebody else’s name', 'therapist', attaching({ by: COLLEAGUE }), REFUSED],
    ['nor to what is judged already', 'therapist', attaching({ state: 'decided' }), REFUSED],
    ['nor as what was taken off before', 'therapist', attaching({ off: 'now()' }), REFUSED],
    [
      'nor somebody else’s document',
      'therapist',
      attaching().replace('d.author_id = access.person()', 'd.author_id <> access.person()'),
      REFUSED,
    ],
    [
      'what goes along is as it was',
      'therapist',
      `update attached_document set content = '{"a": 1}'`,
      REFUSED,
    ],
    [
      'what was judged with it is taken off by nobody',
      'therapist',
      `update attached_document set taken_off_at = now()
       where review_id in (select id from review where state <> 'waiting')`,
      0,
    ],
    [
      'its supervisor takes off nothing',
      'supervisor',
      `update attached_document set taken_off_at = now()`,
      0,
    ],
    [
      'what was taken off is not put back',
      'therapist',
      `update attached_document set taken_off_at = null where taken_off_at is not null`,
      0,
    ],
    [
      'and nothing is taken off by saying that it was not',
      'therapist',
      `update attached_document set taken_off_at = null where taken_off_at is null`,
      REFUSED,
    ],
    [
      'the father does not change the mother’s answer',
      'father',
      `update answer set value = '"x"' where prompt_id = 'looks-like' and author_id <> access.person()`,
      0,
    ],
    ['the therapist does not change an answer', 'therapist', `update answer set value = '"x"'`, 0],
    [
      'the father writes no answer in another’s name',
      'father',
      row('answer', `'id', gen_random_uuid(), 'prompt_id', 'new', 'author_id', gen_random_uuid()`),
      REFUSED,
    ],
    [
      'the brother, whose consent is over, writes no answer',
      'brother',
      `insert into answer (practice_id, id, task_id, prompt_id, family_id, author_id, visibility, revision) select practice_id, gen_random_uuid(), id, 'p', family_id, person_id, 'therapist', 1 from task`,
      REFUSED,
    ],
    ['the mother does not confirm anybody', 'mother', `update member set state = 'confirmed'`, REFUSED],
    ['the mother leaves, and takes nobody with her', 'mother', `update member set state = 'removed'`, 1],
    ['the client leaves no family behind', 'client', `update member set state = 'removed'`, 0],
    [
      'nobody becomes the client by a change of relation',
      'therapist',
      `update member set relation = 'client' where relation = 'mother'`,
      REFUSED,
    ],
    [
      'a therapist who stepped back does not come back alone',
      'other-therapist',
      `update caseload set ended_at = null, leads = true where family_id in ${ofTorres}`,
      0,
    ],
    [
      'nobody but a therapist of the practice is taken onto a caseload',
      'therapist',
      `insert into caseload (practice_id, family_id, therapist_id, leads) select practice_id, family_id, person_id, false from member where relation = 'mother'`,
      REFUSED,
    ],
    ['the client does not confirm anybody', 'client', `update member set state = 'confirmed'`, 0],
    ['the therapist takes no consent back', 'therapist', `update consent set revoked_at = now()`, 0],
    ['the therapist restores no consent', 'therapist', `update consent set revoked_at = null`, 0],
    [
      'the therapist gives no consent for the client',
      'therapist',
      row('consent', `'id', gen_random_uuid(), 'revoked_at', null`),
      REFUSED,
    ],
    [
      'the mother, who may no longer speak for the client, answers nothing for them',
      'mother',
      `update consent_request set answer = 'not-now', decided_by = access.person(), decided_at = now()`,
      0,
    ],
    [
      'the therapist answers no request of their own',
      'therapist',
      `update consent_request set answer = 'not-now', decided_by = access.person(), decided_at = now()`,
      REFUSED,
    ],
    [
      'the father, who speaks for the client, answers in nobody else’s name',
      'father',
      `update consent_request set answer = 'not-now', decided_by = asked_by, decided_at = now()`,
      REFUSED,
    ],
    [
      'the father says yes for the client as a guardian and not as the client',
      'father',
      row(
        'consent',
        `'id', gen_random_uuid(), 'from_id', access.person(), 'given_as', 'client', 'revoked_at', null`,
      ),
      REFUSED,
    ],
    [
      'the client asks themselves nothing',
      'client',
      row('consent_request', `'id', gen_random_uuid(), 'asked_by', access.person()`),
      REFUSED,
    ],
    [
      'another therapist asks about no document of this family',
      'other-therapist',
      `insert into consent_request (practice_id, id, family_id, member_id, kinds, document_ids, documents, purpose, asked_by)
       select practice_id, gen_random_uuid(), family_id, member_id, '{}', array[gen_random_uuid()], '[]', '', access.person()
       from consent_request limit 1`,
      REFUSED,
    ],
    ['the mother takes no consent back', 'mother', `update consent set revoked_at = now()`, 0],
    ['the supervisor writes in no draft', 'supervisor', `update document_draft set title = 'x'`, 0],
    [
      'another therapist writes in no draft',
      'other-therapist',
      `update document_draft set title = 'x' where title <> 'What would help this week?'`,
      0,
    ],
    [
      'the therapist approves nothing of their own',
      'therapist',
      `update review set state = 'decided', verdict = 'approve', version_hash = repeat('0', 64), decided_at = now() where state = 'waiting'`,
      REFUSED,
    ],
    [
      'the supervisor shares nothing',
      'supervisor',
      `insert into share (practice_id, id, document_id, version_id, family_id, shared_by) select practice_id, gen_random_uuid(), document_id, version_id, family_id, access.person() from review limit 1`,
      REFUSED,
    ],
    [
      'another therapist changes no template that somebody else keeps',
      'other-therapist',
      `update template set title = 'x' where author_id <> access.person()`,
      0,
    ],
    [
      'the admin changes no template',
      'admin',
      `update template set title = 'x' where shelf = 'practice' and title = 'therapist'`,
      REFUSED,
    ],
    [
      'the admin takes back what the practice keeps',
      'admin',
      `update template set taken_back_at = now() where shelf = 'practice' and title = 'therapist'`,
      1,
    ],
    [
      'the admin takes nobody’s own back',
      'admin',
      `update template set taken_back_at = now() where shelf = 'own'`,
      0,
    ],
    [
      'the supervisor keeps no template',
      'supervisor',
      row('template', `'id', gen_random_uuid(), 'author_id', access.person()`),
      REFUSED,
    ],
    [
      'the therapist keeps no template in somebody else’s name',
      'therapist',
      row('template', `'id', gen_random_uuid()`, `author_id <> access.person()`),
      REFUSED,
    ],
    [
      'another therapist moves no hour of a family they do not lead',
      'other-therapist',
      `update family_session set minutes = 5, written_by = access.person() where family_id in ${ofTorres}`,
      0,
    ],
    [
      'the therapist plans no hour in a colleague’s name',
      'therapist',
      row('family_session', `'id', gen_random_uuid(), 'revision', 1, 'planned_by', gen_random_uuid()`),
      REFUSED,
    ],
    [
      'the therapist changes no hour in a colleague’s name',
      'therapist',
      `update family_session set written_by = (select person_id from staff_role where role = 'supervisor' limit 1)`,
      REFUSED,
    ],
    [
      'the therapist stops nobody else’s reminders',
      'therapist',
      `update reminder set days = '{}' where person_id <> access.person()`,
      0,
    ],
    [
      'the therapist asks for nobody in a colleague’s name',
      'therapist',
      row(
        'reminder_ask',
        `'id', gen_random_uuid(), 'mail_id', null, 'asked_on', access.today(),
        'asked_by', (select person_id from staff_role where role = 'supervisor' limit 1)`,
      ),
      REFUSED,
    ],
    [
      'the therapist says of nobody that they were reminded',
      'therapist',
      `update reminder_ask set mail_id = null`,
      REFUSED,
    ],
    ['the mother has no reminder made twice a day', 'mother', `update reminder set last_on = null`, REFUSED],
    [
      'the therapist answers for nobody who is asked',
      'therapist',
      `update session_reply set reply = 'coming', replied_at = now() where withdrawn_at is null`,
      REFUSED,
    ],
    [
      'the therapist asks nobody with an answer in their mouth',
      'therapist',
      row(
        'session_reply',
        `'id', gen_random_uuid(), 'reply', 'coming', 'replied_at', now()`,
        'withdrawn_at is not null',
      ),
      REFUSED,
    ],
    [
      'nobody is asked again by bringing back what was taken back',
      'therapist',
      `update session_reply set withdrawn_at = null where withdrawn_at is not null`,
      0,
    ],
    [
      'the mother answers what she is asked, and for nobody else',
      'mother',
      `update session_reply set reply = 'coming', replied_at = now()`,
      1,
    ],
    [
      'the mother takes nobody’s asking back, and not her own',
      'mother',
      `update session_reply set withdrawn_at = now()`,
      REFUSED,
    ],
    [
      'the father, who is held, answers nothing',
      'father',
      `update session_reply set reply = 'coming', replied_at = now() where family_id in ${ofTorres}`,
      0,
    ],
    ['the mother moves no hour', 'mother', `update family_session set minutes = 5`, 0],
    ...(['session_run', 'session_pad'] as const).flatMap(
      (table): [string, Persona, string, number | string][] => {
        const mine = table === 'session_run' ? 'led_by' : 'written_by';
        return [
          [
            `another therapist changes no ${table} of a family they do not lead`,
            'other-therapist',
            `update ${table} set revision = 7, ${mine} = access.person() where family_id in ${ofTorres}`,
            0,
          ],
          [
            'the mother changes none',
            'mother',
            `update ${table} set revision = 7, ${mine} = access.person()`,
            0,
          ],
          [
            `the therapist changes no ${table} in a colleague’s name`,
            'therapist',
            `update ${table} set ${mine} = ${COLLEAGUE}`,
            REFUSED,
          ],
          [
            `the therapist begins no ${table} in a colleague’s name`,
            'therapist',
            row(table, `'${mine}', ${COLLEAGUE}`),
            REFUSED,
          ],
          [
            `the therapist begins no ${table} in the middle`,
            'therapist',
            row(table, `'${mine}', access.person(), 'revision', 2`),
            REFUSED,
          ],
          [
            `the therapist begins no ${table} of one family for another`,
            'therapist',
            row(
              table,
              `'${mine}', access.person(), 'family_id', (select id from family where name = 'Kim family')`,
              `family_id in ${ofTorres}`,
            ),
            REFUSED,
          ],
          [
            `a ${table} goes over to no other family`,
            'therapist',
            `update ${table} set family_id = family_id`,
            REFUSED,
          ],
        ];
      },
    ),
    [
      'the therapist begins no hour that a colleague began',
      'therapist',
      row('session_run', `'begun_by', ${COLLEAGUE}`),
      REFUSED,
    ],
    [
      'the therapist gives no page in a colleague’s name',
      'therapist',
      row('take_home_page', `'id', gen_random_uuid(), 'given_by', ${COLLEAGUE}`, 'taken_back_at is not null'),
      REFUSED,
    ],
    [
      'the therapist gives no page of one family to another',
      'therapist',
      row(
        'take_home_page',
        `'id', gen_random_uuid(), 'family_id', (select id from family where name = 'Kim family')`,
        `taken_back_at is not null and family_id in ${ofTorres}`,
      ),
      REFUSED,
    ],
    [
      'nobody gets a page back by bringing back what was taken back',
      'therapist',
      `update take_home_page set taken_back_at = null where taken_back_at is not null`,
      REFUSED,
    ],
    [
      'what stands on a page that was given stays as it is',
      'therapist',
      `update take_home_page set content = '{}'`,
      REFUSED,
    ],
    [
      'the therapist writes over no note of somebody else’s',
      'therapist',
      `update private_note set notes = 'x' where author_id <> access.person()`,
      0,
    ],
    [
      'the therapist writes no note in a colleague’s name',
      'therapist',
      row('private_note', `'author_id', (select person_id from staff_role where role = 'admin' limit 1)`),
      REFUSED,
    ],
    [
      'another therapist writes no note about a family they do not lead',
      'other-therapist',
      `update private_note set notes = 'x' where family_id in ${ofTorres}`,
      0,
    ],
    ['the client writes no note', 'client', `update private_note set notes = 'x'`, 0],
    [
      'the client changes what he said about the hour that ended, and about none that has not',
      'client',
      `update look_back set words = 'x'`,
      2,
    ],
    ...(
      [
        ['says one thing more about it', `'question', 'pace', 'sent_at', null`, 1],
        ['sends nothing that was not written before', `'question', 'pace', 'sent_at', now()`, REFUSED],
        ['writes no past for what he says', `'question', 'pace', 'sent_at', null, 'revision', 2`, REFUSED],
      ] as const
    ).map(([what, changes, outcome]): [string, Persona, string, number | string] => [
      `the client ${what}`,
      'client',
      row('look_back', changes, 'asking_id = any (access.askings_to_look_back())'),
      outcome,
    ]),
    [
      'the mother changes nothing she said about an hour of long ago',
      'mother',
      `update look_back set words = 'x'`,
      0,
    ],
    ['the father, who is held, changes nothing he said', 'father', `update look_back set words = 'x'`, 0],
    ['the therapist changes nothing of what people said', 'therapist', `update look_back set words = 'x'`, 0],
    [
      'the therapist says nothing in somebody’s place',
      'therapist',
      row('look_back', `'question', 'pace', 'sent_at', null`, `family_id in ${ofTorres}`),
      REFUSED,
    ],
    ['the brother takes no page back', 'brother', `update take_home_page set taken_back_at = now()`, 0],
    [
      'the brother gives himself no page',
      'brother',
      row('take_home_page', `'id', gen_random_uuid(), 'given_by', access.person()`),
      REFUSED,
    ],
    ['the father takes no share back', 'father', `update share set revoked_at = now()`, 0],
    [
      'the father sends nothing but his own',
      'father',
      `update task set sent_at = null where person_id <> access.person()`,
      0,
    ],
    [
      'another therapist does not join a caseload',
      'other-therapist',
      row('caseload', `'family_id', '00000000-0000-0000-0000-000000000000'`),
      REFUSED,
    ],
    [
      'nobody gives themselves a role',
      'admin',
      `insert into staff_role values (access.practice(), access.person(), 'therapist')`,
      REFUSED,
    ],
    [
      'nobody takes themselves for a supervisor',
      'admin',
      `update supervision set supervisor_id = access.person()`,
      REFUSED,
    ],
    ['a therapist changes no setting of the practice', 'therapist', `update practice set exit_url = 'x'`, 0],
    [
      'an admin changes the settings in their own name alone',
      'admin',
      `update practice set exit_url = 'x', changed_by = gen_random_uuid()`,
      REFUSED,
    ],
    [
      'an admin changes their own practice and no other',
      'admin',
      `update practice set exit_url = 'x', changed_by = access.person()`,
      1,
    ],
    ['nobody renames the practice', 'admin', `update practice set name = 'x'`, REFUSED],
    [
      'a therapist writes no notice',
      'therapist',
      row('notice', `'id', gen_random_uuid(), 'version', 9, 'written_by', access.person()`),
      REFUSED,
    ],
    ['no notice is ever edited', 'admin', `update notice set text = 'x'`, REFUSED],
    ['an admin marks no family', 'admin', `update family set part_2 = true`, 0],
    ['the client marks no family', 'client', `update family set part_2 = true`, 0],
    [
      'a therapist renames nobody outside their families, and no colleague',
      'therapist',
      `update person set display_name = 'x' where id not in (select person_id from member)`,
      0,
    ],
    ['a member renames nobody', 'mother', `update person set display_name = 'x'`, 0],
    [
      'an admin renames those who work here and nobody of a family',
      'admin',
      `update person set display_name = 'x' where not id = any (access.staff_people())`,
      0,
    ],
    [
      'an admin gives a role to a colleague',
      'admin',
      `insert into staff_role (practice_id, person_id, role, given_by) select access.practice(), person_id, 'supervisor', access.person() from staff where email like 'jonas%'`,
      1,
    ],
    [
      'an admin gives no role in another’s name',
      'admin',
      `insert into staff_role (practice_id, person_id, role, given_by) select access.practice(), person_id, 'supervisor', person_id from staff where email like 'jonas%'`,
      REFUSED,
    ],
    [
      'an admin gives themselves no role, even properly signed',
      'admin',
      `insert into staff_role (practice_id, person_id, role, given_by) values (access.practice(), access.person(), 'therapist', access.person())`,
      REFUSED,
    ],
    [
      'an admin makes nobody of a family a colleague',
      'admin',
      `insert into staff (practice_id, person_id, added_by) values (access.practice(), gen_random_uuid(), access.person())`,
      REFUSED,
    ],
    [
      'the only admin stays',
      'admin',
      `update staff_role set ended_at = now(), ended_by = access.person() where role = 'admin'`,
      REFUSED,
    ],
    [
      'a role that ended stays ended',
      'admin',
      `update staff_role set ended_at = null, ended_by = access.person() where ended_at is not null`,
      0,
    ],
    ['a therapist ends nobody’s role', 'therapist', `update staff_role set ended_at = now()`, 0],
    [
      'an admin makes themselves nobody’s supervisor',
      'admin',
      `insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on, set_by) select access.practice(), gen_random_uuid(), access.person(), person_id, 'may-read', '2999-01-01', access.person() from staff where email like 'jonas%'`,
      REFUSED,
    ],
    [
      'the same two are paired once at a time',
      'admin',
      row('supervision', `'id', gen_random_uuid(), 'from_on', '2999-01-01', 'set_by', access.person()`),
      REFUSED,
    ],
    [
      'a supervisor who is away says how long',
      'supervisor',
      `update stand_in set until_on = '2998-01-01'`,
      8,
    ],
    [
      'and names nobody whom they do not supervise',
      'supervisor',
      `update stand_in set therapist_ids = array[gen_random_uuid()]`,
      REFUSED,
    ],
    [
      'what was to be is said anew, and not rewritten',
      'supervisor',
      `update stand_in set from_on = from_on`,
      REFUSED,
    ],
    [
      'nobody stands in who does not supervise',
      'supervisor',
      row('stand_in', `'id', gen_random_uuid(), 'from_on', '2998-01-01'`),
      REFUSED,
    ],
    [
      'whoever stands in does not make it longer',
      'therapist',
      `update stand_in set until_on = '2998-01-01'`,
      0,
    ],
    ['a therapist ends no supervision', 'therapist', `update supervision set until_on = '2026-01-01'`, 0],
    [
      'a therapist ends nobody’s session',
      'therapist',
      `select access.sign_out_staff(person_id) from staff`,
      1,
    ],
    [
      'the mother gives no feedback',
      'mother',
      `insert into feedback (practice_id, id, answer_id, family_id, by_id, to_id, text) select practice_id, gen_random_uuid(), id, family_id, access.person(), author_id, 'x' from answer limit 1`,
      REFUSED,
    ],
    [
      'no trace is left in another’s name',
      'therapist',
      `insert into audit (practice_id, id, actor_id, actor_roles, action, because, subject_ids, consent_ids, fields) values (access.practice(), gen_random_uuid(), gen_random_uuid(), '{}', 'x', 'x', '{}', '{}', '{}')`,
      REFUSED,
    ],
    [
      'no key is used in another’s name',
      'father',
      row('idempotency', `'person_id', gen_random_uuid()`),
      REFUSED,
    ],
    [
      'nothing is written into another practice',
      'therapist',
      row('person', `'id', gen_random_uuid(), 'practice_id', gen_random_uuid()`),
      REFUSED,
    ],
    ['the mother moves no document on', 'mother', `update document set state = 'draft'`, 0],
    ['the therapist sends nobody’s homework', 'therapist', `update task set sent_at = now()`, REFUSED],
    [
      'the therapist sends no comment of the supervisor, and takes none back',
      'therapist',
      `update review_comment set sent_at = null where author_id <> access.person()`,
      0,
    ],
    [
      'the therapist settles no thread of the supervisor',
      'therapist',
      `update review_comment set resolved_at = now() where author_id <> access.person()`,
      0,
    ],
    [
      'the supervisor does not say for the author that suggested words were taken',
      'supervisor',
      `update suggestion_answer set answer = 'left'`,
      0,
    ],
    [
      'nobody gives themselves credentials',
      'supervisor',
      `update staff set credentials = 'MD' where person_id = access.person()`,
      0,
    ],
    [
      'no admin gives themselves credentials',
      'admin',
      `update staff set credentials = 'MD' where person_id = access.person()`,
      0,
    ],
    [
      'nobody signs what they have not approved',
      'supervisor',
      `insert into signature (practice_id, id, review_id, document_id, version_id, version_hash, signer_id, name, credentials)
       select r.practice_id, gen_random_uuid(), r.id, r.document_id, v.id, v.hash, access.person(), 'S', ''
       from review r join document_version v on v.id = r.version_id where r.state = 'waiting'`,
      REFUSED,
    ],
    [
      'a review is decided under a pair in force, whatever is said',
      'supervisor',
      `update review set supervision_id = gen_random_uuid()`,
      REFUSED,
    ],
    [
      'no verdict is written down that was not given',
      'supervisor',
      `insert into verdict (practice_id, id, review_id, document_id, version_id, version_hash, family_id, verdict, summary,
         judge_id, name, credentials)
       select r.practice_id, gen_random_uuid(), r.id, r.document_id, v.id, v.hash, r.family_id, 'approve', 'Never said',
         access.person(), 'S', '' from review r join document_version v on v.id = r.version_id where r.state = 'waiting'`,
      REFUSED,
    ],
    ['no verdict is written over', 'supervisor', `update verdict set summary = 'x'`, REFUSED],
    [
      'nobody decides in somebody else’s name',
      'supervisor',
      `update review set state = 'decided', verdict = 'approve', decided_at = now(), version_hash = 'x',
         decided_by = (select p.id from person p join staff_role r on r.person_id = p.id where r.role = 'admin' limit 1)
       where state = 'waiting'`,
      REFUSED,
    ],
    ['no signature is written over', 'supervisor', `update signature set name = 'x'`, REFUSED],
    ['nothing that was added is written over', 'therapist', `update addendum set text = 'x'`, REFUSED],
    [
      'the past of a notebook is as it was',
      'supervisor',
      `update supervision_notebook_history set goals = 'x'`,
      REFUSED,
    ],
    [
      'a notebook skips no revision',
      'supervisor',
      `update supervision_notebook set revision = revision + 2, written_by = access.person()
       where (supervisor_id, therapist_id) in (select supervisor_id, therapist_id from supervision)`,
      REFUSED,
    ],
    [
      'no past is written for a notebook that it never had',
      'supervisor',
      row(
        'supervision_notebook_history',
        `'revision', 2, 'goals', 'Never written', 'written_by', access.person()`,
        `(supervisor_id, therapist_id) in (select supervisor_id, therapist_id from supervision)`,
      ),
      REFUSED,
    ],
    ['no signature is taken away', 'supervisor', `delete from signature`, REFUSED],
    ['versions are as they were made', 'therapist', `update document_version set title = 'x'`, REFUSED],
    ['the past of an answer is as it was', 'mother', `update answer_history set value = null`, REFUSED],
  ])('%s', async (_sentence, persona, sql, outcome) => {
    expect(await tried(persona, sql)).toBe(outcome);
  });

  it.each([
    'family',
    'caseload',
    'member',
    'guardian',
    'invitation',
    'block',
    'hold',
    'mail',
    'consent',
    'consent_request',
    'document',
    'document_draft',
    'document_draft_history',
    'kept_wording',
    'reading',
    'attached_document',
    'signature',
    'verdict',
    'addendum',
    'supervision_notebook',
    'supervision_notebook_history',
    'suggestion_answer',
    'family_session',
    'reminder',
    'reminder_ask',
    'session_reply',
    'session_run',
    'session_pad',
    'take_home_page',
    'private_note',
    'look_back',
    'document_version',
    'review',
    'review_comment',
    'share',
    'task',
    'answer',
    'answer_history',
    'feedback',
    'offer',
    'idempotency',
    'erasure_request',
    'break_glass',
    'break_glass_reason',
    'audit',
    'person',
  ])('nobody else writes a row of %s for the Torres family', async (table) => {
    const { rows } = await owner.query<{ row: { author_id?: string } }>(
      `select to_jsonb(t) as row from ${table} t
       where practice_id = $1 and ${ofSomebodyElse(table)} limit 1`,
      [people.get('therapist')?.practice],
    );
    const copied = JSON.stringify(rows[0]?.row).replaceAll("'", "''");
    const insert = `insert into ${table} select * from jsonb_populate_record(null::${table}, '${copied}')`;
    const others = ['supervisor', 'mother', 'brother', 'outsider'] as const;
    // Therapists write down people of families, and admins those who work here.
    const some = ['other-therapist', 'admin'] as const;
    for (const persona of [...others, ...(table === 'person' ? [] : some)]) {
      expect([persona, await tried(persona, insert)]).toEqual([persona, REFUSED]);
    }
  });

  it('no therapist of another family learns an id and joins it', async () => {
    const { rows } = await owner.query<{ id: string }>(`select id from ${ofTorres} f`);
    const join = `insert into caseload values (access.practice(), '${String(rows[0]?.id)}', access.person(), false)`;
    for (const persona of PERSONAS)
      expect(await tried(persona, join)).toBe(persona === 'therapist' ? '23505' : REFUSED);
  });

  describe('what an hour has shown', () => {
    const ofMother = (): string => `author_id = '${idOf('mother')}'`;
    beforeAll(() =>
      owner.query(
        `update offer o set on_screen = true, shown_at = now(), shown_in = s.id from family_session s
         where s.family_id = o.family_id and o.closed_at is null and o.${ofMother()}`,
      ),
    );
    afterAll(() => owner.query(`update offer set on_screen = false, shown_at = null, shown_in = null`));

    it('is closed by nobody, its author included', async () => {
      const close = `update offer set closed_at = now() where closed_at is null and ${ofMother()}`;
      for (const persona of ['mother', 'therapist', 'father'] as const)
        expect([persona, await tried(persona, close)]).toEqual([persona, 0]);
    });

    it('is written down by no author, and by a therapist only through what looks whether it may be', async () => {
      const again = row(
        'offer',
        `'id', gen_random_uuid(), 'shown_at', now()`,
        `${ofMother()} and shown_at is not null`,
      );
      expect(await tried('mother', again)).toBe(REFUSED);
      for (const persona of ['mother', 'therapist'] as const)
        expect(await tried(persona, `update offer set shown_at = now()`)).toBe(REFUSED);
    });
  });

  it('feedback needs an answer that was sent to the one who gives it', async () => {
    const { rows } = await owner.query<{ id: string; to: string; family: string; open: boolean }>(
      `select id, author_id as to, family_id as family, sent_at is not null and visibility <> 'not-yet' as open
       from answer where family_id in ${ofTorres}`,
    );
    for (const answer of rows) {
      const give = `insert into feedback (practice_id, id, answer_id, family_id, by_id, to_id, text) values
        (access.practice(), gen_random_uuid(), '${answer.id}', '${answer.family}', access.person(), '${answer.to}', 'x')`;
      expect(await tried('therapist', give)).toBe(answer.open ? 1 : REFUSED);
    }
    expect(new Set(rows.map(({ open }) => open)).size).toBe(2);
  });

  it.each(Object.keys(SIGHT_OF_ROWS))('nobody deletes from %s', async (table) => {
    for (const persona of ['therapist', 'client', 'admin'] as const) {
      expect(await tried(persona, `delete from ${table}`)).toBe(REFUSED);
      expect(await tried(persona, `truncate ${table}`)).toBe(REFUSED);
    }
  });
});
