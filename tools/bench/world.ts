// A practice as large as asked for, written straight into the database: families of four, each person with fifty tasks.
import { createHash } from 'node:crypto';
import pg from 'pg';

export interface World {
  practiceId: string;
  /** Family members whose homework is read and written, each with a session token the product accepts. */
  members: readonly { personId: string; token: string; taskId: string }[];
  /** A therapist with fifty families. */
  therapist: { personId: string; token: string };
  /** A supervisor to whom ten thousand reviews wait. */
  supervisor: { personId: string; token: string };
  promptId: string;
  /** Drafts of two hundred blocks, each with the therapist who writes it. */
  drafts: readonly { documentId: string; token: string }[];
}

export const tasksEach = 50;
const sampled = 200;
/** Reviews and templates, however many tasks there are. */
const many = 10_000;
const sessionsOf = (personId: string): string => `bench-${personId}`;

/** @param tasks how many tasks there shall be in all, a multiple of 200 */
export async function writeWorld(ownerUrl: string, tasks: number): Promise<World> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const families = Math.max(50, Math.floor(tasks / tasksEach / 4));
    await owner.query('begin');
    await owner.query(`set local session_replication_role = replica`);
    await owner.query(fill, [
      ...[families, JSON.stringify(content), JSON.stringify(outline), tasksEach],
      JSON.stringify(draftContent('begun')),
    ]);
    await owner.query(queue, [JSON.stringify(outline), many]);
    // Whoever is given a role is known as staff from then on, which is otherwise done by what watches the table.
    await owner.query(`insert into staff (practice_id, person_id)
      select distinct practice_id, person_id from staff_role`);
    // A template is made ready to be found by what watches the table.
    await owner.query(`set local session_replication_role = origin`);
    await owner.query(library, [JSON.stringify(outline), many]);
    await owner.query('commit');
    await owner.query('vacuum analyze');
    return await sample(owner);
  } finally {
    await owner.end();
  }
}

const promptId = 'prompt-1';

const content = {
  format: 1,
  language: 'en',
  whyItHelps: 'When you say which kind of support you want, nobody has to guess.',
  whenAndWhere: 'On a calm day.',
  minutes: null,
  blocks: Array.from({ length: 30 }, (_, index) => ({
    kind: 'short-answer',
    id: `prompt-${index + 1}`,
    question: `What would help you most in the week number ${index + 1}?`,
    help: 'A few words are enough.',
    optional: true,
  })),
};

/** A worksheet of two hundred blocks as its author is half-way through it. */
export function draftContent(words: string): object {
  const blocks = Array.from({ length: 200 }, (_, index) => ({
    kind: 'guidance',
    id: `block-${index + 1}`,
    text: `${words}. Take a moment before you answer; there is no hurry in week ${index + 1}.`,
  }));
  return { ...content, blocks };
}

const outline = { whyItHelps: content.whyItHelps, minutes: 30, prompts: 30 };

