import { familyAt, personAt } from '@common-ground/api/people';
import { iso } from '@common-ground/api/platform';
import {
  JUDGES_REVIEW,
  REVIEW_IS_MINE,
  REVIEW_STANDS,
  STANDS_IN_FOR_REVIEW,
  STANDS_IN_UNTIL,
  WORKS_ON,
} from '../drafting/sight';

/** What was said with the verdict given last in a review `r`, a comment among them. */
const LAST_WORDS = `(select g.summary from verdict g
  where g.practice_id = r.practice_id and g.review_id = r.id order by g.given_at desc, g.id desc limit 1)`;

/**
 * Whoever stands in may be one of the two who sign, and then does not sign for the other. The first of the two is whoever
 * approved the version last: their signature can be read by whoever signs second, when their review cannot.
 */
const SIGNS_THE_OTHER = `(case r.act when 'co-sign' then coalesce($2 = (select a.signer_id from signature a
    where a.practice_id = r.practice_id and a.version_id = r.version_id and a.act = 'approve'
    order by a.signed_at desc limit 1), false)
  else exists (select from supervision s
    where s.practice_id = r.practice_id and s.supervisor_id = r.supervisor_id and s.therapist_id = r.therapist_id
      and s.co_signer_id = $2 and d.kind = any (s.co_signed_kinds) and s.from_on <= access.today()
      and coalesce(s.until_on >= access.today(), true)) end)`;

/** The notebook of the two people of a review `r`, where the person is one of them: by their newest supervision. */
const NOTEBOOK = `(select s.id from supervision s where s.practice_id = r.practice_id
  and s.supervisor_id = r.supervisor_id and s.therapist_id = r.therapist_id
  and $2 in (s.supervisor_id, s.therapist_id) order by s.id desc limit 1)`;

const REPLIES_SEEN_BY = `coalesce((select json_agg(json_build_object('id', p.id, 'displayName', p.display_name,
    'isNew', p.id = any (r.replies_newly_seen_by)) order by p.display_name, p.id)
  from person p where p.practice_id = r.practice_id and p.id = any (r.replies_seen_by)), '[]')`;

/** Reviews `r` the person `$2` has to do with, as `ReviewRow` has them. */
export const REVIEWS = `
  select r.id, coalesce(r.first_review_id, r.id) as "firstReviewId", ${NOTEBOOK} as "notebookId",
    ${REPLIES_SEEN_BY} as "repliesSeenBy", r.document_id as "documentId", r.version_id as "versionId", r.note, r.round, r.act, r.state, r.verdict,
    ${LAST_WORDS} as summary, r.risks, r.therapist_id as "therapistId", ${iso('r.submitted_at')} as "submittedAt",
    ${iso('r.decided_at')} as "decidedAt", ${personAt('r', 'therapist_id')} as "from", ${personAt('r', 'supervisor_id')} as "to",
    ${personAt('r', 'decided_by')} as "decidedBy", ${STANDS_IN_UNTIL} as "standsInUntilOn", ${STANDS_IN_FOR_REVIEW} as "standsIn",
    ${SIGNS_THE_OTHER} as "signsTheOther",
    ${REVIEW_IS_MINE} as "isMine", ${WORKS_ON} as "isOnMyDocument", (d.author_id = $2 or v.written_by = $2 or access.wrote_in(d.id)) as "isAuthor",
    json_build_object('id', d.id, 'kind', d.kind, 'title', v.title, 'state', d.state,
      'family', ${familyAt('d')},
      'author', ${personAt('d', 'author_id')}, 'updatedAt', ${iso('v.written_at')}) as document
  from review r
    join document d on d.practice_id = r.practice_id and d.id = r.document_id
    join document_version v on v.practice_id = r.practice_id and v.id = r.version_id
  where r.practice_id = $1 and (${JUDGES_REVIEW} or (${WORKS_ON} and ${REVIEW_STANDS}))`;
