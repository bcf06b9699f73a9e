import { isTherapist, onCaseload } from '@common-ground/api/people';

/**
 * Who may see a document, as SQL over `document d` with `$1` the practice and `$2` the person who asks. It says the
 * same as the rules in `rules/access/documents.ts` and as the row-level policies, each written on its own.
 */
export const WORKS_ON = `(case when d.family_id is null then d.author_id = $2 and ${isTherapist('d')}
  else ${onCaseload('d')} end)`;

/**
 * Reviews `r` addressed to the person by somebody they supervise today. Whom they supervise is asked once, so that an
 * index finds the reviews in their order.
 */
export const REVIEW_IS_MINE = `(r.supervisor_id = $2 and r.state <> 'withdrawn' and (select access.acts_as('supervisor'))
  and r.therapist_id = any ((select coalesce(array_agg(s.therapist_id), '{}') from supervision s
    where s.practice_id = $1 and s.supervisor_id = $2
      and s.from_on <= access.today() and coalesce(s.until_on >= access.today(), true))::uuid[]))`;

const GIVEN_AND_OPEN = `t.person_id = $2
  and exists (select from share s
    where s.practice_id = t.practice_id and s.id = t.share_id and s.revoked_at is null)
  and t.member_id = any ((select coalesce(array_agg(m.id), '{}') from member m
    where m.practice_id = $1 and m.person_id = $2 and m.state = 'confirmed')::uuid[])`;
/** Reviews `r` that are still there for those who wrote the text: one that was taken back, where something was said in it. */
export const REVIEW_STANDS = `(r.state <> 'withdrawn' or exists (select from verdict g
  where g.practice_id = r.practice_id and g.review_id = r.id))`;

/**
 * Tasks `t` of the person that still reach them: share in force, confirmed, and client or covered by a consent, with
 * no block or hold in the way. What the person themself may not read (consents, blocks, holds) a function looks up.
 */
export const TASK_IS_LIVE = `(${GIVEN_AND_OPEN} and t.id = any ((select access.live_tasks())::uuid[]))`;

/**
 * The same, for lists that end before all are read: written so that no index is looked through for it, the tasks are
 * taken in the order they are wanted in.
 */
export const IS_LIVE_IN_ORDER = `(${GIVEN_AND_OPEN}
  and array_position((select access.live_tasks())::uuid[], t.id) is not null)`;

export const REVIEWED_VERSION = `(select r.version_id from review r
  where r.practice_id = d.practice_id and r.document_id = d.id and ${REVIEW_IS_MINE}
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
