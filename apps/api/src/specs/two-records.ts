/** What a column of the database points at. */
type PointsAt = 'person' | 'place';

/** Columns that a merge rewrites. Those of a place only where both records had a place in the same family. */
export const COLUMNS_THAT_MOVE: Readonly<Record<string, PointsAt>> = {
  'answer.author_id': 'person',
  'answer_history.author_id': 'person',
  'block.one_id': 'place',
  'block.other_id': 'place',
  'consent.from_id': 'person',
  'consent.member_id': 'place',
  'consent_request.decided_by': 'person',
  'consent_request.member_id': 'place',
  'demo_persona.person_id': 'person',
  'erasure_request.person_id': 'person',
  'family.client_id': 'person',
  'feedback.to_id': 'person',
  'guardian.for_member_id': 'place',
  'guardian.for_person_id': 'person',
  'guardian.member_id': 'place',
  'guardian.person_id': 'person',
  'hold.member_id': 'place',
  'invitation.person_id': 'person',
  'member.person_id': 'person',
  'offer.author_id': 'person',
  'person.merged_into': 'person',
  'safe_contact.member_id': 'place',
  'task.member_id': 'place',
  'task.person_id': 'person',
};

const STAFF = 'only somebody who works here stands there, and their record is never merged';
const ENDS = 'a way in, which ends with the record and does not go over to another';
const PAST = 'what was recorded is not rewritten; whoever asks is told of all records of one human being';
const THING = 'points at neither a person nor a place';

