import { Injectable } from '@nestjs/common';
import { changedRows, firstRow, iso, perform, rows, type Transaction } from '@common-ground/api/platform';
import type {
  NotebookSummary,
  PersonId,
  PersonName,
  SupervisionId,
  SupervisionNotebook,
} from '@common-ground/contract';
import type { Actor, NotebookFacts } from '@common-ground/rules/access';
import { personAt } from '../families/sight';

export type NotebookLine = Omit<NotebookSummary, 'may'> & NotebookFacts;

export interface NotebookRow extends Omit<SupervisionNotebook, 'may'>, NotebookFacts {
  readonly writtenById: PersonId | null;
}

/** The newest supervision of each pair the person is one of, and who wrote last; what they wrote is loaded only to be read. */
const select = (text: string): string => `
  select s.id, ${personAt('s', 'supervisor_id')} as supervisor, ${personAt('s', 'therapist_id')} as therapist, ${text}
    case when n.written_by is not null then ${personAt('n', 'written_by')} end as "writtenBy",
    n.written_by as "writtenById", ${iso('n.written_at')} as "writtenAt", s.supervisor_id = $2 as "isSupervisor",
    s.therapist_id = $2 as "isTherapist",
    exists (select from supervision f where f.practice_id = s.practice_id and f.supervisor_id = s.supervisor_id
      and f.therapist_id = s.therapist_id and f.from_on <= access.today()
      and coalesce(f.until_on >= access.today(), true)) as "isInForce"
  from supervision s
    left join supervision_notebook n on n.practice_id = s.practice_id and n.supervisor_id = s.supervisor_id
      and n.therapist_id = s.therapist_id
  where s.practice_id = $1 and $2 in (s.supervisor_id, s.therapist_id)`;

const TEXT = `coalesce(n.goals, '') as goals, coalesce(n.themes, '') as themes, coalesce(n.revision, 0) as revision,`;

@Injectable()
export class NotebookRepository {
  list(tx: Transaction, actor: Actor): Promise<NotebookLine[]> {
    return rows(
      tx,
      `select * from (
         select distinct on (supervisor ->> 'id', therapist ->> 'id') * from (${select('')}) pair
         order by supervisor ->> 'id', therapist ->> 'id', id desc
       ) ours order by "isInForce" desc, supervisor ->> 'displayName', therapist ->> 'displayName', id`,
      [actor.practiceId, actor.personId],
    );
  }

  find(tx: Transaction, actor: Actor, id: SupervisionId): Promise<NotebookRow | null> {
    return firstRow(tx, `${select(TEXT)} and s.id = $3`, [actor.practiceId, actor.personId, id]);
  }

  /** Over the revision it was written from, which stays in the past; false when somebody was there first. */
  async save(
    tx: Transaction,
    actor: Actor,
    { supervisor, therapist }: { readonly supervisor: PersonName; readonly therapist: PersonName },
    revision: number,
    { goals, themes }: Pick<SupervisionNotebook, 'goals' | 'themes'>,
  ): Promise<boolean> {
    const pair = [actor.practiceId, supervisor.id, therapist.id];
    const changed =
      revision === 0
        ? await changedRows(
            tx,
            `insert into supervision_notebook (practice_id, supervisor_id, therapist_id, goals, themes, revision, written_by)
             values ($1, $2, $3, $4, $5, 1, $6) on conflict do nothing`,
            [...pair, goals, themes, actor.personId],
          )
        : await changedRows(
            tx,
            `update supervision_notebook set goals = $4, themes = $5, written_by = $6, written_at = now(),
               revision = revision + 1
             where practice_id = $1 and supervisor_id = $2 and therapist_id = $3 and revision = $7`,
            [...pair, goals, themes, actor.personId, revision],
          );
    if (changed !== 1) return false;
    await perform(
      tx,
      `insert into supervision_notebook_history
         (practice_id, supervisor_id, therapist_id, revision, goals, themes, written_by, written_at)
       select practice_id, supervisor_id, therapist_id, revision, goals, themes, written_by, written_at
       from supervision_notebook where practice_id = $1 and supervisor_id = $2 and therapist_id = $3`,
      pair,
    );
    return true;
  }
}
