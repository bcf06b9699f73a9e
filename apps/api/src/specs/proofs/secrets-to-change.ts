import type { Persona } from '@common-ground/testing';

/** One thing that some know: how it comes to be otherwise, and who may therefore be answered otherwise. */
export interface SecretToChange {
  readonly what: string;
  readonly knownTo: readonly Persona[];
  /** Every table the change touches; put back as they were afterwards. */
  readonly tables: readonly string[];
  readonly change: string;
  /** Somebody to whom an answer closes by it, as it must, and where that shows. That it closed is all they can tell. */
  readonly closes?: { readonly to: Persona; readonly in: RegExp };
}

/** Beside the worksheet, in the hour that asks for it, and where one's own words are listed with whom they are open to. */
const WHAT_WAS_OPENED = {
  to: 'client',
  in: /^\/api\/(?:homework\/[^/]+\/(?:offers|opened)|me\/(?:privacy|family-sessions\/[^/]+\/live))$/u,
} as const;

const TORRES = `(select id from family where name = 'Torres family')`;
const memberOf = (relation: string): string =>
  `(select id from member where family_id = ${TORRES} and relation = '${relation}' limit 1)`;
const personOf = (relation: string): string =>
  `(select person_id from member where family_id = ${TORRES} and relation = '${relation}' limit 1)`;
const SHARED = `(select t.id from task t join document_version v on v.id = t.version_id
  where v.title = 'Shared' and t.person_id = ${personOf('mother')} limit 1)`;
const block = (one: string, other: string): string => `
  insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by)
  select practice_id, gen_random_uuid(), id, least(${memberOf(one)}, ${memberOf(other)}),
    greatest(${memberOf(one)}, ${memberOf(other)}), 'Why', opened_by from family where id = ${TORRES}`;

