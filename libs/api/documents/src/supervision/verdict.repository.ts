import { Injectable } from '@nestjs/common';
import { changedRows, iso, newId, perform, rows, type Transaction } from '@common-ground/api/platform';
import type { Decision, DocumentId, GivenVerdict, PersonId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { ReviewRow } from './review.repository';

/** Verdicts as they were given, and what was signed with them. None of it is ever written over. */
@Injectable()
export class VerdictRepository {
  /** False where the review is the actor's no more: their supervision has ended meanwhile. */
  async give(tx: Transaction, actor: Actor, { id }: ReviewRow, decision: Decision): Promise<boolean> {
    const given = await changedRows(
      tx,
      `insert into verdict (practice_id, id, review_id, document_id, version_id, version_hash, family_id, verdict,
         summary, judge_id, name, credentials, for_name)
       select r.practice_id, $3, r.id, r.document_id, r.version_id, $4, r.family_id, $5, $6, p.id, p.display_name,
         s.credentials, (select f.display_name from person f
           where f.practice_id = r.practice_id and f.id = r.supervisor_id and f.id <> p.id)
       from review r
         join person p on p.practice_id = r.practice_id and p.id = $2
         join staff s on s.practice_id = p.practice_id and s.person_id = p.id
       where r.practice_id = $1 and r.id = $7`,
      [
        ...[actor.practiceId, actor.personId, newId<'verdict'>()],
        ...[decision.versionHash, decision.verdict, decision.summary, id],
      ],
    );
    return given === 1;
  }

  /** The actor's name and credentials as they are at this moment, under the text that was read. */
  async sign(tx: Transaction, actor: Actor, review: ReviewRow, versionHash: string): Promise<void> {
    await perform(
      tx,
      `insert into signature (practice_id, id, review_id, document_id, version_id, version_hash, family_id, act,
         signer_id, name, credentials, for_name)
       select $1, $2, $3, $4, $5, $6, $7, $9, p.id, p.display_name, s.credentials,
         (select f.display_name from person f where f.practice_id = p.practice_id and f.id = $10 and f.id <> p.id)
       from person p join staff s on s.practice_id = p.practice_id and s.person_id = p.id
       where p.practice_id = $1 and p.id = $8`,
      [
        actor.practiceId,
        newId<'signature'>(),
        review.id,
        review.documentId,
        review.versionId,
        versionHash,
        review.document.family?.id ?? null,
        actor.personId,
        review.act,
        review.to.id,
      ],
    );
  }

  /** Whose words those are. */
  async judges(tx: Transaction, actor: Actor, id: DocumentId): Promise<PersonId[]> {
    const found = await rows<{ id: PersonId }>(
      tx,
      `select distinct judge_id as id from verdict where practice_id = $1 and document_id = $2`,
      [actor.practiceId, id],
    );
    return found.map((one) => one.id);
  }

  /** All verdicts on a document that the actor may see, oldest first. A round taken back is gone for who judged it. */
  of(tx: Transaction, actor: Actor, id: DocumentId): Promise<GivenVerdict[]> {
    return rows(
      tx,
      `select g.verdict, g.summary, g.name, g.credentials, g.for_name as "forName", ${iso('g.given_at')} as at, g.version_hash as "versionHash",
         v.number as version, r.id as "reviewId"
       from verdict g
         join document_version v on v.practice_id = g.practice_id and v.id = g.version_id
         left join review r on r.practice_id = g.practice_id and r.id = g.review_id
       where g.practice_id = $1 and g.document_id = $2
       order by g.given_at, g.id`,
      [actor.practiceId, id],
    );
  }
}
