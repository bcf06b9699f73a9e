/**
 * What the demo practice lacks for telling walls from luck, written behind everybody's back: for each condition in a
 * policy a row that only this condition hides.
 */
export const ROWS_THAT_TEMPT = `
  update answer set visibility = 'not-yet' where prompt_id = 'hard-to-take';
  update consent set revoked_at = now() where member_id = (select id from member where relation = 'brother');
  -- Each answer is offered to the client, who offers nothing; and was once, which is over.
  insert into offer (practice_id, id, family_id, answer_id, author_id, circle, waits, closed_at)
    select a.practice_id, gen_random_uuid(), a.family_id, a.id, a.author_id, array[m.id], true, closed.at
    from answer a join member m on m.family_id = a.family_id and m.relation = 'client',
      unnest(array[null, now()]) closed(at);
  insert into mail (practice_id, id, sort, about_id, family_id, to_address, language, made_by)
    select practice_id, gen_random_uuid(), 'invitation', id, family_id, 'ines@example.org', 'en', made_by from invitation;
  insert into idempotency (practice_id, person_id, key, request_hash, response)
    select practice_id, person_id, 'key of ' || persona, '', '{}' from demo_persona;
  -- The father was once a therapist here, with his own family on the list; he is no more.
  insert into staff_role (practice_id, person_id, role, ended_at)
    select practice_id, person_id, 'therapist', now() from demo_persona where persona = 'father';
  -- Another therapist supervised here once, and read of every emergency.
  insert into staff_role (practice_id, person_id, role, ended_at)
    select practice_id, person_id, 'supervisor', now() from demo_persona where persona = 'other-therapist';
  insert into caseload (practice_id, family_id, therapist_id, leads)
    select p.practice_id, f.id, p.person_id, false from demo_persona p join family f on f.name = 'Torres family'
    where persona = 'father';
  insert into notice (practice_id, id, sort, language, version, text, in_force_from, written_by)
    select practice_id, gen_random_uuid(), 'privacy', 'en', 1, 'N', '2026-01-01', person_id from demo_persona
    where persona in ('admin', 'outsider');
  insert into review_comment (practice_id, id, review_id, document_id, family_id, therapist_id, author_id, block_id,
      quote, text)
    select practice_id, gen_random_uuid(), id, document_id, family_id, therapist_id, supervisor_id, 'b', '', 'Pending'
    from review where state = 'waiting';
  insert into review_comment (practice_id, id, review_id, document_id, family_id, therapist_id, author_id, block_id,
      quote, text, sent_at)
    select practice_id, gen_random_uuid(), id, document_id, family_id, therapist_id, therapist_id, 'b', '', 'Reply', now()
    from review where state = 'waiting';
  insert into suggestion_answer (practice_id, comment_id, document_id, answer, answered_by)
    select practice_id, id, document_id, 'taken', therapist_id from review_comment;
  -- Therapists have signed what waits for their supervisor.
  insert into signature (practice_id, id, review_id, document_id, version_id, version_hash, signer_id, name, credentials)
    select r.practice_id, gen_random_uuid(), r.id, r.document_id, r.version_id, v.hash, r.therapist_id, 'Signer', 'LCSW'
    from review r join document_version v on v.id = r.version_id where r.state = 'waiting';
  -- What waits was commented on by its own therapist, and by the father, who judges nothing.
  insert into verdict (practice_id, id, review_id, document_id, version_id, version_hash, verdict, summary, judge_id, name,
      credentials)
    select r.practice_id, gen_random_uuid(), r.id, r.document_id, r.version_id, v.hash, 'comment', 'Words', judge.id,
      'Judge', '' from review r join document_version v on v.id = r.version_id
      cross join lateral (select r.therapist_id union all select p.person_id from demo_persona p
        where p.practice_id = r.practice_id and p.persona = 'father') judge(id)
    where r.state = 'waiting';
  insert into addendum (practice_id, id, document_id, version_id, version_hash, family_id, author_id, name, credentials, text)
    select d.practice_id, gen_random_uuid(), d.id, v.id, v.hash, d.family_id, p.person_id, 'Author', 'LCSW', 'Added'
    from document_version v join document d on d.id = v.document_id
      join demo_persona p on p.practice_id = d.practice_id and p.persona = 'father';
  -- Everybody stands in for the supervisor who is no supervisor, is one no more or would judge their own texts.
  insert into stand_in (practice_id, id, supervisor_id, person_id, from_on, until_on)
    select p.practice_id, gen_random_uuid(), s.person_id, p.person_id, '2026-01-01', '2999-01-01'
    from demo_persona p join demo_persona s on s.practice_id = p.practice_id and s.persona = 'supervisor'
    where p.persona <> 'supervisor';
  -- The father has a notebook with everybody, also where no supervision ever was.
  insert into supervision_notebook (practice_id, supervisor_id, therapist_id, goals, themes, revision, written_by)
    select p.practice_id, p.person_id, f.person_id, 'Goal', 'Theme', 1, f.person_id
    from demo_persona p join demo_persona f on f.practice_id = p.practice_id and f.persona = 'father'
    where p.persona <> 'father';
  insert into supervision_notebook (practice_id, supervisor_id, therapist_id, goals, themes, revision, written_by)
    select practice_id, supervisor_id, therapist_id, 'Goal', 'Theme', 1, supervisor_id from supervision on conflict do nothing;
  -- And each of them supervises and is supervised by the admin, in roles that the admin does not have.
  insert into supervision_notebook (practice_id, supervisor_id, therapist_id, goals, themes, revision, written_by)
    select p.practice_id, one.supervisor, one.therapist, 'Goal', 'Theme', 1, p.person_id
    from demo_persona p join demo_persona a on a.practice_id = p.practice_id and a.persona = 'admin',
      lateral (values (p.person_id, a.person_id), (a.person_id, p.person_id)) one(supervisor, therapist)
    where p.person_id <> a.person_id on conflict do nothing;
  insert into supervision_notebook_history
    (practice_id, supervisor_id, therapist_id, revision, goals, themes, written_by)
    select practice_id, supervisor_id, therapist_id, revision, goals, themes, written_by from supervision_notebook;
  -- Everybody has read every document, also what was never submitted to them.
  insert into reading (practice_id, document_id, person_id, parts)
    select d.practice_id, d.id, p.person_id, '{"b": "Digest"}' from document d join demo_persona p on p.practice_id = d.practice_id;
  -- Everybody of the demo keeps a template, for the practice and for themself, also those who may not.
  insert into template (practice_id, id, author_id, shelf, kind, title, language, tags, source, licence, last_checked_on,
      content, outline, words)
    select practice_id, gen_random_uuid(), person_id, shelf, 'worksheet', persona, 'en', '{}', 'S', 'own-words',
      '2026-11-01', '{}', '{}', '' from demo_persona, unnest(array['own', 'practice']) shelf;
  with loose as (
    insert into document (practice_id, id, kind, author_id, state)
      select practice_id, gen_random_uuid(), 'worksheet', person_id, 'draft' from demo_persona
      where persona = 'therapist' returning *)
  insert into document_draft (practice_id, document_id, author_id, revision, title, content, written_by)
    select practice_id, id, author_id, 1, 'Loose', '{}', author_id from loose;
  insert into coach_word (practice_id, id, language, sort, phrase, added_by)
    select practice_id, gen_random_uuid(), 'en', 'label', 'drama queen', person_id from staff_role where role = 'admin';
  insert into kept_wording (practice_id, id, document_id, sort, quote, kept_by)
    select practice_id, gen_random_uuid(), document_id, 'blame', 'You always', author_id from document_draft;

  insert into family_session (practice_id, id, family_id, starts_on, start_time, time_zone, minutes, content, revision,
      planned_by, written_by)
    select practice_id, gen_random_uuid(), id, '2026-12-03', '16:00', 'America/New_York', 50, '{}', 1, opened_by, opened_by
    from family;
  -- Everybody is asked to every hour; to one more the mother alone, after the brother was taken back.
  insert into session_reply (practice_id, id, session_id, family_id, member_id, asked_by)
    select s.practice_id, gen_random_uuid(), s.id, s.family_id, m.id, s.planned_by
    from family_session s join member m on m.practice_id = s.practice_id and m.family_id = s.family_id
    on conflict do nothing;
  with another as (
    insert into family_session (practice_id, id, family_id, starts_on, start_time, time_zone, minutes, content, revision,
        planned_by, written_by)
      select practice_id, gen_random_uuid(), id, '2026-12-10', '16:00', 'America/New_York', 50, '{}', 1, opened_by, opened_by
      from family where name = 'Torres family' returning *)
  insert into session_reply (practice_id, id, session_id, family_id, member_id, asked_by, withdrawn_at)
    select s.practice_id, gen_random_uuid(), s.id, s.family_id, m.id, s.planned_by,
      case when m.relation in ('brother', 'father') then now() end
    from another s join member m on m.practice_id = s.practice_id and m.family_id = s.family_id
    where m.relation in ('mother', 'brother', 'father');
  -- To a last one the father alone, the brother and the client who were kept apart once, and somebody who is gone and
  -- was kept apart from the brother.
  with gone as (
    insert into person (practice_id, id, display_name, language)
      select practice_id, gen_random_uuid(), 'Gone', 'en' from family where name = 'Torres family' returning *)
  insert into member (practice_id, id, family_id, person_id, relation, state)
    select g.practice_id, gen_random_uuid(), f.id, g.id, 'peer', 'removed'
    from gone g join family f on f.practice_id = g.practice_id and f.name = 'Torres family';
  insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by, lifted_at)
    select m.practice_id, gen_random_uuid(), m.family_id, least(m.id, o.id), greatest(m.id, o.id), 'Why', f.opened_by,
      case o.relation when 'client' then now() end
    from member m join family f on f.id = m.family_id
      join member o on o.family_id = f.id and o.relation in ('client', 'peer')
    where m.relation = 'brother' and f.name = 'Torres family';
  insert into hold (practice_id, id, family_id, member_id, reason, set_by, lifted_at)
    select m.practice_id, gen_random_uuid(), m.family_id, m.id, 'Why', f.opened_by, now()
    from member m join family f on f.id = m.family_id where m.relation = 'brother';
  with last as (
    insert into family_session (practice_id, id, family_id, starts_on, start_time, time_zone, minutes, content, revision,
        planned_by, written_by)
      select practice_id, gen_random_uuid(), id, '2026-12-17', '16:00', 'America/New_York', 50, '{}', 1, opened_by, opened_by
      from family where name = 'Torres family' returning *)
  insert into session_reply (practice_id, id, session_id, family_id, member_id, asked_by)
    select s.practice_id, gen_random_uuid(), s.id, s.family_id, m.id, s.planned_by
    from last s join member m on m.practice_id = s.practice_id and m.family_id = s.family_id
    where m.relation in ('father', 'brother', 'client', 'peer');
  insert into session_run (practice_id, session_id, family_id, begun_by, entries, revision, led_by)
    select practice_id, id, family_id, planned_by, '[]', 1, planned_by from family_session on conflict do nothing;
  -- The hour of the mother alone ended long ago.
  update session_run set ends = 'closed', ended_at = now() - interval '15 days'
    where session_id = (select id from family_session where starts_on = '2026-12-10');
  insert into session_pad (practice_id, session_id, family_id, content, revision, written_by)
    select practice_id, session_id, family_id, '{}', 1, begun_by from session_run on conflict do nothing;

  -- Everybody of every family has a page of every hour that was led; one was taken back.
  insert into take_home_page (practice_id, id, session_id, family_id, member_id, content, given_by)
    select r.practice_id, gen_random_uuid(), r.session_id, r.family_id, m.id, '{}', r.begun_by
    from session_run r join member m on m.practice_id = r.practice_id and m.family_id = r.family_id
    on conflict do nothing;
  insert into take_home_page (practice_id, id, session_id, family_id, member_id, content, given_by, taken_back_at)
    select practice_id, gen_random_uuid(), session_id, family_id, member_id, content, given_by, now() from take_home_page;

  -- Everybody who was ever asked looked back on every hour; what some sent others have not.
  insert into look_back (practice_id, asking_id, family_id, question, choice, words, revision, sent_at)
    select r.practice_id, r.id, r.family_id, q.question, null, 'Mine', 1, case q.question when 'said' then now() end
    from session_reply r, unnest(array['said', 'next']) q (question) on conflict do nothing;

  -- Everybody wrote a note about every hour, the client too.
  insert into private_note (practice_id, session_id, author_id, family_id, preparation, notes, revision)
    select s.practice_id, s.id, p.person_id, s.family_id, 'Mine', 'Mine', 1
    from family_session s join demo_persona p on p.practice_id = s.practice_id
    on conflict do nothing;

  -- Everybody wants to be reminded, and each of them at the moment.
  insert into reminder (practice_id, person_id, days, hour, time_zone, when_asked, revision)
    select practice_id, person_id, '{1,2,3,4,5,6,7}', 12, 'UTC', true, 1 from demo_persona;
  -- Everybody was asked to be reminded of everything, by whoever shared it.
  insert into reminder_ask (practice_id, id, share_id, family_id, member_id, person_id, asked_by, asked_on)
    select t.practice_id, gen_random_uuid(), s.id, t.family_id, t.member_id, t.person_id, s.shared_by, '2026-11-01'
    from task t join share s on s.practice_id = t.practice_id and s.id = t.share_id
    on conflict do nothing;

  -- Another therapist worked with the Torres family once, and opened the Kim family.
  insert into caseload (practice_id, family_id, therapist_id, leads, ended_at)
    select f.practice_id, f.id, p.person_id, false, now() from family f, demo_persona p
    where f.name = 'Torres family' and p.persona = 'other-therapist';
  update family set opened_by = (select person_id from demo_persona where persona = 'other-therapist')
    where name = 'Kim family';

  -- The mother and the father are kept apart, which closes nothing for either.
  insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by)
    select m.practice_id, gen_random_uuid(), m.family_id, least(m.id, o.id), greatest(m.id, o.id), 'Why', f.opened_by
    from member m join family f on f.id = m.family_id join member o on o.family_id = f.id and o.relation = 'father'
    where m.relation = 'mother';

  -- The father sits in no joint session.
  insert into hold (practice_id, id, family_id, member_id, reason, set_by)
    select m.practice_id, gen_random_uuid(), m.family_id, m.id, 'Why', f.opened_by
    from member m join family f on f.id = m.family_id where m.relation = 'father';

  -- He is a friend in the Kim family too, with a consent of its client, and a block between the two.
  insert into member (practice_id, id, family_id, person_id, relation, state)
    select f.practice_id, gen_random_uuid(), f.id, m.person_id, 'friend', 'confirmed'
    from family f, member m where f.name = 'Kim family' and m.relation = 'father';
  insert into consent (practice_id, id, family_id, from_id, member_id, kinds, purpose, wording, wording_version, language,
      signature)
    select m.practice_id, gen_random_uuid(), m.family_id, f.client_id, m.id, '{worksheet}', 'Why', '', '', 'en', ''
    from member m join family f on f.id = m.family_id where m.relation = 'friend' and f.name = 'Kim family';
  insert into block (practice_id, id, family_id, one_id, other_id, reason, set_by)
    select m.practice_id, gen_random_uuid(), m.family_id, least(m.id, c.id), greatest(m.id, c.id), 'Why', f.opened_by
    from member m join family f on f.id = m.family_id join member c on c.family_id = f.id and c.relation = 'client'
    where m.relation = 'friend' and f.name = 'Kim family';
  with sent as (
    insert into share (practice_id, id, document_id, version_id, family_id, shared_by)
      select v.practice_id, gen_random_uuid(), v.document_id, v.id, v.family_id, v.author_id
      from document_version v join family f on f.id = v.family_id where f.name = 'Kim family' limit 1
      returning *)
  insert into task (practice_id, id, share_id, document_id, version_id, family_id, member_id, person_id)
    select s.practice_id, gen_random_uuid(), s.id, s.document_id, s.version_id, s.family_id, m.id, m.person_id
    from sent s join member m on m.family_id = s.family_id and m.relation = 'friend';

  -- The Lindqvist client is paused, with a task in his hands.
  update member set state = 'paused' where relation = 'client' and family_id = (select id from family where name = 'Lindqvist family');

  -- The mother's consent to plans has ended, the one to worksheets goes on.
  insert into consent (practice_id, id, family_id, from_id, member_id, kinds, purpose, until_on, wording, wording_version,
      language, signature)
    select practice_id, gen_random_uuid(), family_id, from_id, member_id, '{support-plan,boundary-plan}', purpose, now()::date - 2, wording,
      wording_version, language, signature
    from consent where member_id = (select id from member where relation = 'mother');
  update consent set kinds = '{worksheet}' where 'worksheet' = any (kinds);

  -- Plans of support are released to the brother; to the mother they were, and that was taken back.
  insert into consent (practice_id, id, family_id, from_id, member_id, kinds, purpose, revoked_at, wording, wording_version,
      language, signature)
    select m.practice_id, gen_random_uuid(), m.family_id, f.client_id, m.id, '{support-plan}', 'Why',
      case m.relation when 'mother' then now() end, '', '', 'en', ''
    from member m join family f on f.id = m.family_id
    where m.relation in ('mother', 'brother') and f.name = 'Torres family';

  -- The friend whom a block keeps from the Kim client was at an hour without that client, and has a page of it.
  update consent c set kinds = '{worksheet,support-plan}' from member m, family f
    where m.id = c.member_id and m.relation = 'friend' and f.id = m.family_id and f.name = 'Kim family';
  with alone as (
    insert into family_session (practice_id, id, family_id, starts_on, start_time, time_zone, minutes, content, revision,
        planned_by, written_by)
      select practice_id, gen_random_uuid(), id, '2026-12-24', '16:00', 'America/New_York', 50, '{}', 1, opened_by, opened_by
      from family where name = 'Kim family' returning *),
  begun as (
    insert into session_run (practice_id, session_id, family_id, begun_by, entries, revision, led_by)
      select practice_id, id, family_id, planned_by, '[]', 1, planned_by from alone returning *),
  asked as (
    insert into session_reply (practice_id, id, session_id, family_id, member_id, asked_by)
      select b.practice_id, gen_random_uuid(), b.session_id, b.family_id, m.id, b.begun_by
      from begun b join member m on m.family_id = b.family_id and m.relation = 'friend' returning *)
  insert into take_home_page (practice_id, id, session_id, family_id, member_id, content, given_by)
    select practice_id, gen_random_uuid(), session_id, family_id, member_id, '{}', asked_by from asked;

  -- The father speaks for the client today, the mother did until yesterday; what he said for her is not his alone.
  insert into guardian (practice_id, id, family_id, member_id, person_id, for_member_id, for_person_id, kind, evidence,
      from_on, until_on, recorded_by)
    select m.practice_id, gen_random_uuid(), m.family_id, m.id, m.person_id, c.id, c.person_id, 'other', '', '2026-01-01',
      case m.relation when 'mother' then (now() at time zone 'America/New_York')::date - 1 end, f.opened_by
    from member m join member c on c.family_id = m.family_id and c.relation = 'client' join family f on f.id = m.family_id
    where m.relation in ('mother', 'father');
  insert into consent (practice_id, id, family_id, from_id, given_as, member_id, kinds, purpose, wording, wording_version,
      language, signature)
    select c.practice_id, gen_random_uuid(), c.family_id, g.person_id, 'guardian', c.member_id, '{role-play-script}', '', '', '', 'en', ''
    from consent c join guardian g on g.family_id = c.family_id and g.kind = 'other' limit 1;
  insert into consent_request (practice_id, id, family_id, member_id, kinds, document_ids, documents, purpose, asked_by)
    select f.practice_id, gen_random_uuid(), f.id, m.id, '{worksheet}', '{}', '[]', '', f.opened_by
    from family f join member m on m.family_id = f.id;

  do $$
  declare
    torres uuid := (select id from family where name = 'Torres family');
    doc document; ver document_version; sent share; given task; waits review;
    first_share uuid; variant text;
  begin
    -- The shared worksheet seven times more: as a plan that no consent in force covers, taken back, for one alone,
    -- for later, and over: not begun by anybody, and sent by everybody.
    foreach variant in array array['another kind', 'taken back', 'to the father alone', 'tomorrow', 'some day', 'over', 'sent and over'] loop
      select * into doc from document where state = 'shared' and kind = 'worksheet' and family_id = torres limit 1;
      select * into ver from document_version where document_id = doc.id;
      select * into sent from share where document_id = doc.id;
      first_share := sent.id;
      doc.id := gen_random_uuid(); ver.id := gen_random_uuid(); sent.id := gen_random_uuid();
      ver.document_id := doc.id; sent.document_id := doc.id; sent.version_id := ver.id;
      if variant = 'another kind' then doc.kind := 'boundary-plan'; ver.kind := doc.kind; end if;
      if variant = 'taken back' then sent.revoked_at := now(); end if;
      if variant in ('over', 'sent and over') then sent.open_until_on := now()::date - 5; end if;
      insert into document select doc.*;
      insert into document_version select ver.*;
      insert into share select sent.*;
      for given in select t.* from task t join member m on m.id = t.member_id
          where t.share_id = first_share and (variant <> 'to the father alone' or m.relation = 'father') loop
        given.id := gen_random_uuid(); given.share_id := sent.id; given.document_id := doc.id; given.version_id := ver.id;
        if variant in ('tomorrow', 'some day') then
          given.sent_at := null;
          given.given_at := case variant when 'tomorrow' then now() + interval '1 day' end;
        end if;
        if variant in ('over', 'sent and over') then
          given.sent_at := case variant when 'sent and over' then now() end;
        end if;
        insert into task select given.*;
      end loop;
      -- The plan alone, by name, is open to the brother.
      if variant = 'another kind' then
        insert into consent_request (practice_id, id, family_id, member_id, kinds, document_ids, documents, purpose, asked_by)
          select practice_id, gen_random_uuid(), family_id, id, '{}', array[doc.id], '[]', 'by name', doc.author_id
          from member where family_id = torres and relation = 'brother';
        insert into consent (practice_id, id, family_id, from_id, member_id, kinds, document_ids, request_id, purpose, wording,
            wording_version, language, signature)
          select r.practice_id, gen_random_uuid(), r.family_id, f.client_id, r.member_id, '{}', r.document_ids, r.id, '', '', '', 'en', ''
          from consent_request r join family f on f.id = r.family_id where r.purpose = 'by name';
      end if;
    end loop;

    -- A review that was withdrawn before anybody decided it.
    select * into doc from document where state = 'draft' and family_id = torres limit 1;
    ver.id := gen_random_uuid(); ver.document_id := doc.id; ver.kind := doc.kind;
    insert into document_version select ver.*;
    select * into waits from review where state = 'waiting' and family_id = torres order by submitted_at limit 1;
    waits.id := gen_random_uuid(); waits.document_id := doc.id; waits.version_id := ver.id; waits.state := 'withdrawn';
    insert into review select waits.*;

    -- A newer version of a text that waits, which was taken back, with a signature and a note under it.
    select * into waits from review where state = 'waiting' and family_id = torres order by submitted_at limit 1;
    select * into ver from document_version where id = waits.version_id;
    ver.id := gen_random_uuid(); ver.number := ver.number + 1; ver.hash := repeat('f', 64);
    insert into document_version select ver.*;
    waits.id := gen_random_uuid(); waits.version_id := ver.id; waits.state := 'withdrawn';
    insert into review select waits.*;
    insert into signature (practice_id, id, review_id, document_id, version_id, version_hash, signer_id, name, credentials)
      values (ver.practice_id, gen_random_uuid(), waits.id, ver.document_id, ver.id, ver.hash, waits.therapist_id, 'S', '');
    insert into addendum (practice_id, id, document_id, version_id, version_hash, family_id, author_id, name, credentials, text)
      values (ver.practice_id, gen_random_uuid(), ver.document_id, ver.id, ver.hash, ver.family_id, waits.therapist_id, 'S', '', 'T');

    -- Emergencies: one of another therapist that is over, and one of somebody who is no therapist.
    insert into break_glass (practice_id, id, person_id, role, family_id, opened_at, ends_at, people, members, consents,
        documents, versions)
      select p.practice_id, gen_random_uuid(), p.person_id, 'therapist', torres, now() - interval '2 hours',
        case p.persona when 'admin' then now() + interval '1 hour' else now() - interval '1 minute' end,
        array(select person_id from member where family_id = torres), array(select id from member where family_id = torres),
        array(select id from consent where family_id = torres), array(select id from document where family_id = torres),
        array(select id from document_version where family_id = torres)
      from demo_persona p where p.persona in ('other-therapist', 'admin');
    insert into break_glass_reason (practice_id, glass_id, person_id, family_id, reason)
      select practice_id, id, person_id, family_id, 'Nobody else could be reached.' from break_glass;
    insert into erasure_request (practice_id, id, family_id, person_id, state)
      select practice_id, gen_random_uuid(), torres, person_id, 'waiting' from demo_persona where persona in ('father', 'mother');
  end $$;

  -- One draft of the family is another therapist's.
  with one as (select gen_random_uuid() as id, d.practice_id, d.family_id, d.kind, t.title, t.content, p.person_id as author_id
    from document d join document_draft t on t.document_id = d.id join family f on f.id = d.family_id
      join demo_persona p on p.practice_id = d.practice_id and p.persona = 'other-therapist'
    where f.name = 'Torres family' and d.state = 'draft' limit 1),
  made as (insert into document (practice_id, id, kind, family_id, author_id, state)
    select practice_id, id, kind, family_id, author_id, 'draft' from one)
  insert into document_draft (practice_id, document_id, revision, family_id, author_id, title, content, written_by)
    select practice_id, id, 1, family_id, author_id, title, content, author_id from one;
  -- With each review almost everything goes along that its therapist wrote for the family, or did.
  insert into attached_document (practice_id, review_id, document_id, family_id, kind, title, content, attached_by,
      taken_off_at)
    select r.practice_id, r.id, d.id, r.family_id, d.kind, 'Beside', '{}', r.therapist_id,
      case d.state when 'draft' then now() end
    from review r join document d on d.family_id = r.family_id and d.id <> r.document_id
      and d.author_id = r.therapist_id
    where d.id not in (select t.document_id from document_draft t where t.family_id = r.family_id
      order by t.document_id limit 2)
    on conflict do nothing;
`;
