import { PERSONAS, type Persona } from '@common-ground/testing';

/** A therapist's own families, found the plain way. `$1` is the person who looks. */
const ON_CASELOAD =
  'family_id in (select family_id from caseload where therapist_id = $1 and ended_at is null)';
const MY_FAMILIES = `(select family_id from member where person_id = $1 and state = 'confirmed')`;
/** Blocked by the therapist from the client of the family the member `m` belongs to. */
const BLOCKED = `exists (select from block b where b.lifted_at is null and m.id in (b.one_id, b.other_id)
  and (select c.id from member c where c.family_id = m.family_id and c.relation = 'client' and c.id <> m.id)
    in (b.one_id, b.other_id))`;
/** Held, where others have got the same share. */
const HELD_AMONG_OTHERS = `(m.id in (select member_id from hold where lifted_at is null)
  and (select count(distinct o.member_id) from task o where o.share_id = t.share_id) > 1)`;
/**
 * Tasks that have opened, of shares that were not taken back, for somebody confirmed, who is the client or whom a consent covers, and
 * whom neither block nor hold keeps out.
 */
const MY_TASKS = `(select t.* from task t
  join share s on s.id = t.share_id join member m on m.id = t.member_id join document d on d.id = t.document_id
  where t.person_id = $1 and t.given_at <= now() and s.revoked_at is null and m.state = 'confirmed' and not ${BLOCKED} and not ${HELD_AMONG_OTHERS}
    and (s.open_until_on is null or s.open_until_on >= now()::date - 1 or t.sent_at is not null
      or t.id in (select task_id from answer))
    and (m.relation = 'client' or exists (select from consent c where c.member_id = m.id and c.revoked_at is null
      and (d.kind = any (c.kinds) or d.id = any (c.document_ids)) and (c.until_on is null or c.until_on >= now()::date))))`;
const MY_REVIEWS = `(select * from review where supervisor_id = $1 and state <> 'withdrawn')`;
const OF_MY_PRACTICE = 'practice_id = (select practice_id from person where id = $1)';
const STAFF_HERE = `id in (select person_id from staff_role where ${OF_MY_PRACTICE})`;

/** Families whose client the person may speak for today. */
const SPOKEN_FOR = `family_id in (select g.family_id from guardian g join member m on m.id = g.member_id
  join family f on f.id = g.family_id and f.client_id = g.for_person_id
  where g.person_id = $1 and m.state = 'confirmed' and g.ended_at is null
    and now()::date between g.from_on and coalesce(g.until_on, 'infinity'))`;
const MY_TREATMENT = `family_id in (select f.id from family f join member m on m.family_id = f.id and m.person_id = f.client_id
  where f.client_id = $1 and m.state = 'confirmed')`;

const ASKED_TO = `withdrawn_at is null and member_id in (select m.id from member m where m.person_id = $1
    and m.state = 'confirmed' and not exists (select from hold h where h.member_id = m.id and h.lifted_at is null))
  and (member_id in (select id from member where relation = 'client') or not exists (select from session_reply o, block b where o.session_id = t.session_id
    and o.withdrawn_at is null and b.lifted_at is null and o.member_id <> t.member_id
    and o.member_id in (b.one_id, b.other_id) and t.member_id in (b.one_id, b.other_id)
    and exists (select from member n where n.id = o.member_id and n.state <> 'removed')))`;

/** Pages of hours to which the person could come, and to which a consent to plans in force covers them. */
const TAKEN_HOME = `taken_back_at is null and exists (select from session_reply r where r.session_id = t.session_id
    and r.member_id = t.member_id and r.id in (select t.id from session_reply t where ${ASKED_TO}))
  and exists (select from member m where m.id = t.member_id and (m.relation = 'client' or (not ${BLOCKED}
    and exists (select from consent c where c.member_id = m.id and c.revoked_at is null
      and 'support-plan' = any (c.kinds) and (c.until_on is null or c.until_on >= now()::date)))))`;

type Sight = Partial<Record<Persona, string>>;
const therapists = (predicate: string): Sight => ({
  therapist: predicate,
  'other-therapist': predicate,
  outsider: predicate,
});
const family = (predicate: string): Sight =>
  Object.fromEntries(
    (['client', 'mother', 'father', 'brother', 'other-client'] as const).map((persona) => [
      persona,
      predicate,
    ]),
  );
