// The bare limit: the thinnest program that does the same work on the same rows with the same durability, and asks
// nobody who they are. Prepared statements, no framework, no access rules.
import { createServer, type IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const practice = process.env['PRACTICE_ID'] ?? '';
/** All but a hundred reviews were handed in before. */
const DEEP = new Date(Date.now() - 101 * 60_000).toISOString();

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const list = `
  select t.id, v.kind, v.title, v.outline ->> 'whyItHelps' as "whyItHelps", (v.outline ->> 'minutes')::int as minutes,
    (v.outline ->> 'prompts')::int as prompts, s.due_on::text as "dueOn", s.note,
    json_build_object('id', p.id, 'displayName', p.display_name) as "from", ${iso('t.given_at')} as "sharedAt",
    ${iso('t.sent_at')} as "sentAt",
    (select count(*)::int from answer a where a.practice_id = t.practice_id and a.task_id = t.id
      and a.value is not null and a.value not in ('null', '""', '[]')) as answered,
    (select count(distinct f.answer_id)::int from feedback f
      join answer a on a.practice_id = f.practice_id and a.id = f.answer_id
      where f.practice_id = t.practice_id and a.task_id = t.id) as feedback
  from task t join share s on s.practice_id = t.practice_id and s.id = t.share_id
    join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
    join person p on p.practice_id = s.practice_id and p.id = s.shared_by
  where t.practice_id = $1 and t.person_id = $2 order by t.given_at desc, t.id desc limit 21`;

const open = `
  select t.id, v.title, v.content, v.number as version, t.document_id as "documentId", v.outline, s.note,
    json_build_object('id', p.id, 'displayName', p.display_name) as "from", ${iso('t.given_at')} as "sharedAt",
    (select coalesce(json_agg(json_build_object('promptId', a.prompt_id, 'value', a.value, 'visibility', a.visibility,
        'revision', a.revision, 'savedAt', ${iso('a.saved_at')}, 'feedback', '[]'::json) order by a.id), '[]')
      from answer a where a.practice_id = t.practice_id and a.task_id = t.id) as answers
  from task t join share s on s.practice_id = t.practice_id and s.id = t.share_id
    join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
    join person p on p.practice_id = s.practice_id and p.id = s.shared_by
  where t.practice_id = $1 and t.id = $2`;

const families = `
  select f.id, f.name, json_build_object('id', p.id, 'displayName', p.display_name) as client
  from caseload c join family f on f.practice_id = c.practice_id and f.id = c.family_id
    join person p on p.practice_id = f.practice_id and p.id = f.client_id
  where c.practice_id = $1 and c.therapist_id = $2 order by f.opened_at, f.id limit 51`;

// What came back, and what is being written: the two of Today's lists that hold anything in the bench's practice.
const today = `
  select
    (select coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', d.title,
        'family', json_build_object('id', f.id, 'name', f.name), 'updatedAt', ${iso('d.updated_at')})
        order by d.updated_at desc, d.id desc), '[]')
      from (select d.*, t.title from document d
          join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
        where d.practice_id = $1 and d.author_id = $2 and d.state = 'draft'
        order by d.updated_at desc, d.id desc limit 20) d
        join family f on f.practice_id = d.practice_id and f.id = d.family_id) as drafts,
    (select coalesce(json_agg(json_build_object('taskId', t.id, 'family', json_build_object('id', f.id, 'name', f.name),
        'title', v.title, 'sentAt', ${iso('t.sent_at')},
        'person', json_build_object('id', p.id, 'displayName', p.display_name), 'answered', false)
        order by t.sent_at desc, t.id desc), '[]')
      from (select t.* from caseload c join task t on t.practice_id = c.practice_id and t.family_id = c.family_id
        where c.practice_id = $1 and c.therapist_id = $2 and c.ended_at is null and t.sent_at is not null
        order by t.sent_at desc, t.id desc limit 20) t
        join family f on f.practice_id = t.practice_id and f.id = t.family_id
        join person p on p.practice_id = t.practice_id and p.id = t.person_id
        join document_version v on v.practice_id = t.practice_id and v.id = t.version_id) as "cameBack",
    (select count(*)::int from review r
      where r.practice_id = $1 and r.supervisor_id = $2 and r.state = 'waiting') as "reviewsWaiting"`;

const queue = `
  select r.id, r.note, r.round, r.state, r.verdict, r.risks, ${iso('r.submitted_at')} as "submittedAt",
    json_build_object('id', s.id, 'displayName', s.display_name) as "from",
    json_build_object('id', t.id, 'displayName', t.display_name) as "to",
    json_build_object('id', d.id, 'kind', d.kind, 'title', v.title, 'state', d.state,
      'family', json_build_object('id', f.id, 'name', f.name),
      'author', json_build_object('id', s.id, 'displayName', s.display_name),
      'updatedAt', ${iso('v.written_at')}) as document
  from review r join document d on d.practice_id = r.practice_id and d.id = r.document_id
    join document_version v on v.practice_id = r.practice_id and v.id = r.version_id
    join family f on f.practice_id = r.practice_id and f.id = r.family_id
    join person s on s.practice_id = r.practice_id and s.id = r.therapist_id
    join person t on t.practice_id = r.practice_id and t.id = r.supervisor_id
  where r.practice_id = $1 and r.supervisor_id = $2 and r.state = 'waiting' and r.submitted_at > $3::timestamptz
  order by r.submitted_at, r.id limit 21`;

const search = `
  select t.id, t.shelf, t.kind, t.title, t.language, t.tags, t.source, t.licence, t.outline
  from template t
  where t.practice_id = $1 and t.taken_back_at is null and t.vector @@ websearch_to_tsquery('english', 'harpsichord')
    and (t.shelf = 'practice' or t.author_id = $2)
  order by ts_rank(t.vector, websearch_to_tsquery('english', 'harpsichord')) desc, t.id limit 21`;

// The same four things a save leaves behind: the answer, its history, the key of the request, the audit row.
const save = `
  with saved as (
    update answer set value = $3, revision = revision + 1, saved_at = now()
    where practice_id = $1 and task_id = $2 and prompt_id = $4 returning *),
  kept as (
    insert into answer_history (practice_id, answer_id, revision, author_id, value, visibility)
    select practice_id, id, revision, author_id, value, visibility from saved),
  named as (
    insert into idempotency (practice_id, person_id, key, request_hash, response)
    select practice_id, author_id, $5, '', '{}' from saved),
  recorded as (
    insert into audit (practice_id, id, actor_id, actor_roles, action, because, subject_ids, consent_ids, fields)
    select practice_id, $6, author_id, '{member}', 'homework.answer', 'own-task', array[author_id], '{}', '{value}'
    from saved)
  select prompt_id as "promptId", value, visibility, revision, ${iso('saved_at')} as "savedAt" from saved`;

// The draft, its history, the audit row; and the whole of it back, as the product answers.
const draft = `
  with saved as (
    update document_draft set content = $3, revision = revision + 1, written_at = now()
    where practice_id = $1 and document_id = $2 returning *),
  kept as (
    insert into document_draft_history
      (practice_id, document_id, revision, family_id, author_id, title, content, written_by)
    select practice_id, document_id, revision, family_id, author_id, title, content, written_by from saved),
  recorded as (
    insert into audit (practice_id, id, actor_id, actor_roles, action, because, subject_ids, consent_ids, fields)
    select practice_id, $4, author_id, '{therapist}', 'documents.edit', 'own-document', '{}', '{}', '{title,content}'
    from saved)
  select document_id as id, title, content, revision, ${iso('written_at')} as "updatedAt" from saved`;

const server = createServer((request, response) => {
  void bodyOf(request)
    .then((body) =>
      answer(request.url ?? '/', request.headers['idempotency-key'] as string | undefined, body),
    )
    .then((body) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)))
    .catch((fault: unknown) => response.writeHead(500).end(String(fault)));
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += String(part);
  return text;
}