/** What the world of the canaries holds, seen by the smallest circle that may know of it. */
export const SECRETS_TO_CHANGE: readonly SecretToChange[] = [
  {
    what: 'an answer that is kept for later',
    knownTo: ['mother'],
    tables: ['answer', 'answer_history'],
    change: `update answer set value = '"Something else entirely."', revision = revision + 1, saved_at = now()
      where visibility = 'not-yet' and task_id = ${SHARED}`,
  },
  {
    what: 'an answer that was sent to the therapist',
    knownTo: ['mother', 'therapist'],
    tables: ['answer'],
    change: `update answer set value = '"Something else entirely."', saved_at = now()
      where prompt_id = 'told' and task_id = ${SHARED}`,
  },
  {
    what: 'an answer that is for the family once it is opened, and was offered to nobody',
    knownTo: ['mother', 'therapist'],
    tables: ['answer'],
    change: `update answer set visibility = 'family' where prompt_id = 'told' and task_id = ${SHARED}`,
  },
  {
    what: 'that somebody offered an answer to one who offers none',
    knownTo: ['father', 'therapist'],
    tables: ['offer'],
    change: `delete from offer where waits and author_id = ${personOf('father')}`,
  },
  {
    what: 'that somebody opened an answer to another one alone',
    knownTo: ['mother', 'client', 'therapist'],
    tables: ['offer'],
    change: `delete from offer where not waits and author_id = ${personOf('mother')}`,
  },
  {
    what: 'homework that was done and sent',
    knownTo: ['mother', 'therapist'],
    tables: ['task', 'answer'],
    change: `update task set sent_at = null where id = ${SHARED};
      update answer set sent_at = null where task_id = ${SHARED}`,
    closes: WHAT_WAS_OPENED,
  },
  {
    what: 'what somebody said when they were asked to an hour',
    knownTo: ['mother', 'therapist'],
    tables: ['session_reply'],
    change: `update session_reply set reply = 'cannot', words = 'Something else entirely.', replied_at = now()
      where reply is not null`,
  },
  {
    what: 'that another one is asked to the hour, and held',
    knownTo: ['therapist'],
    tables: ['session_reply'],
    change: `insert into session_reply (practice_id, id, session_id, family_id, member_id, asked_by)
      select practice_id, gen_random_uuid(), session_id, family_id, ${memberOf('relative')}, asked_by
      from session_reply where reply is not null`,
  },
  {
    what: 'what a therapist wrote about an hour for themselves',
    knownTo: ['therapist'],
    tables: ['private_note'],
    change: `update private_note set notes = 'Something else entirely.', preparation = ''`,
  },
  {
    what: 'what somebody said about an hour afterwards, and sent',
    knownTo: ['mother', 'therapist'],
    tables: ['look_back'],
    change: `update look_back set words = 'Something else entirely.', revision = revision + 1 where sent_at is not null`,
  },
  {
    what: 'what somebody began to say about an hour',
    knownTo: ['mother'],
    tables: ['look_back'],
    change: `delete from look_back where sent_at is null`,
  },
  {
    what: 'what somebody takes home from an hour',
    knownTo: ['mother', 'therapist'],
    tables: ['take_home_page'],
    change: `update take_home_page set content = jsonb_set(content, '{decision}', '"Something else entirely."')
      where member_id = ${memberOf('mother')}`,
  },
  {
    what: 'what the plan of an hour said that was sent for review',
    knownTo: ['therapist', 'supervisor'],
    tables: ['document_version'],
    change: `update document_version v set title = 'Something else entirely.',
        content = jsonb_set(v.content, '{purpose}', '"Something else entirely."')
      from document d where d.practice_id = v.practice_id and d.id = v.document_id and d.kind = 'hour-plan'`,
  },
  {
    what: 'what an hour is for',
    knownTo: ['therapist'],
    tables: ['family_session'],
    change: `update family_session set content = jsonb_set(content, '{purpose}', '"Something else entirely."'),
      revision = revision + 1, written_at = now() where family_id = ${TORRES}`,
  },
  {
    // The hour both are asked to is closed to both, as it must; that it is is all they can tell.
    what: 'a block between two members',
    knownTo: ['therapist', 'mother', 'brother'],
    tables: ['block', 'invitation'],
    change: block('mother', 'brother'),
  },
  {
    // What was shared stops reaching the mother, as it must; that it does is all she can tell.
    what: 'a block between a member and the client',
    knownTo: ['therapist', 'mother'],
    tables: ['block', 'invitation'],
    change: block('mother', 'client'),
    closes: WHAT_WAS_OPENED,
  },
  {
    // What he got together with others stops reaching him.
    what: 'a hold on one of those who share a worksheet',
    knownTo: ['therapist', 'brother'],
    tables: ['hold'],
    change: `insert into hold (practice_id, id, family_id, member_id, reason, set_by)
      select practice_id, gen_random_uuid(), id, ${memberOf('brother')}, 'Why', opened_by
      from family where id = ${TORRES}`,
  },
  {
    what: 'the contact of another member',
    knownTo: ['therapist'],
    tables: ['member', 'safe_contact'],
    change: `update member set contact = 'elsewhere@example.org' where id = ${memberOf('father')}`,
  },
  {
    what: 'what a guardian’s right rests on',
    knownTo: ['therapist'],
    tables: ['guardian'],
    change: `update guardian set evidence = 'Another paper' where family_id = ${TORRES}`,
  },
  {
    what: 'that somebody was invited',
    knownTo: ['therapist'],
    tables: ['invitation'],
    change: `update invitation set ended_at = now(), ended_because = 'withdrawn' where ended_at is null`,
  },
  {
    what: 'what the client is asked to consent to',
    knownTo: ['therapist', 'client'],
    tables: ['consent_request'],
    change: `update consent_request set withdrawn_at = now() where answer is null`,
  },
  {
    what: 'the words of a consent to another member',
    knownTo: ['therapist', 'client'],
    tables: ['consent'],
    change: `update consent set purpose = 'Another purpose', until_on = '2999-01-01'
      where member_id = ${memberOf('father')}`,
  },
  {
    what: 'that somebody left the family',
    knownTo: ['therapist', 'client', 'father'],
    tables: ['member', 'invitation'],
    change: `update member set state = 'removed' where id = ${memberOf('father')}`,
  },
  {
    what: 'a draft behind a version that is shared',
    knownTo: ['therapist'],
    tables: ['document_draft', 'document'],
    change: `update document_draft set title = 'Another title', revision = revision + 1, written_at = now()
        where document_id in (select document_id from share where family_id = ${TORRES});
      update document set updated_at = now() where id in (select document_id from share where family_id = ${TORRES})`,
  },
  {
    what: 'a comment its supervisor has not sent',
    knownTo: ['supervisor'],
    tables: ['review_comment'],
    change: `update review_comment set text = 'Another thought' where sent_at is null`,
  },
  {
    what: 'what a supervisor asked for',
    knownTo: ['supervisor', 'therapist'],
    tables: ['verdict', 'review_comment'],
    change: `update verdict set summary = 'Another summary' where verdict = 'ask-for-changes';
      update review_comment set text = 'Another comment' where sent_at is not null`,
  },
  {
    what: 'what goes along with a document for review',
    knownTo: ['supervisor', 'therapist'],
    tables: ['attached_document'],
    change: `update attached_document set title = 'Another title', content = jsonb_set(content, '{whyItHelps}', '"Other words"')
      where taken_off_at is null`,
  },
  {
    what: 'what was taken off again before it was judged',
    knownTo: ['therapist'],
    tables: ['attached_document'],
    change: `update attached_document set title = 'Another title', content = jsonb_set(content, '{whyItHelps}', '"Other words"')
      where taken_off_at is not null`,
  },
  {
    what: 'why an emergency was one',
    knownTo: ['other-therapist', 'therapist', 'supervisor'],
    tables: ['break_glass_reason'],
    change: `update break_glass_reason set reason = 'Another reason, as long as it has to be.'`,
  },
  {
    what: 'feedback on an answer',
    knownTo: ['mother', 'therapist'],
    tables: ['feedback'],
    change: `update feedback set text = 'Other words' where to_id = ${personOf('mother')}`,
  },
  {
    what: 'a document given to one member alone',
    knownTo: ['therapist', 'mother', 'client', 'admin'],
    tables: ['share'],
    change: `update share set revoked_at = now() where document_id in
      (select document_id from document_version where title = 'Alone')`,
  },
  {
    what: 'that a family is on another therapist’s caseload',
    knownTo: ['other-therapist', 'admin'],
    tables: ['caseload', 'member', 'family', 'person'],
    change: `
      insert into person (practice_id, id, display_name, language)
        select practice_id, '00000000-0000-7000-8000-0000000000aa', 'Somebody New', 'en'
        from demo_persona where persona = 'other-therapist';
      insert into family (practice_id, id, name, client_id, opened_by)
        select practice_id, '00000000-0000-7000-8000-0000000000ab', 'New family',
          '00000000-0000-7000-8000-0000000000aa', person_id from demo_persona where persona = 'other-therapist';
      insert into member (practice_id, id, family_id, person_id, relation, state)
        select practice_id, gen_random_uuid(), '00000000-0000-7000-8000-0000000000ab',
          '00000000-0000-7000-8000-0000000000aa', 'client', 'confirmed'
        from demo_persona where persona = 'other-therapist';
      insert into caseload (practice_id, family_id, therapist_id, leads)
        select practice_id, '00000000-0000-7000-8000-0000000000ab', person_id, true
        from demo_persona where persona = 'other-therapist'`,
  },
  {
    what: 'that somebody is signed in on a second device',
    knownTo: ['father'],
    tables: ['signed_in'],
    change: `insert into signed_in (practice_id, token_hash, person_id, how, idle_for, lasts_for)
      select practice_id, '\\x01', person_id, 'code', interval '1 hour', interval '1 hour'
      from demo_persona where persona = 'father'`,
  },
];
