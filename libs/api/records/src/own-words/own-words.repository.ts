import { Injectable } from '@nestjs/common';
import { personAt } from '@common-ground/api/people';
import { firstRow, iso, rows, type Transaction } from '@common-ground/api/platform';
import type {
  Language,
  OwnAnswer,
  OwnConsent,
  OwnLookBack,
  OwnReply,
  PersonName,
  TaskId,
  DocumentContent,
  DocumentKind,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

export interface OwnTaskRow {
  readonly taskId: TaskId;
  readonly kind: DocumentKind | null;
  readonly title: string | null;
  readonly content: DocumentContent | null;
  readonly sharedAt: string;
  readonly sentAt: string | null;
  readonly answers: readonly Omit<OwnAnswer, 'question' | 'on'>[];
  /** What was written to them about the whole of it, oldest first. */
  readonly notes: OwnAnswer['feedback'];
}

export interface SelfRow {
  readonly person: PersonName;
  readonly language: Language;
  readonly practice: string;
  readonly madeAt: string;
}

@Injectable()
export class OwnWordsRepository {
  self(tx: Transaction, actor: Actor): Promise<SelfRow | null> {
    return firstRow(
      tx,
      `select json_build_object('id', p.id, 'displayName', p.display_name) as person, p.language, c.name as practice,
         ${iso('now()')} as "madeAt"
       from person p join practice c on c.id = p.practice_id where p.practice_id = $1 and p.id = $2`,
      [actor.practiceId, actor.personId],
    );
  }

  /**
   * All the actor ever answered, task by task, with every earlier wording and the feedback on it. The question stands
   * in a document: where that is no longer shared with them, it is not theirs to take along.
   */
  homework(tx: Transaction, actor: Actor): Promise<OwnTaskRow[]> {
    return rows(
      tx,
      `select t.id as "taskId", d.kind, v.title, v.content, ${iso('t.given_at')} as "sharedAt", ${iso('t.sent_at')} as "sentAt",
         coalesce((select json_agg(json_build_object('promptId', a.prompt_id, 'value', a.value, 'visibility', a.visibility,
             'savedAt', ${iso('a.saved_at')},
             'history', coalesce((select json_agg(json_build_object('revision', h.revision, 'value', h.value,
                 'visibility', h.visibility, 'savedAt', ${iso('h.saved_at')}) order by h.revision)
               from answer_history h where h.practice_id = a.practice_id and h.answer_id = a.id and h.author_id = $2
                 and h.revision < a.revision), '[]'),
             'feedback', coalesce((select json_agg(json_build_object('id', f.id, 'text', f.text,
                 'at', ${iso('f.given_at')}, 'by', ${personAt('f', 'by_id')}) order by f.given_at, f.id)
               from feedback f where f.practice_id = a.practice_id and f.answer_id = a.id and f.to_id = $2), '[]')
           ) order by a.id)
          from answer a where a.practice_id = t.practice_id and a.task_id = t.id and a.author_id = $2), '[]') as answers,
         coalesce((select json_agg(json_build_object('id', f.id, 'text', f.text, 'at', ${iso('f.given_at')},
             'by', ${personAt('f', 'by_id')}) order by f.given_at, f.id)
           from feedback f where f.practice_id = t.practice_id and f.task_id = t.id and f.to_id = $2), '[]') as notes
       from task t
         left join document_version v on v.practice_id = t.practice_id and v.id = t.version_id
           and t.id = any ((select access.live_tasks())::uuid[])
         left join document d on d.practice_id = v.practice_id and d.id = v.document_id
       where t.practice_id = $1 and t.person_id = $2
         and (exists (select from answer a where a.practice_id = t.practice_id and a.task_id = t.id and a.author_id = $2)
           or exists (select from feedback f where f.practice_id = t.practice_id and f.task_id = t.id and f.to_id = $2))
       order by t.given_at, t.id`,
      [actor.practiceId, actor.personId],
    );
  }

  /** What the actor said when they were asked to an hour, also to one they do not see any more. */
  replies(tx: Transaction): Promise<OwnReply[]> {
    return rows(
      tx,
      `select r.reply, r.words, ${iso('r.replied_at')} as "repliedAt" from access.my_replies() r
       order by r.replied_at, r.id`,
      [],
    );
  }

  /** What the actor said about hours afterwards, also about one they do not see any more. */
  lookBacks(tx: Transaction): Promise<OwnLookBack[]> {
    return rows(
      tx,
      `select l.question, l.choice, l.words, ${iso('l.saved_at')} as "savedAt" from access.my_look_backs() l
       order by l.saved_at, l.question`,
      [],
    );
  }

  consents(tx: Transaction, actor: Actor): Promise<OwnConsent[]> {
    return rows(
      tx,
      `select c.id, (select json_build_object('id', p.id, 'displayName', p.display_name)
           from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
           where m.practice_id = c.practice_id and m.id = c.member_id) as "to",
         c.kinds, c.purpose, c.until_on::text as "untilOn", c.wording, c.wording_version as "wordingVersion",
         c.signature, ${iso('c.given_at')} as "givenAt", ${iso('c.revoked_at')} as "revokedAt"
       from consent c where c.practice_id = $1 and c.from_id = $2 order by c.given_at, c.id`,
      [actor.practiceId, actor.personId],
    );
  }
}