const clients = (predicate: string): Sight => ({ client: predicate, 'other-client': predicate });
const supervisor = (predicate: string): Sight => ({ supervisor: predicate });
const staff = (predicate: string): Sight => ({
  ...therapists(predicate),
  supervisor: predicate,
  admin: predicate,
});
const everybody = (predicate: string): Sight =>
  Object.fromEntries(PERSONAS.map((persona) => [persona, predicate]));

/** Of the two it is between, each in the role they have in it; whoever has another role here reads nothing of it. */
const NOTEBOOKS: Sight = { ...therapists('therapist_id = $1'), ...supervisor('supervisor_id = $1') };

/**
 * For each table, which of its rows row-level security alone shows to whom. Whoever is not named sees none, and a
 * table that is not named is one the application may not read at all.
 */
export const SIGHT_OF_ROWS: Readonly<Record<string, Sight>> = {
  practice: everybody('id = (select practice_id from person where id = $1)'),
  person: {
    ...family(`id = $1 or id in (select therapist_id from caseload where family_id in ${MY_FAMILIES})`),
    ...clients(`id = $1 or id in (select therapist_id from caseload where family_id in ${MY_FAMILIES})
      or id in (select person_id from member where family_id in (select id from family where client_id = $1))`),
    ...therapists(`${STAFF_HERE} or id in (select person_id from member where ${ON_CASELOAD})`),
    supervisor: `${STAFF_HERE} or id in (select client_id from family where id in (select family_id from ${MY_REVIEWS} r))`,
    admin: STAFF_HERE,
  },
  notice: everybody(OF_MY_PRACTICE),
  coach_word: everybody(OF_MY_PRACTICE),
  staff: { ...everybody('person_id = $1'), admin: OF_MY_PRACTICE },
  staff_role: { ...family('person_id = $1'), ...staff(OF_MY_PRACTICE) },
  supervision: staff(OF_MY_PRACTICE),
  stand_in: staff(OF_MY_PRACTICE),
  supervision_notebook: NOTEBOOKS,
  supervision_notebook_history: NOTEBOOKS,
  family: {
    ...family(`id in ${MY_FAMILIES}`),
    ...therapists('id in (select family_id from caseload where therapist_id = $1 and ended_at is null)'),
    ...supervisor(`id in (select family_id from ${MY_REVIEWS} r)`),
  },
  caseload: {
    ...family(`family_id in ${MY_FAMILIES}`),
    ...therapists(`therapist_id = $1 or ${ON_CASELOAD}`),
  },
  member: {
    ...family('person_id = $1'),
    ...clients('family_id in (select id from family where client_id = $1)'),
    ...therapists(ON_CASELOAD),
  },
  guardian: therapists(ON_CASELOAD),
  household: therapists(ON_CASELOAD),
  safe_contact: therapists(ON_CASELOAD),
  invitation: therapists(ON_CASELOAD),
  mail: therapists(ON_CASELOAD),
  consent: {
    ...family(SPOKEN_FOR),
    ...clients(`(from_id = $1 and given_as = 'client') or ${MY_TREATMENT}`),
    ...therapists(ON_CASELOAD),
  },
  consent_request: { ...family(SPOKEN_FOR), ...clients(MY_TREATMENT), ...therapists(ON_CASELOAD) },
  block: therapists(ON_CASELOAD),
  hold: therapists(ON_CASELOAD),
  family_session: therapists(ON_CASELOAD),
  reminder: everybody('person_id = $1'),
  reminder_ask: therapists(ON_CASELOAD),
  session_reply: { ...family(ASKED_TO), ...therapists(ON_CASELOAD) },
  session_run: therapists(ON_CASELOAD),
  session_pad: therapists(ON_CASELOAD),
  look_back: {
    ...family(`asking_id in (select id from session_reply t where ${ASKED_TO})`),
    ...therapists(`${ON_CASELOAD} and sent_at is not null`),
  },
  private_note: therapists(`author_id = $1 and ${ON_CASELOAD}`),
  take_home_page: { ...family(TAKEN_HOME), ...therapists(ON_CASELOAD) },
  template: staff(`${OF_MY_PRACTICE} and (shelf = 'practice' or author_id = $1)`),
  document: {
    ...family(`id in (select document_id from ${MY_TASKS} t)`),
    ...therapists(`${ON_CASELOAD} or (family_id is null and author_id = $1)`),
    ...supervisor(`id in (select document_id from ${MY_REVIEWS} r)`),
  },
  document_draft: therapists(`${ON_CASELOAD} or (family_id is null and author_id = $1)`),
  kept_wording: therapists(
    `document_id in (select id from document where ${ON_CASELOAD} or (family_id is null and author_id = $1))`,
  ),
  document_draft_history: therapists(`${ON_CASELOAD} or (family_id is null and author_id = $1)`),
  document_version: {
    ...family(`id in (select version_id from ${MY_TASKS} t)`),
    ...therapists(ON_CASELOAD),
    ...supervisor(`id in (select version_id from ${MY_REVIEWS} r)`),
  },
  review: { ...therapists(ON_CASELOAD), ...supervisor(`id in (select id from ${MY_REVIEWS} r)`) },
  attached_document: {
    ...therapists(ON_CASELOAD),
    ...supervisor(
      `taken_off_at is null and review_id in (select coalesce(r.first_review_id, r.id) from ${MY_REVIEWS} r)`,
    ),
  },
  reading: supervisor(`person_id = $1 and document_id in (select document_id from ${MY_REVIEWS} r)`),
  addendum: {
    ...therapists(
      `document_id in (select id from document where ${ON_CASELOAD} or (family_id is null and author_id = $1))`,
    ),
    ...supervisor(`version_id in (select version_id from ${MY_REVIEWS} r)`),
  },
  signature: {
    ...therapists(
      `document_id in (select id from document where ${ON_CASELOAD} or (family_id is null and author_id = $1))`,
    ),
    ...supervisor(`version_id in (select version_id from ${MY_REVIEWS} r)`),
  },
  verdict: {
    ...therapists(
      `document_id in (select id from document where ${ON_CASELOAD} or (family_id is null and author_id = $1))`,
    ),
    ...supervisor(
      `(judge_id = $1 and version_id in (select version_id from ${MY_REVIEWS} r))
        or review_id in (select id from ${MY_REVIEWS} r)`,
    ),
  },
  suggestion_answer: {
    ...therapists(
      `document_id in (select id from document where ${ON_CASELOAD} or (family_id is null and author_id = $1))`,
    ),
    ...supervisor(`document_id in (select document_id from ${MY_REVIEWS} r)`),
  },
  review_comment: {
    ...therapists(`author_id = $1 or (sent_at is not null and ${ON_CASELOAD})`),
    ...supervisor(
      `author_id = $1 or (sent_at is not null and document_id in (select document_id from ${MY_REVIEWS} r))`,
    ),
  },
  share: { ...family(`id in (select share_id from ${MY_TASKS} t)`), ...therapists(ON_CASELOAD) },
  task: { ...family('person_id = $1 and given_at <= now()'), ...therapists(ON_CASELOAD) },
  answer: {
    ...family('author_id = $1'),
    ...therapists(`${ON_CASELOAD} and sent_at is not null and visibility <> 'not-yet'`),
  },
  offer: { ...family('author_id = $1'), ...therapists(`${ON_CASELOAD} and closed_at is null`) },
  answer_history: family('author_id = $1'),
  feedback: { ...family('to_id = $1'), ...therapists(ON_CASELOAD) },
  idempotency: everybody('person_id = $1'),
  erasure_request: { ...family('person_id = $1'), ...therapists(ON_CASELOAD) },
  break_glass: {
    ...therapists(`person_id = $1 or ${ON_CASELOAD}`),
    supervisor: OF_MY_PRACTICE,
    admin: OF_MY_PRACTICE,
  },
  break_glass_reason: {
    ...therapists(`person_id = $1 or ${ON_CASELOAD}`),
    supervisor: OF_MY_PRACTICE,
    admin: 'person_id = $1',
  },
};
