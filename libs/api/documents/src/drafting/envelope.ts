import { familyAt, isTherapist, personAt } from '@common-ground/api/people';
import { iso } from '@common-ground/api/platform';
import type {
  Document,
  DocumentKind,
  PersonId,
  PersonName,
  ReviewedKind,
  SupervisionStrength,
} from '@common-ground/contract';
import type { DocumentFacts, Signing } from '@common-ground/rules/access';
import type { VersionId } from './document.entity';
import { REVIEW_STANDS, REVIEWED_VERSION, SHARED_VERSION, standInsOf, WORKS_ON } from './sight';

/** The envelope, how the actor stands to it, and everything an author's page needs around the text. */
export interface DocumentRow
  extends
    DocumentFacts,
    Pick<
      Document,
      'id' | 'state' | 'family' | 'author' | 'updatedAt' | 'review' | 'approval' | 'fromTemplateId'
    > {
  readonly kind: ReviewedKind;
  /** Everybody this text may be submitted to, and for whom they stand in. Never the person who asks. */
  readonly supervisors: readonly (Document['supervision'][number] & {
    readonly therapistId: PersonId;
    /** Their approval counts: no other pair asks for two signatures on this kind, or this one does. */
    readonly counts: boolean;
  })[];
  /** How strongly it is supervised, also by people who have left since. */
  readonly strengths: readonly SupervisionStrength[];
  readonly everyTherapistNeedsReview: boolean;
  /**
   * Approved last by somebody whose approval is needed, after which nobody has asked for changes; not by a mere reader,
   * and under a pair that asks for two signatures where one does.
   */
  readonly approvedVersion:
    | (Omit<NonNullable<Document['approvedVersion']>, 'coSignerMissing'> &
        Signing<PersonName> & { readonly id: VersionId })
    | null;
  readonly reviewedVersionId: VersionId | null;
  readonly sharedVersionId: VersionId | null;
  /** It was handed in or given once, as far as the person who asks may see. */
  readonly hasVersion: boolean;
}

/** One that is written, shared and printed, which the plan of an hour is not. */
export type WrittenRow = DocumentRow & { readonly kind: DocumentKind };

/** Somebody has asked for changes since a review was decided. */
const refusedSince = (review: string): string => `exists (select from reviewed l
  where l.verdict = 'ask-for-changes' and l.decided_at > ${review}.decided_at)`;

/** No supervision is stricter than `s`: it asks for two signatures under this kind of document, or none does. */
const COUNTS = `(d.kind = any (s.co_signed_kinds)
  or not exists (select from pair o where d.kind = any (o.co_signed_kinds)))`;

/**
 * The document `$3` for person `$2` of practice `$1`, as it stands once `$4` has written it, where somebody is about to.
 * What more than one of its columns asks for is found once: each mention of a table brings all of its row-level policies
 * along, and they are most of what this costs.
 */
export const ENVELOPE = `
  with found as materialized (
    select d.*, ${WORKS_ON} as works_on, ${REVIEWED_VERSION} as reviewed_id, ${SHARED_VERSION} as shared_id,
      coalesce($4::uuid, (select t.written_by from document_draft t
        where t.practice_id = d.practice_id and t.document_id = d.id)) as last_writer
    from document d where d.practice_id = $1 and d.id = $3
  ), pair as materialized (
    -- A supervision in force today of anybody whose words or act this is: the document's author, whoever wrote the draft
    -- last, and the person who asks, when they work on it. The strictest of them counts.
    select s.* from found d join supervision s on s.practice_id = d.practice_id
      and (s.therapist_id = d.author_id or (d.works_on and s.therapist_id = $2) or s.therapist_id = d.last_writer)
      and s.from_on <= access.today() and coalesce(s.until_on >= access.today(), true)
  ), reviewed as materialized (
    select r.* from found d join review r on r.practice_id = d.practice_id and r.document_id = d.id
  ), version as materialized (
    select v.id, v.number, v.hash from found d
      join document_version v on v.practice_id = d.practice_id and v.document_id = d.id
  ), approval as materialized (
    select r.*, v.number, ${personAt('r', 'decided_by')} as by
    from reviewed r join version v on v.id = r.version_id and v.hash = r.version_hash
    where r.verdict = 'approve' and r.act = 'approve'
  )
  select d.id, d.kind, d.state, ${iso('d.updated_at')} as "updatedAt", d.from_template_id as "fromTemplateId",
    d.author_id = $2 and ${isTherapist('d')} as "isAuthor", d.family_id is not null as "hasFamily",
    d.works_on and d.family_id is not null as "onCaseload",
    d.reviewed_id as "reviewedVersionId", d.reviewed_id is not null as "wasSubmittedToMe",
    d.shared_id as "sharedVersionId", d.shared_id is not null as "isSharedWithMe",
    exists (select from version) as "hasVersion",
    ${familyAt('d')} as family, ${personAt('d', 'author_id')} as author,
    (select json_build_object('id', r.id, 'state', r.state, 'verdict', r.verdict, 'round', r.round, 'act', r.act,
        'supervisor', ${personAt('r', 'supervisor_id')}, 'decidedBy', ${personAt('r', 'decided_by')},
        'standIns', case when r.state = 'waiting' then ${standInsOf('r')} else '[]' end)
      from reviewed r where ${REVIEW_STANDS} order by r.submitted_at desc limit 1) as review,
    (select json_build_object('by', a.by, 'at', ${iso('a.decided_at')}, 'versionHash', a.version_hash)
      from approval a where a.number = (select max(n.number) from version n)
      order by a.decided_at desc limit 1) as approval,
    (select json_build_object('id', a.version_id, 'number', a.number, 'by', a.by, 'at', ${iso('a.decided_at')},
        'coSigner', case when d.kind = any (s.co_signed_kinds) then ${personAt('s', 'co_signer_id')} end,
        'isCoSigned', exists (select from reviewed c
          where c.version_id = a.version_id and c.act = 'co-sign'
            and c.decided_by <> a.decided_by and c.decided_at >= a.decided_at
            and c.verdict = 'approve' and c.supervisor_id = s.co_signer_id and not ${refusedSince('c')}))
      from approval a join supervision s on s.practice_id = a.practice_id and s.id = a.supervision_id
      where s.strength <> 'may-read' and ${COUNTS} and not ${refusedSince('a')}
      order by a.decided_at desc limit 1) as "approvedVersion",
    array(select s.strength from pair s) as strengths,
    (select c.every_therapist_needs_review from practice c where c.id = d.practice_id)
      as "everyTherapistNeedsReview",
    coalesce((select json_agg(json_build_object('id', p.id, 'displayName', p.display_name,
        'strength', s.strength, 'standIns', ${standInsOf('s')}, 'therapistId', s.therapist_id, 'counts', ${COUNTS})
        order by s.therapist_id = $2 desc, p.display_name)
      from pair s join person p on p.practice_id = s.practice_id and p.id = s.supervisor_id
      where s.supervisor_id <> $2), '[]') as supervisors
  from found d`;