// Ids are made from numbers, so that every table finds its neighbours without a look-up.
const fill = `
  with numbers as (select $1::int as families, $2::jsonb as content, $3::jsonb as outline, $4::int as each,
    $5::jsonb as draft),
  the_practice as (
    insert into practice (id, name, time_zone, safety, exit_url)
    values (md5('practice')::uuid, 'Bench', 'UTC', '{"practicePhone": "1", "practiceHours": "Always",
      "emergencyNumber": "911", "crisisLine": "988", "checkedOn": "2026-11-01"}', 'https://example.org/') returning id),
  family_numbers as (select f, (f - 1) / 50 as therapist from numbers, generate_series(1, numbers.families) f),
  people as (
    insert into person (practice_id, id, display_name, language)
    select md5('practice')::uuid, md5('therapist ' || t)::uuid, 'Therapist ' || t, 'en'
      from (select distinct therapist as t from family_numbers) x
    union all
    select md5('practice')::uuid, md5('person ' || f || ' ' || m)::uuid, 'Person ' || f || ' ' || m, 'en'
      from family_numbers, generate_series(0, 4) m),
  staff as (
    insert into staff_role (practice_id, person_id, role)
    select distinct md5('practice')::uuid, md5('therapist ' || therapist)::uuid, 'therapist' from family_numbers),
  families as (
    insert into family (practice_id, id, name, client_id, opened_by)
    select md5('practice')::uuid, md5('family ' || f)::uuid, 'Family ' || f, md5('person ' || f || ' 0')::uuid,
      md5('therapist ' || therapist)::uuid from family_numbers),
  loads as (
    insert into caseload (practice_id, family_id, therapist_id, leads)
    select md5('practice')::uuid, md5('family ' || f)::uuid, md5('therapist ' || therapist)::uuid, true
      from family_numbers),
  members as (
    insert into member (practice_id, id, family_id, person_id, relation, state)
    select md5('practice')::uuid, md5('member ' || f || ' ' || m)::uuid, md5('family ' || f)::uuid,
      md5('person ' || f || ' ' || m)::uuid, case m when 0 then 'client' else 'relative' end, 'confirmed'
      from family_numbers, generate_series(0, 4) m),
  consents as (
    insert into consent (practice_id, id, family_id, from_id, member_id, language, kinds, purpose, wording, wording_version, signature)
    select md5('practice')::uuid, md5('consent ' || f || ' ' || m)::uuid, md5('family ' || f)::uuid,
      md5('person ' || f || ' 0')::uuid, md5('member ' || f || ' ' || m)::uuid, 'en', '{worksheet}', 'p', 'w', '1', 's'
      from family_numbers, generate_series(1, 4) m),
  documents as (
    insert into document (practice_id, id, kind, family_id, author_id, state)
    select md5('practice')::uuid, md5('document ' || f)::uuid, 'worksheet', md5('family ' || f)::uuid,
      md5('therapist ' || therapist)::uuid, 'shared' from family_numbers),
  versions as (
    insert into document_version
      (practice_id, id, document_id, kind, number, family_id, author_id, title, content, format, outline, hash, written_by)
    select md5('practice')::uuid, md5('version ' || f)::uuid, md5('document ' || f)::uuid, 'worksheet', 1, md5('family ' || f)::uuid,
      md5('therapist ' || therapist)::uuid, 'What would help', content, 1, outline, repeat('0', 64),
      md5('therapist ' || therapist)::uuid from family_numbers, numbers),
  drafts as (
    insert into document (practice_id, id, kind, family_id, author_id, state)
    select md5('practice')::uuid, md5('draft ' || f || ' ' || d)::uuid, 'worksheet', md5('family ' || f)::uuid,
      md5('therapist ' || therapist)::uuid, 'draft'
      from family_numbers, generate_series(1, 8) d where f <= 50),
  drafted as (
    insert into document_draft
      (practice_id, document_id, revision, family_id, author_id, title, content, written_by)
    select md5('practice')::uuid, md5('draft ' || f || ' ' || d)::uuid, 1, md5('family ' || f)::uuid,
      md5('therapist ' || therapist)::uuid, 'What would help', draft, md5('therapist ' || therapist)::uuid
      from family_numbers, numbers, generate_series(1, 8) d where f <= 50),
  shares as (
    insert into share (practice_id, id, document_id, version_id, family_id, shared_by, shared_at)
    select md5('practice')::uuid, md5('share ' || f || ' ' || s)::uuid, md5('document ' || f)::uuid,
      md5('version ' || f)::uuid, md5('family ' || f)::uuid, md5('therapist ' || therapist)::uuid,
      now() - s * interval '1 hour' from family_numbers, numbers, generate_series(1, numbers.each) s),
  tasks as (
    insert into task (practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id, given_at, sent_at)
    select md5('practice')::uuid, md5('task ' || f || ' ' || s || ' ' || m)::uuid, md5('share ' || f || ' ' || s)::uuid,
      md5('document ' || f)::uuid, md5('version ' || f)::uuid, md5('family ' || f)::uuid,
      md5('member ' || f || ' ' || m)::uuid, md5('person ' || f || ' ' || m)::uuid, now() - s * interval '1 hour',
      case when s = numbers.each and m = 1 then now() - f * interval '1 minute' end
      from family_numbers, numbers, generate_series(1, numbers.each) s, generate_series(1, 4) m)
  insert into answer (practice_id, id, task_id, prompt_id, family_id, author_id, value, visibility, revision)
  select md5('practice')::uuid, md5('answer ' || f || ' ' || m || ' ' || p)::uuid, md5('task ' || f || ' 1 ' || m)::uuid,
    'prompt-' || p, md5('family ' || f)::uuid, md5('person ' || f || ' ' || m)::uuid, '"A walk after supper"', 'therapist', 1
    from family_numbers, generate_series(1, 4) m, generate_series(1, 5) p`;

