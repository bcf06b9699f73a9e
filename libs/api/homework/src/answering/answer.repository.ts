import { Injectable } from '@nestjs/common';
import { IS_LIVE_IN_ORDER } from '@common-ground/api/documents';
import {
  Audit,
  changedRows,
  firstRow,
  iso,
  newId,
  perform,
  type Transaction,
} from '@common-ground/api/platform';
import type { Answer, AnswerDraft, TaskId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { isToldAtOnce } from '@common-ground/rules/content';
import { ANSWER_AS_JSON, FIRST_ANSWER_AS_JSON, type GivenRow } from './task.repository';

/** What is saved to which prompt, written from which revision, and under which name it may come again. */
export interface AskedToSave {
  readonly promptId: string;
  readonly draft: AnswerDraft;
  readonly revision: number;
  readonly key: string | null;
  readonly requestHash: string;
}

/** And of which piece, of which version it was found to fit. */
export interface AnswerToSave extends AskedToSave {
  readonly task: Pick<GivenRow, 'id' | 'familyId' | 'versionId'>;
}

/**
 * The rows took nothing: since the task was looked at it has stopped reaching whoever answers, or taking answers.
 */
export class NotTaken extends Error {
  constructor(override readonly cause: Error) {
    super('The rows take no answer here.', { cause });
  }
}

/**
 * `insufficient_privilege`, as row-level security and what guards the rows have it, and `unique_violation`: at that very
 * moment the name of the request was used for something else.
 */
const REFUSED = ['42501', '23505'];

const FIRST = `
  insert into answer
    (practice_id, id, task_id, prompt_id, family_id, author_id, value, visibility, revision, sent_at)
  select $1, $11, t.id, $4, t.family_id, $2, $5, $6, 1, case when $12 then now() else t.sent_at end
  from mine t on conflict (practice_id, task_id, prompt_id) do nothing returning *`;

const NEXT = `
  update answer a set value = $5, visibility = $6, revision = a.revision + 1, saved_at = now() from mine t
  where a.practice_id = t.practice_id and a.author_id = $2 and a.task_id = t.id and a.prompt_id = $4
    and a.revision = $11 returning a.*`;

@Injectable()
export class AnswerRepository {
  constructor(private readonly audit: Audit) {}

  /**
   * Saves over the revision the text was written from; 0 means there was none yet. What is told at once does not wait
   * for the homework to be sent. The answer, its history, what the request was answered with and the record of it are
   * one statement. The caller holds the task. Whether the task reaches the actor and takes answers is asked
   * here, and once more by the rows themselves.
   * @returns null when nothing was saved: the key has been used, another revision stands there now, or the task is not
   *   what it was judged by: another version, or out of reach
   * @throws NotTaken
   */
  save(
    tx: Transaction,
    actor: Actor,
    { task, promptId, draft, revision, key, requestHash }: AnswerToSave,
  ): Promise<{ answer: Answer; sentAt: string | null } | null> {
    const record = this.audit.recording(
      tx,
      actor,
      {
        action: 'homework.answer',
        because: 'own-task',
        subjects: [actor.personId],
        familyId: task.familyId,
        taskId: task.id,
        fields: ['value', 'visibility'],
      },
      [
        ...[
          actor.practiceId,
          actor.personId,
          task.id,
          promptId,
          JSON.stringify(draft.value),
          draft.visibility,
        ],
        ...[key, requestHash, task.versionId, task.familyId],
        ...(revision === 0 ? [newId(), isToldAtOnce(promptId)] : [revision]),
      ],
      'saved',
    );
    const saved = firstRow<{ answer: Answer; sentAt: string | null }>(
      tx,
      `with mine as (
         select t.practice_id, t.id, t.family_id, t.sent_at from task t
         where t.practice_id = $1 and t.id = $3 and t.version_id = $9 and t.family_id = $10
           and ${IS_LIVE_IN_ORDER}
           and not exists (select from idempotency i
             where i.practice_id = $1 and i.person_id = $2 and i.key = $7::text)),
       saved as (${revision === 0 ? FIRST : NEXT}),
       kept as (
         insert into answer_history (practice_id, answer_id, revision, author_id, value, visibility, saved_at)
         select practice_id, id, revision, author_id, value, visibility, saved_at from saved),
       recorded as (${record.text}),
       told as (select ${revision === 0 ? FIRST_ANSWER_AS_JSON : ANSWER_AS_JSON} as answer from saved a),
       remembered as (
         insert into idempotency (practice_id, person_id, key, request_hash, response)
         select $1, $2, $7, $8, answer from told where $7 is not null)
       select answer, ${iso('mine.sent_at')} as "sentAt" from told, mine`,
      record.parameters,
    );
    return saved.catch((failure: unknown) => {
      throw failure instanceof Error && 'code' in failure && REFUSED.includes(String(failure.code))
        ? new NotTaken(failure)
        : failure;
    });
  }

  /**
   * Marks the task and the answers given so far as sent, save those to prompts that are not asked any more, and opens
   * what waited for that; false when it was done before.
   */
  async send(tx: Transaction, actor: Actor, id: TaskId, notAsked: readonly string[]): Promise<boolean> {
    const sent = await changedRows(
      tx,
      `update task set sent_at = now() where practice_id = $1 and person_id = $2 and id = $3 and sent_at is null`,
      [actor.practiceId, actor.personId, id],
    );
    if (sent === 0) return false;
    await perform(
      tx,
      `update answer set sent_at = now() where practice_id = $1 and author_id = $2 and task_id = $3 and sent_at is null
         and prompt_id <> all ($4)`,
      [actor.practiceId, actor.personId, id, notAsked],
    );
    await perform(tx, 'select access.open_what_follows($1)', [id]);
    return true;
  }

  /** Once homework is sent, what goes along with it follows what is asked: the rest is kept for its author. */
  async keepBack(
    tx: Transaction,
    actor: Actor,
    id: TaskId,
    sentAt: string,
    notAsked: readonly string[],
  ): Promise<void> {
    await perform(
      tx,
      `update answer set sent_at = case when prompt_id = any ($5) then null else $4::timestamptz end
       where practice_id = $1 and author_id = $2 and task_id = $3 and (sent_at is null) <> (prompt_id = any ($5))`,
      [actor.practiceId, actor.personId, id, sentAt, notAsked],
    );
  }
}