/** Every other column with an id in it, and why a merge leaves it as it is. */
export const COLUMNS_THAT_STAY: Readonly<Record<string, string>> = {
  'access_link.made_by': STAFF,
  'access_link.person_id': STAFF,
  'addendum.author_id': STAFF,
  'answer_history.answer_id': THING,
  'at_work.person_id': STAFF,
  'attached_document.attached_by': STAFF,
  'attached_document.review_id': THING,
  'audit.actor_id': PAST,
  'audit.consent_ids': THING,
  'audit.subject_ids': PAST,
  'block.set_by': STAFF,
  'break_glass.consents': THING,
  'break_glass.documents': THING,
  'break_glass.members': PAST,
  'break_glass.people': PAST,
  'break_glass.person_id': STAFF,
  'break_glass.reviewed_by': STAFF,
  'break_glass.versions': THING,
  'break_glass_reason.glass_id': THING,
  'break_glass_reason.person_id': STAFF,
  'caseload.therapist_id': STAFF,
  'coach_word.added_by': STAFF,
  'coach_word.removed_by': STAFF,
  'consent.replaced_by': THING,
  'consent.request_id': THING,
  'consent_request.asked_by': STAFF,
  'consent_request.consent_id': THING,
  'credential.person_id': ENDS,
  'document.author_id': STAFF,
  'document_draft.author_id': STAFF,
  'document_draft.written_by': STAFF,
  'document_draft_history.author_id': STAFF,
  'document_draft_history.written_by': STAFF,
  'document_version.author_id': STAFF,
  'document_version.written_by': STAFF,
  'erasure_request.decided_by': STAFF,
  'family.opened_by': STAFF,
  'family_session.planned_by': STAFF,
  'family_session.writers': STAFF,
  'family_session.written_by': STAFF,
  'feedback.answer_id': THING,
  'feedback.by_id': STAFF,
  'guardian.recorded_by': STAFF,
  'hold.set_by': STAFF,
  'idempotency.person_id': 'a repeated request is repeated as the one who made it; an erasure empties both',
  'invitation.made_by': STAFF,
  'invitation.mail_id': THING,
  'invitation.member_id': 'the place it was made for',
  ...Object.fromEntries(
    ['person_id', 'tasks', 'shares', 'documents', 'versions', 'senders'].map((column) => [
      `kept_sight.${column}`,
      'taken away by the first row that moves, and worked out anew',
    ]),
  ),
  'gone_sight.person_id': 'of whom something kept is gone; it is worked out anew',
  'kept_wording.kept_by': STAFF,
  'mail.about_id': THING,
  'mail.made_by': STAFF,
  'member.merged_into': 'says which place took the place of this one',
  'notice.written_by': STAFF,
  'offer.answer_id': THING,
  'offer.circle':
    'whom its author chose; with a place that was given up in it nothing opens until its author chooses anew',
  'offer.shown_in': THING,
  'passkey.person_id': ENDS,
  'passkey_challenge.person_id': ENDS,
  'person.merged_by': STAFF,
  'practice.changed_by': STAFF,
  'reading.person_id': STAFF,
  'recovery_code.person_id': ENDS,
  'reminder.person_id': 'a wish of that record, which has nothing open any more',
  'reminder_ask.asked_by': STAFF,
  'reminder_ask.mail_id': THING,
  'reminder_ask.member_id': 'the place somebody was to be reminded in; it lapses within a day',
  'reminder_ask.person_id': 'who was to be reminded; it lapses within a day',
  'review.decided_by': STAFF,
  'review.first_review_id': THING,
  'review.replies_newly_seen_by': STAFF,
  'review.replies_seen_by': STAFF,
  'review.supervision_id': THING,
  'review.supervisor_id': STAFF,
  'review.therapist_id': STAFF,
  'review_comment.author_id': STAFF,
  'review_comment.reply_to': THING,
  'review_comment.review_id': THING,
  'review_comment.therapist_id': STAFF,
  'safe_contact.household_id': THING,
  'safe_contact.written_by': STAFF,
  'seal.row_ids': THING,
  'seal.up_to_id': THING,
  'second_factor.person_id': ENDS,
  'signature.review_id': THING,
  'signature.signer_id': STAFF,
  'suggestion_answer.answered_by': STAFF,
  'verdict.judge_id': STAFF,
  'verdict.review_id': THING,
  'suggestion_answer.comment_id': THING,
  'session_reply.asked_by': STAFF,
  'session_reply.member_id': 'the place that was asked; whoever has two is asked anew',
  'session_reply.session_id': THING,
  'session_reply.told_by': THING,
  'session_pad.session_id': THING,
  'session_pad.written_by': STAFF,
  'look_back.asking_id': THING,
  'private_note.author_id': STAFF,
  'private_note.session_id': THING,
  'take_home_page.given_by': STAFF,
  'take_home_page.member_id': 'the place it was given to; whoever has two is given it anew',
  'take_home_page.session_id': THING,
  'session_run.begun_by': STAFF,
  'session_run.led_by': STAFF,
  'session_run.session_id': THING,
  'share.after_document_id': THING,
  'share.shared_by': STAFF,
  'sign_in_step.person_id': ENDS,
  'signed_in.person_id': ENDS,
  'staff.added_by': STAFF,
  'staff.person_id': STAFF,
  'staff_role.ended_by': STAFF,
  'staff_role.given_by': STAFF,
  'staff_role.person_id': STAFF,
  'stand_in.person_id': STAFF,
  'stand_in.supervisor_id': STAFF,
  'stand_in.therapist_ids': STAFF,
  'supervision_notebook.supervisor_id': STAFF,
  'supervision_notebook.therapist_id': STAFF,
  'supervision_notebook.written_by': STAFF,
  'supervision_notebook_history.supervisor_id': STAFF,
  'supervision_notebook_history.therapist_id': STAFF,
  'supervision_notebook_history.written_by': STAFF,
  'supervision.co_signer_id': STAFF,
  'supervision.set_by': STAFF,
  'supervision.supervisor_id': STAFF,
  'supervision.therapist_id': STAFF,
  'template.author_id': STAFF,
  'template_tag.shelf_of': STAFF,
  'template_tag.template_id': THING,
};

/**
 * Rosa Torres of the demo is here a second time as «Rosa T.», with something in every column that moves; and others
 * of her name are here who each differ in the one thing that keeps two records two.
 */