/** Texts of one therapist, each waiting for one supervisor. */
const queue = `
  with numbers as (select $1::jsonb as outline),
  supervisor as (
    insert into person (practice_id, id, display_name, language)
    values (md5('practice')::uuid, md5('supervisor')::uuid, 'Supervisor', 'en') returning practice_id, id),
  staff as (
    insert into staff_role (practice_id, person_id, role) select practice_id, id, 'supervisor' from supervisor),
  pair as (
    insert into supervision (practice_id, id, supervisor_id, therapist_id, strength, from_on)
    select practice_id, md5('supervision')::uuid, id, md5('therapist 0')::uuid, 'must-approve', current_date - 30
    from supervisor),
  documents as (
    insert into document (practice_id, id, kind, family_id, author_id, state)
    select md5('practice')::uuid, md5('waiting ' || r)::uuid, 'worksheet', md5('family ' || 1 + r % 50)::uuid,
      md5('therapist 0')::uuid, 'submitted' from generate_series(1, $2::int) r),
  versions as (
    insert into document_version
      (practice_id, id, document_id, kind, number, family_id, author_id, title, content, format, outline, hash, written_by)
    select md5('practice')::uuid, md5('waiting version ' || r)::uuid, md5('waiting ' || r)::uuid, 'worksheet', 1,
      md5('family ' || 1 + r % 50)::uuid, md5('therapist 0')::uuid, 'What would help ' || r, '{"blocks": []}', 1, outline,
      repeat('0', 64), md5('therapist 0')::uuid from numbers, generate_series(1, $2::int) r)
  insert into review (practice_id, id, document_id, version_id, family_id, therapist_id, supervisor_id, round, note, state,
    submitted_at)
  select md5('practice')::uuid, md5('review ' || r)::uuid, md5('waiting ' || r)::uuid, md5('waiting version ' || r)::uuid,
    md5('family ' || 1 + r % 50)::uuid, md5('therapist 0')::uuid, md5('supervisor')::uuid, 1, '', 'waiting',
    now() - r * interval '1 minute' from generate_series(1, $2::int) r`;

const library = `
  insert into template (practice_id, id, author_id, shelf, kind, title, language, tags, source, licence, last_checked_on,
    content, outline, words)
  select md5('practice')::uuid, md5('template ' || t)::uuid, md5('therapist 0')::uuid, 'practice', 'worksheet',
    md5(t::text) || case t % 400 when 0 then ' Harpsichord' else '' end, 'en', '{many}', 'Ours', 'own-words', current_date,
    '{"blocks": []}', $1::jsonb, md5((-t)::text) from generate_series(1, $2::int) t`;

async function sample(owner: pg.Client): Promise<World> {
  const found = await owner.query<{ personId: string; taskId: string }>(
    `select person_id as "personId", min(id::text) filter (where given_at = newest) as "taskId" from (
       select person_id, id, given_at, max(given_at) over (partition by person_id) as newest from task
       where practice_id = md5('practice')::uuid) t
     group by person_id order by md5(person_id::text) limit $1`,
    [sampled],
  );
  const therapistId = await owner.query<{ id: string }>(`select md5('therapist 0')::uuid as id`);
  const practice = await owner.query<{ id: string }>(`select md5('practice')::uuid as id`);
  // Staff who came in by a code would be let in as nobody in particular: their lists would be empty, and fast.
  const signedIn = async (personId: string, how: 'code' | 'password'): Promise<string> => {
    const token = sessionsOf(personId);
    await owner.query(
      `insert into signed_in (practice_id, token_hash, person_id, how, idle_for, lasts_for)
       values (md5('practice')::uuid, $1, $2, $3, '1 day', '1 day')`,
      [createHash('sha256').update(token).digest(), personId, how],
    );
    return token;
  };
  const members = [];
  for (const row of found.rows) members.push({ ...row, token: await signedIn(row.personId, 'code') });
  const personId = therapistId.rows[0]?.id ?? '';
  const token = await signedIn(personId, 'password');
  const supervisors = await owner.query<{ id: string }>(`select md5('supervisor')::uuid as id`);
  const supervisorId = supervisors.rows[0]?.id ?? '';
  const drafts = await owner.query<{ documentId: string }>(
    `select document_id as "documentId" from document_draft where author_id = $1 order by document_id`,
    [personId],
  );
  return {
    practiceId: practice.rows[0]?.id ?? '',
    members,
    therapist: { personId, token },
    supervisor: { personId: supervisorId, token: await signedIn(supervisorId, 'password') },
    promptId,
    drafts: drafts.rows.map(({ documentId }) => ({ documentId, token })),
  };
}