async function answer(url: string, key: string | undefined, body: string): Promise<unknown> {
  const [, path = '', id = '', prompt = ''] = url.split('/');
  switch (path) {
    case 'list':
      return page(await rows('list', list, [practice, id]), 20);
    case 'open':
      return (await rows('open', open, [practice, id]))[0];
    case 'families':
      return page(await rows('families', families, [practice, id]), 50);
    case 'today':
      return (await rows('today', today, [practice, id]))[0];
    case 'queue':
      return page(await rows('queue', queue, [practice, id, prompt === 'deep' ? DEEP : '-infinity']), 20);
    case 'search':
      return page(await rows('search', search, [practice, id]), 20);
    case 'save':
      return (await rows('save', save, [practice, id, '"A walk, maybe two"', prompt, key, randomUUID()]))[0];
    case 'draft': {
      const { content } = JSON.parse(body) as { content: unknown };
      return (await rows('draft', draft, [practice, id, JSON.stringify(content), randomUUID()]))[0];
    }
    default:
      return {};
  }
}

/** One more than asked for is read, to know whether there are more; it is not sent. */
function page(found: unknown[], limit: number): object {
  return { items: found.slice(0, limit), next: null };
}

async function rows(name: string, text: string, values: unknown[]): Promise<unknown[]> {
  return (await pool.query({ name, text, values })).rows as unknown[];
}

server.listen(Number(process.env['PORT']), '127.0.0.1');
process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
  void pool.end();
});
