import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, insertRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import type {
  ConsentAnswer,
  ConsentId,
  ConsentRequest,
  ConsentRequestId,
  DocumentId,
  FamilyId,
  MemberState,
  NamedDocument,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { personAt } from '../families/sight';
import { NAMED, namedPerson } from './consent.repository';
import { ConsentRequestEntity } from './consent-request.entity';

export type ConsentRequestRow = Omit<ConsentRequest, 'state' | 'may'> & {
  readonly answer: ConsentAnswer | null;
  readonly withdrawnAt: string | null;
  readonly recipientState: MemberState;
  readonly today: string;
};

const SELECT = `${NAMED}
  select r.id, r.family_id as "familyId", r.kinds, r.documents, r.purpose, r.until_on::text as "untilOn",
         ${personAt('r', 'asked_by')} as "askedBy", ${iso('r.asked_at')} as "askedAt", r.answer,
         ${namedPerson('r.decided_by')} as "decidedBy", ${iso('r.decided_at')} as "decidedAt",
         ${iso('r.withdrawn_at')} as "withdrawnAt", access.today()::text as today,
         ${namedPerson('f.client_id')} as client, t.state as "recipientState",
         json_build_object('id', t.person_id, 'displayName', t.display_name, 'memberId', t.member_id,
           'relation', t.relation) as "to"
  from consent_request r
    join family f on f.practice_id = r.practice_id and f.id = r.family_id
    join named t on t.family_id = r.family_id and t.member_id = r.member_id
  where r.practice_id = $1`;

@Injectable()
export class ConsentRequestRepository {
  list(tx: Transaction, actor: Actor, familyId: FamilyId): Promise<ConsentRequestRow[]> {
    return rows(tx, `${SELECT} and r.family_id = $2 order by r.asked_at desc, r.id desc`, [
      actor.practiceId,
      familyId,
    ]);
  }

  /** What waits for the actor's own yes or no, oldest first. */
  waiting(tx: Transaction, actor: Actor): Promise<ConsentRequestRow[]> {
    return rows(
      tx,
      `${SELECT} and r.family_id = any ((select access.client_families() || access.guarded_families())::uuid[])
         and r.answer is null and r.withdrawn_at is null
         and (r.until_on is null or r.until_on >= access.today()) and t.state <> 'removed'
       order by r.asked_at, r.id`,
      [actor.practiceId],
    );
  }

  /** What the actor asked and others answered in the last two weeks, newest first. */
  answered(tx: Transaction, actor: Actor): Promise<ConsentRequestRow[]> {
    return rows(
      tx,
      `${SELECT} and r.asked_by = $2 and r.decided_at > now() - interval '14 days'
       order by r.decided_at desc, r.id desc limit 20`,
      [actor.practiceId, actor.personId],
    );
  }

  find(tx: Transaction, actor: Actor, id: ConsentRequestId): Promise<ConsentRequestRow | null> {
    return firstRow(tx, `${SELECT} and r.id = $2`, [actor.practiceId, id]);
  }

  add(tx: Transaction, request: Partial<ConsentRequestEntity>): Promise<void> {
    return insertRow(tx, ConsentRequestEntity, request);
  }

  /** Documents of a family by kind and title, as those who work on them call them today. */
  documents(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    ids: readonly DocumentId[],
  ): Promise<NamedDocument[]> {
    return rows(
      tx,
      `select d.id as "documentId", d.kind, t.title
       from document d join document_draft t on t.practice_id = d.practice_id and t.document_id = d.id
       where d.practice_id = $1 and d.family_id = $2 and d.id = any ($3::uuid[]) and d.kind <> 'hour-plan'
       order by array_position($3::uuid[], d.id)`,
      [actor.practiceId, familyId, ids],
    );
  }

  /** Writes the answer down; false when somebody answered or withdrew first. */
  async decide(
    tx: Transaction,
    actor: Actor,
    id: ConsentRequestId,
    answer: ConsentAnswer,
    consentId: ConsentId | null,
  ): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update consent_request set answer = $3, decided_by = $4, decided_at = now(), consent_id = $5
       where practice_id = $1 and id = $2 and answer is null and withdrawn_at is null`,
      [actor.practiceId, id, answer, actor.personId, consentId],
    );
    return changed === 1;
  }

  async withdraw(tx: Transaction, actor: Actor, id: ConsentRequestId): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update consent_request set withdrawn_at = now()
       where practice_id = $1 and id = $2 and answer is null and withdrawn_at is null`,
      [actor.practiceId, id],
    );
    return changed === 1;
  }
}
