import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = ['mail_hindrance(uuid)', 'end_mailed_invitations()'] as const;
const SAME_ADDRESS = (one: string, other: string): string => `lower(btrim(${one})) = lower(btrim(${other}))`;

/**
 * A letter may wait for days, and an address may stop being safe meanwhile: whether it still is, is asked right before a
 * letter is written. A link that was sent to where somebody is reached no more ends.
 */
export class MailStillSafe1764104811000 implements MigrationInterface {
  name = 'MailStillSafe1764104811000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail drop constraint mail_came_back_because_check;
      alter table mail add constraint mail_came_back_because_check
        check (came_back_because in ('refused', 'given-up', 'not-safe', 'too-late', 'no-hours'));
      grant create on schema access to common_ground_relations;

      -- Why a letter to somebody of a family may not be written now; null where nothing stands in its way. Whom it is about
      -- has to have this address still, alone among those its author could see, and e-mail as their way. Nothing written
      -- about the way is no reason against an invitation, as when it is asked for. A letter about an hour that is over, or
      -- that waited until it had begun, is too late.
      create function access.mail_hindrance(wanted uuid) returns text
        language sql stable security definer set search_path = public, pg_temp as $$
          select case
            when l.family_id is null then null
            when not exists (select from member m
                left join safe_contact s on s.practice_id = m.practice_id and s.member_id = m.id
              where m.practice_id = l.practice_id and m.family_id = l.family_id and m.state <> 'removed'
                and m.id in (
                  select i.member_id from invitation i where i.practice_id = l.practice_id and i.id = l.about_id
                  union all
                  select r.member_id from session_reply r where r.practice_id = l.practice_id and r.id = l.about_id)
                and ${SAME_ADDRESS('m.contact', 'l.to_address')}
                and coalesce(s.channel, case l.sort when 'invitation' then 'email' end) = 'email'
                and not exists (select from member o
                  where o.practice_id = m.practice_id and o.person_id <> m.person_id and o.state <> 'removed'
                    and ${SAME_ADDRESS('o.contact', 'm.contact')}
                    and (o.family_id = l.family_id or exists (select from caseload c
                      where c.practice_id = o.practice_id and c.family_id = o.family_id
                        and c.therapist_id = l.made_by and c.ended_at is null))))
              then 'not-safe'
            when exists (select from session_reply r
                join family_session h on h.practice_id = r.practice_id and h.id = r.session_id
                cross join lateral (select (h.starts_on + h.start_time) at time zone h.time_zone as starts_at) begins
              where r.practice_id = l.practice_id and r.id = l.about_id
                and (begins.starts_at + make_interval(mins => h.minutes) <= now()
                  or (l.held_until is not null and begins.starts_at <= now()))
                and case l.sort
                  when 'session-asked' then h.called_off_at is null and access.asking_stands(r.practice_id, r.id)
                    and (r.told_moved is null or r.told_moved < h.moved or r.told_by = l.id)
                  else r.told_moved is not null and (r.withdrawn_at is not null or h.called_off_at is not null) end)
              then 'too-late'
            end
          from mail l where l.id = wanted
        $$;

      -- A link lies in a mailbox that is not theirs any more, or not safe; one that waits would go there.
      create function access.end_mailed_invitations() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update invitation i set ended_at = now(), ended_because = 'withdrawn'
          where i.practice_id = new.practice_id and i.sent_by = 'mail' and i.ended_at is null
            and i.member_id = (to_jsonb(new) ->> case tg_table_name when 'member' then 'id' else 'member_id' end)::uuid;
          return null;
        end $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
      `);
    }
    await runner.query(`
      grant execute on function access.mail_hindrance(uuid) to common_ground_app;
      create trigger member_reached_elsewhere after update of contact on member for each row
        when (lower(btrim(new.contact)) is distinct from lower(btrim(old.contact)))
        execute function access.end_mailed_invitations();
      create trigger safe_contact_not_by_mail after insert or update of channel on safe_contact for each row
        when (new.channel <> 'email') execute function access.end_mailed_invitations();
      revoke create on schema access from common_ground_relations;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger safe_contact_not_by_mail on safe_contact;
      drop trigger member_reached_elsewhere on member;
    `);
    for (const signature of FUNCTIONS) await runner.query(`drop function access.${signature}`);
    await runner.query(`
      alter table mail no force row level security;
      update mail set came_back_because = 'given-up' where came_back_because in ('not-safe', 'too-late', 'no-hours');
      alter table mail force row level security;
      alter table mail drop constraint mail_came_back_because_check;
      alter table mail add constraint mail_came_back_because_check check (came_back_because in ('refused', 'given-up'));
    `);
  }
}
