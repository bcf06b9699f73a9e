import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, newId, perform, type Transaction } from '@common-ground/api/platform';
import type { AnswerDraft, TaskId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { isToldAtOnce } from '@common-ground/rules/content';
import type { TaskStanding } from './task.repository';

@Injectable()
export class AnswerRepository {
  /**
   * Saves over the revision the text was written from; 0 means there was none yet. What is told at once does not wait for
   * the homework to be sent.
   * @returns false when another revision stands there now
   */
  async save(
    tx: Transaction,
    actor: Actor,
    task: TaskStanding,
    promptId: string,
    revision: number,
    draft: AnswerDraft,
  ): Promise<boolean> {
    const value = JSON.stringify(draft.value);
    const saved =
      revision === 0
        ? await firstRow<{ id: string }>(
            tx,
            `insert into answer
               (practice_id, id, task_id, prompt_id, family_id, author_id, value, visibility, revision, sent_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 1, case when $10 then now() else $9::timestamptz end)
             on conflict (practice_id, task_id, prompt_id) do nothing returning id`,
            [
              actor.practiceId,
              newId(),
              task.id,
              promptId,
              task.familyId,
              actor.personId,
              value,
              draft.visibility,
              task.sentAt,
              isToldAtOnce(promptId),
            ],
          )
        : await this.#update(tx, actor, task.id, promptId, revision, value, draft);
    if (saved === null) return false;
    await perform(
      tx,
      `insert into answer_history (practice_id, answer_id, revision, author_id, value, visibility, saved_at)
       select practice_id, id, revision, author_id, value, visibility, saved_at from answer
       where practice_id = $1 and task_id = $2 and prompt_id = $3 and author_id = $4`,
      [actor.practiceId, task.id, promptId, actor.personId],
    );
    return true;
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

  async #update(
    tx: Transaction,
    actor: Actor,
    id: TaskId,
    promptId: string,
    revision: number,
    value: string,
    draft: AnswerDraft,
  ): Promise<true | null> {
    const changed = await changedRows(
      tx,
      `update answer set value = $6, visibility = $7, revision = revision + 1, saved_at = now()
       where practice_id = $1 and author_id = $2 and task_id = $3 and prompt_id = $4 and revision = $5`,
      [actor.practiceId, actor.personId, id, promptId, revision, value, draft.visibility],
    );
    return changed === 1 ? true : null;
  }
}
