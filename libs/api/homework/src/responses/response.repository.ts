import { Injectable } from '@nestjs/common';
import { GAVE_WAY } from '@common-ground/api/documents';
import { onCaseload, personAt } from '@common-ground/api/people';
import {
  firstRow,
  iso,
  newId,
  rows,
  type Place,
  type Transaction,
  insertRow,
} from '@common-ground/api/platform';
import type {
  AnswerId,
  FamilyId,
  Feedback,
  FeedbackId,
  PersonId,
  Response,
  ResponseSet,
  TaskId,
  Visibility,
} from '@common-ground/contract';
import type { Actor, AnswerFacts, SentPieceFacts } from '@common-ground/rules/access';
import { HARD, NOT_THIS_WEEK } from '@common-ground/rules/content';
import { FeedbackEntity } from '../answering/answer.entity';

export type ResponseSetRow = Omit<ResponseSet, 'answers' | 'may'> & {
  readonly answers: readonly Omit<Response, 'may' | 'offer'>[];
};
import { FEEDBACK, NOTES } from './feedback-on';

export interface AnswerStanding extends AnswerFacts {
  readonly id: AnswerId;
  readonly authorId: PersonId;
  readonly visibility: Visibility;
  readonly familyId: FamilyId;
  readonly taskId: TaskId;
  readonly promptId: string;
}

export interface PieceStanding extends SentPieceFacts {
  readonly taskId: TaskId;
  readonly familyId: FamilyId;
}

/** What a note is about, one answer or a piece as a whole, and whom it goes to. */
export interface NoteAbout {
  readonly answerId: AnswerId | null;
  readonly taskId: TaskId | null;
  readonly familyId: FamilyId;
  readonly toId: PersonId;
}

@Injectable()
export class ResponseRepository {
  /**
   * What came back from a family, or from one task: everything shared that still stands or was sent, newest first.
   * Answers not sent, and answers kept *not yet*, are left out by the query itself; what is
   * told at once is sent when it is said.
   */
  sets(
    tx: Transaction,
    actor: Actor,
    of: { familyId: FamilyId } | { taskId: TaskId },
    after: Place | null = null,
    limit = 1,
  ): Promise<ResponseSetRow[]> {
    const [column, id] = 'familyId' in of ? ['t.family_id', of.familyId] : ['t.id', of.taskId];
    return rows(
      tx,
      `select t.id as "taskId", v.content, ${iso('t.given_at')} as "sharedAt", ${iso('t.sent_at')} as "sentAt",
         case when s.open_until_on < access.today() then s.open_until_on::text end as "wasOpenUntilOn",
         ${NOTES} as notes,
         json_build_object('id', p.id, 'displayName', p.display_name, 'relation', m.relation) as person,
         json_build_object('id', t.document_id, 'kind', v.kind, 'title', v.title, 'version', v.number) as document,
         coalesce((select json_agg(json_build_object('id', a.id, 'promptId', a.prompt_id, 'value', a.value,
             'savedAt', ${iso('a.saved_at')}, 'feedback', ${FEEDBACK}) order by a.id)
           from answer a where a.practice_id = t.practice_id and a.task_id = t.id
             and (t.sent_at is not null or a.prompt_id = any ($7)) and a.sent_at is not null and a.visibility <> 'not-yet'
             and a.value is not null and a.value <> 'null'), '[]') as answers
       from task t
         join share s on s.practice_id = t.practice_id and s.id = t.share_id
         join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
         join member m on m.practice_id = t.practice_id and m.id = t.member_id
         join person p on p.practice_id = t.practice_id and p.id = t.person_id
       where t.practice_id = $1 and ${column} = $3 and ${onCaseload('t')}
         and (s.revoked_at is null or t.sent_at is not null) and t.given_at <= now() and not ${GAVE_WAY}
         and ($4::text is null or (t.given_at, t.id) < ($4::timestamptz, $5::uuid))
       order by t.given_at desc, t.id desc limit $6`,
      [
        actor.practiceId,
        actor.personId,
        id,
        after?.at ?? null,
        after?.id ?? null,
        limit + 1,
        [HARD, NOT_THIS_WEEK],
      ],
    );
  }

  answer(tx: Transaction, actor: Actor, id: AnswerId): Promise<AnswerStanding | null> {
    return firstRow(
      tx,
      `select a.id, a.author_id as "authorId", a.visibility, a.family_id as "familyId", a.task_id as "taskId",
         a.prompt_id as "promptId", a.sent_at is not null as sent, ${onCaseload('a')} as "onCaseload"
       from answer a where a.practice_id = $1 and a.id = $3`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** A piece as a whole, as far as whoever asks knows of it. */
  piece(tx: Transaction, actor: Actor, id: TaskId): Promise<PieceStanding | null> {
    return firstRow(
      tx,
      `select t.id as "taskId", t.person_id as "personId", t.family_id as "familyId", t.sent_at is not null as sent,
         ${onCaseload('t')} as "onCaseload"
       from task t where t.practice_id = $1 and t.id = $3 and (t.given_at <= now() or ${onCaseload('t')})`,
      [actor.practiceId, actor.personId, id],
    );
  }

  async addFeedback(
    tx: Transaction,
    actor: Actor,
    { answerId, taskId, familyId, toId }: NoteAbout,
    text: string,
  ): Promise<FeedbackId> {
    const id = newId<'feedback'>();
    await insertRow(tx, FeedbackEntity, {
      practiceId: actor.practiceId,
      id,
      answerId,
      taskId,
      familyId,
      byId: actor.personId,
      toId,
      text,
    });
    return id;
  }

  feedback(tx: Transaction, actor: Actor, id: FeedbackId): Promise<Feedback | null> {
    return firstRow(
      tx,
      `select f.id, f.text, ${iso('f.given_at')} as at,
         ${personAt('f', 'by_id')} as by
       from feedback f
       where f.practice_id = $1 and f.id = $2`,
      [actor.practiceId, id],
    );
  }
}