export const TWO_RECORDS = `
  do $$
  declare
    p uuid := (select practice_id from demo_persona where persona = 'mother');
    rosa uuid := (select person_id from demo_persona where persona = 'mother');
    elena uuid := (select person_id from demo_persona where persona = 'therapist');
    torres uuid := (select id from family where name = 'Torres family');
    lindqvist uuid := (select id from family where name = 'Lindqvist family');
    vega uuid := gen_random_uuid();
    rosas_place uuid := (select id from member where family_id = torres and person_id = rosa);
    low uuid := (select id from member where family_id = torres and relation = 'father');
    maya member%rowtype;
    twice uuid := gen_random_uuid();
    twice_place uuid := '80000000-0000-4000-8000-000000000001';
    aunt uuid := gen_random_uuid();
    aunts_place uuid := 'f0000000-0000-4000-8000-000000000001';
    own uuid := gen_random_uuid();
    carmens_place uuid := gen_random_uuid();
    carmen uuid := (select id from person where display_name = 'Carmen Vega');
    given task%rowtype;
    said uuid := gen_random_uuid();
    one text;
    someone uuid;
    place uuid;
  begin
    select * into maya from member where family_id = torres and relation = 'client';
    insert into person (practice_id, id, display_name, language)
      values (p, twice, 'Rosa T.', 'en'), (p, aunt, 'Aunt', 'en');
    insert into person (practice_id, id, display_name, language, merged_into, merged_at, merged_by)
      values (p, gen_random_uuid(), 'Rosa of old', 'en', twice, now(), elena);
    insert into family (practice_id, id, name, client_id, opened_by) values (p, vega, 'Vega family', twice, elena);
    insert into caseload (practice_id, family_id, therapist_id, leads) values (p, vega, elena, true);
    insert into member (practice_id, id, family_id, person_id, relation, state) values
      (p, twice_place, torres, twice, 'relative', 'confirmed'), (p, own, vega, twice, 'client', 'confirmed'),
      (p, aunts_place, torres, aunt, 'relative', 'invited'), (p, carmens_place, vega, carmen, 'relative', 'confirmed');

    -- A share of both, begun by nobody or by Rosa alone; and one that was begun here alone.
    for given in select * from task where person_id = rosa loop
      given.id := gen_random_uuid(); given.member_id := twice_place; given.person_id := twice; given.sent_at := null;
      insert into task select given.*;
      if not exists (select from answer a join task t on t.id = a.task_id where t.share_id = given.share_id) then
        insert into answer (practice_id, id, task_id, prompt_id, family_id, author_id, value, visibility, revision, sent_at)
          values (p, said, given.id, 'p', torres, twice, '"Mine"', 'therapist', 1, now());
        insert into answer_history (practice_id, answer_id, revision, author_id, value, visibility)
          values (p, said, 1, twice, '"Mine"', 'therapist');
        insert into feedback (practice_id, id, answer_id, family_id, by_id, to_id, text)
          values (p, gen_random_uuid(), said, torres, elena, twice, 'Thank you.');
        insert into offer (practice_id, id, family_id, answer_id, author_id, circle, waits)
          values (p, gen_random_uuid(), torres, said, twice, array[low], true);
      end if;
    end loop;

    insert into guardian (practice_id, id, family_id, member_id, person_id, for_member_id, for_person_id, kind, evidence,
        from_on, recorded_by)
      values (p, gen_random_uuid(), torres, twice_place, twice, maya.id, maya.person_id, 'other', '', '2026-01-01', elena),
        (p, gen_random_uuid(), torres, aunts_place, aunt, twice_place, twice, 'other', '', '2026-01-01', elena);
    insert into consent (practice_id, id, family_id, from_id, member_id, kinds, purpose, language, wording, wording_version,
        signature)
      values (p, gen_random_uuid(), torres, maya.person_id, twice_place, '{worksheet}', '', 'en', '', '', ''),
        (p, gen_random_uuid(), vega, twice, carmens_place, '{worksheet}', '', 'en', '', '', '');
    insert into consent_request (practice_id, id, family_id, member_id, kinds, document_ids, documents, purpose, asked_by,
        answer, decided_by, decided_at)
      values (p, gen_random_uuid(), torres, twice_place, '{worksheet}', '{}', '[]', '', elena, null, null, null),
        (p, gen_random_uuid(), vega, carmens_place, '{worksheet}', '{}', '[]', '', elena, 'not-now', twice, now());
    insert into erasure_request (practice_id, id, family_id, person_id, state)
      values (p, gen_random_uuid(), vega, twice, 'waiting');
    insert into invitation (practice_id, id, family_id, member_id, person_id, sort, sent_by, token_hash, code_hash, made_by,
        expires_at)
      values (p, gen_random_uuid(), torres, twice_place, twice, 'new-pin', 'hand', 't1', 'c1', elena, now() + interval '1 day'),
        (p, gen_random_uuid(), vega, own, twice, 'new-pin', 'hand', 't2', 'c2', elena, now() + interval '1 day');
    -- Rosa is held and kept apart from the father already.
    insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by) values
      (p, gen_random_uuid(), torres, low, twice_place, '', elena),
      (p, gen_random_uuid(), torres, least(low, rosas_place), greatest(low, rosas_place), '', elena),
      (p, gen_random_uuid(), torres, twice_place, aunts_place, '', elena);
    insert into hold (practice_id, id, family_id, member_id, reason, set_by) values
      (p, gen_random_uuid(), torres, twice_place, '', elena), (p, gen_random_uuid(), torres, rosas_place, '', elena);
    delete from safe_contact where member_id = rosas_place;
    insert into safe_contact (practice_id, member_id, family_id, channel, revision, written_by)
      values (p, twice_place, torres, 'text', 1, elena);
    insert into credential (practice_id, person_id, sort, name_hash, secret_hash) values (p, twice, 'code', 'n', 's');
    insert into passkey (practice_id, id, person_id, credential_id, public_key, counter, transports, device)
      values (p, gen_random_uuid(), twice, 'c', 'k', 0, '{}', '');
    insert into signed_in (practice_id, token_hash, person_id, idle_for, lasts_for)
      values (p, 'signed in', twice, interval '1 hour', interval '1 hour');
    insert into demo_persona (practice_id, person_id, persona, place) values (p, twice, 'rosa-t', 99);

    -- Others called Rosa, each somebody else for a reason of their own.
    foreach one in array array['blocked', 'guarded', 'busy', 'once staff', 'erasing', 'new', 'elsewhere'] loop
      someone := gen_random_uuid(); place := gen_random_uuid();
      insert into person (practice_id, id, display_name, language) values (p, someone, 'Rosa, ' || one, 'en');
      insert into member (practice_id, id, family_id, person_id, relation, state)
        values (p, place, torres, someone, 'relative', case one when 'new' then 'invited' else 'confirmed' end);
      case one
        when 'blocked' then
          insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by, lifted_at) values
            (p, gen_random_uuid(), torres, least(place, rosas_place), greatest(place, rosas_place), '', elena, now());
        when 'guarded' then
          insert into guardian (practice_id, id, family_id, member_id, person_id, for_member_id, for_person_id, kind,
              evidence, from_on, recorded_by, ended_at)
            values (p, gen_random_uuid(), torres, rosas_place, rosa, place, someone, 'other', '', '2026-01-01', elena, now());
        when 'busy' then
          select t.* into given from task t
            where t.person_id = rosa and exists (select from answer a where a.task_id = t.id) limit 1;
          given.id := gen_random_uuid(); given.member_id := place; given.person_id := someone; given.sent_at := now();
          insert into task select given.*;
        when 'once staff' then
          insert into staff (practice_id, person_id) values (p, someone);
        when 'erasing' then
          insert into erasure_request (practice_id, id, family_id, person_id, state)
            values (p, gen_random_uuid(), torres, someone, 'waiting');
        when 'elsewhere' then
          insert into staff (practice_id, person_id) values (p, someone);
          insert into member (practice_id, id, family_id, person_id, relation, state)
            values (p, gen_random_uuid(), lindqvist, someone, 'relative', 'confirmed');
        else null;
      end case;
    end loop;
    someone := gen_random_uuid();
    insert into person (practice_id, id, display_name, language) values (p, someone, 'Rosa, of nobody', 'en');
    insert into member (practice_id, id, family_id, person_id, relation, state)
      values (p, gen_random_uuid(), lindqvist, someone, 'relative', 'confirmed');
  end $$;
`;
