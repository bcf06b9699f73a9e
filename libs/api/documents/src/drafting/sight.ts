import { isTherapist, onCaseload } from '@common-ground/api/people';

/**
 * Who may see a document, as SQL over `document d` with `$1` the practice and `$2` the person who asks. It says the
 * same as the rules in `rules/access/documents.ts` and as the row-level policies, each written on its own.
 */
export const WORKS_ON = `(case when d.family_id is null then d.author_id = $2 and ${isTherapist('d')}
  else ${onCaseload('d')} end)`;

const SUPERVISED = `(select coalesce(array_agg(s.therapist_id), '{}') from supervision s
    where s.practice_id = $1 and s.supervisor_id = $2
      and s.from_on <= access.today() and coalesce(s.until_on >= access.today(), true))::uuid[]`;
const isMine = (bySupervised: string): string =>
  `(r.supervisor_id = $2 and r.state <> 'withdrawn' and (select access.acts_as('supervisor')) and ${bySupervised})`;

/**
 * Reviews `r` addressed to the person by somebody they supervise today. Whom they supervise is asked once, so that an
 * index finds the reviews in their order.
 */
export const REVIEW_IS_MINE = isMine(`r.therapist_id = any (${SUPERVISED})`);

/** The same for lists that end before all are read: written so that no index is looked through for who sent them. */
export const REVIEW_IS_MINE_IN_ORDER = isMine(`array_position(${SUPERVISED}, r.therapist_id) is not null`);

/** Reviews `r` that are still there for those who wrote the text: one that was taken back, where something was said in it. */
export const REVIEW_STANDS = `(r.state <> 'withdrawn' or exists (select from verdict g
  where g.practice_id = r.practice_id and g.review_id = r.id))`;

/** Supervisions `s` of somebody else in force today, and that the person stands in for that supervisor there: `t`. */
export const STANDS_IN = `stand_in t join supervision s on s.practice_id = t.practice_id and s.supervisor_id = t.supervisor_id
    and coalesce(s.therapist_id = any (t.therapist_ids), true) and s.therapist_id <> t.person_id
  where t.practice_id = $1 and t.person_id = $2 and access.today() between t.from_on and t.until_on
    and s.from_on <= access.today() and coalesce(s.until_on >= access.today(), true)
    and exists (select from staff_role q where q.practice_id = t.practice_id and q.person_id = t.supervisor_id
      and q.role = 'supervisor' and q.ended_at is null)`;

/** Reviews `r` addressed to a supervisor for whom the person stands in today. */
export const STANDS_IN_FOR_REVIEW = `(r.state <> 'withdrawn' and (select access.acts_as('supervisor'))
  and (r.supervisor_id, r.therapist_id) in (select s.supervisor_id, s.therapist_id from ${STANDS_IN}))`;

/** Until when the person stands in for whom `r` was addressed to; null where they do not. */
export const STANDS_IN_UNTIL = `(select max(t.until_on)::text from ${STANDS_IN}
  and s.supervisor_id = r.supervisor_id and s.therapist_id = r.therapist_id and (select access.acts_as('supervisor')))`;

/** Reviews `r` that the person is to judge. Whose they can be is said first, so that an index finds them. */
export const JUDGES_REVIEW = `(r.supervisor_id = any (array(select $2::uuid union select s.supervisor_id from ${STANDS_IN}))
  and (${REVIEW_IS_MINE} or ${STANDS_IN_FOR_REVIEW}))`;

/** Who stands in today for the supervisor of `pair`, a row with the two people of a supervision. */
export const standInsOf = (pair: string): string => `coalesce((
  select json_agg(json_build_object('id', p.id, 'displayName', p.display_name, 'untilOn', t.until_on::text)
    order by p.display_name, p.id, t.until_on)
  from stand_in t join person p on p.practice_id = t.practice_id and p.id = t.person_id
  where t.practice_id = ${pair}.practice_id and t.supervisor_id = ${pair}.supervisor_id
    and coalesce(${pair}.therapist_id = any (t.therapist_ids), true) and t.person_id <> ${pair}.therapist_id
    and access.today() between t.from_on and t.until_on
    and (select count(*) from staff_role q where q.practice_id = t.practice_id and q.role = 'supervisor'
      and q.ended_at is null and q.person_id in (t.person_id, t.supervisor_id)) = 2), '[]')`;

/**
 * Tasks `t` of the person that still reach them: share in force, confirmed, and client or covered by a consent, with
 * no block or hold in the way. What the person themself may not read (consents, blocks, holds) a function looks up, and
 * all of it in one look.
 */
export const TASK_IS_LIVE = `(t.person_id = $2 and t.id = any ((select access.live_tasks())::uuid[]))`;

/**
 * The same, for a single task and for lists that end before all are read: written so that no index is looked through
 * for it, the tasks are taken in the order they are wanted in.
 */
export const IS_LIVE_IN_ORDER = `(t.person_id = $2
  and array_position((select access.live_tasks())::uuid[], t.id) is not null)`;

export const REVIEWED_VERSION = `(select r.version_id from review r
  where r.practice_id = d.practice_id and r.document_id = d.id and ${JUDGES_REVIEW}
  order by r.submitted_at desc limit 1)`;

export const SHARED_VERSION = `(select t.version_id from task t
  where t.practice_id = d.practice_id and t.document_id = d.id and ${TASK_IS_LIVE}
  order by t.given_at desc limit 1)`;

/**
 * The content of version `v` as the person who asks may read it who was given it: nobody is named in its cast from whom
 * they are kept apart today, and there is no sign that somebody was.
 */
export const AS_GIVEN = `access.script_as_given(v.content, v.family_id)`;

/**
 * A round `t` of a share `s` in a rhythm that was never touched, and whose next one is open: it makes room for that, and
 * is asked for no more. To whom answers are unseen before they are sent, what was only begun counts as untouched.
 */
export const GAVE_WAY = `(s.rhythm is not null and t.sent_at is null
  and exists (select from task n where n.practice_id = t.practice_id and n.share_id = t.share_id
    and n.member_id = t.member_id and n.round > t.round and n.given_at <= now())
  and not exists (select from answer w where w.practice_id = t.practice_id and w.task_id = t.id))`;
