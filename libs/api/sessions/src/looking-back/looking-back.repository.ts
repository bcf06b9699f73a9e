import { Injectable } from '@nestjs/common';
import { onCaseload } from '@common-ground/api/people';
import { changedRows, firstRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import {
  LOOK_BACK_QUESTIONS,
  type AskingId,
  type FamilyId,
  type FamilySessionId,
  type LookBack,
  type LookBackAnswer,
  type LookBackDraft,
  type LookBackQuestion,
  type PersonId,
  type PersonLookingBack,
} from '@common-ground/contract';
import type { Actor, LookBackFacts } from '@common-ground/rules/access';

/** An hour that has ended, as one person looks back on it. */
export interface OwnHour extends LookBackFacts, Omit<LookBack, 'answers' | 'readers' | 'may'> {
  readonly askingId: AskingId;
  readonly familyId: FamilyId;
}

export interface LookingBackRow extends PersonLookingBack {
  readonly personId: PersonId;
}

@Injectable()
export class LookingBackRepository {
  /** `ended_hours` and `my_family_sessions` tell of nobody's hours but the actor's own. */
  hour(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<OwnHour | null> {
    return firstRow(
      tx,
      `select s.session_id as id, r.id as "askingId", r.family_id as "familyId", m.person_id as "personId",
         ${iso('s.starts_at')} as "startsAt", s.time_zone as "timeZone", e.asking_id is not null as "hasEnded",
         coalesce(e.is_open, false) as "isOpen", ${iso('e.until_at')} as until
       from access.my_family_sessions() s
         join session_reply r on r.practice_id = $1 and r.id = s.id
         join member m on m.practice_id = r.practice_id and m.id = r.member_id and m.person_id = $2
         left join access.ended_hours() e on e.asking_id = r.id
       where s.session_id = $3`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** What the actor wrote about an hour they were asked to, sent or not. */
  own(tx: Transaction, actor: Actor, askingId: AskingId): Promise<LookBackAnswer[]> {
    return rows(
      tx,
      `select b.question, b.choice, b.words, b.revision, ${iso('b.saved_at')} as "savedAt", ${iso('b.sent_at')} as "sentAt"
       from look_back b join session_reply r on r.practice_id = b.practice_id and r.id = b.asking_id
         join member m on m.practice_id = r.practice_id and m.id = r.member_id and m.person_id = $2
       where b.practice_id = $1 and b.asking_id = $3
       order by array_position($4::text[], b.question)`,
      [actor.practiceId, actor.personId, askingId, LOOK_BACK_QUESTIONS],
    );
  }

  /** Writes over a revision, and takes back what was sent; false when another one stands there by now. */
  async write(
    tx: Transaction,
    actor: Actor,
    { askingId, familyId }: OwnHour,
    question: LookBackQuestion,
    revision: number,
    { choice, words }: LookBackDraft,
  ): Promise<boolean> {
    const changed =
      revision === 0
        ? await changedRows(
            tx,
            `insert into look_back (practice_id, asking_id, family_id, question, choice, words, revision)
             values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing`,
            [actor.practiceId, askingId, familyId, question, choice, words],
          )
        : await changedRows(
            tx,
            `update look_back set choice = $5, words = $6, revision = revision + 1, saved_at = now(), sent_at = null
             where practice_id = $1 and asking_id = $2 and question = $3 and revision = $4
               and asking_id = any ((select access.askings_to_look_back())::uuid[])`,
            [actor.practiceId, askingId, question, revision, choice, words],
          );
    return changed === 1;
  }

  /** Lets the therapists read what was written so far; how many questions that is. */
  send(tx: Transaction, actor: Actor, askingId: AskingId): Promise<number> {
    return changedRows(
      tx,
      `update look_back set sent_at = now()
       where practice_id = $1 and asking_id = $2 and sent_at is null and (choice is not null or words <> '')
         and asking_id = any ((select access.askings_to_look_back())::uuid[])`,
      [actor.practiceId, askingId],
    );
  }

  /** Everybody who was asked to an hour, and what they sent about it. */
  ofHour(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<LookingBackRow[]> {
    return rows(
      tx,
      `select r.member_id as "memberId", m.person_id as "personId", p.display_name as "displayName", m.relation,
         (select coalesce(json_agg(json_build_object('question', b.question, 'choice', b.choice, 'words', b.words)
             order by array_position($4::text[], b.question)), '[]')
          from look_back b where b.practice_id = r.practice_id and b.asking_id = r.id and b.sent_at is not null) as answers
       from session_reply r
         join member m on m.practice_id = r.practice_id and m.id = r.member_id
         join person p on p.practice_id = m.practice_id and p.id = m.person_id
       where r.practice_id = $1 and r.session_id = $3 and r.withdrawn_at is null and ${onCaseload('r')}
       order by m.relation <> 'client', p.display_name, r.id`,
      [actor.practiceId, actor.personId, id, LOOK_BACK_QUESTIONS],
    );
  }
}
