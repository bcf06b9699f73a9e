import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Mail on its way, and invitations by mail. A row knows where it goes and what it is about, never what it says; an
 * invitation by mail has no secret before it is sent, and gets a new one with every try.
 */
export class Mail1764100401000 implements MigrationInterface {
  name = 'Mail1764100401000';

  async up(runner: QueryRunner): Promise<void> {
    const me = 'practice_id = (select access.practice())';
    const led = 'family_id = any ((select access.caseload_families())::uuid[])';
    await runner.query(`
      create table mail (
        practice_id uuid not null,
        id uuid not null,
        sort text not null,
        about_id uuid not null,
        family_id uuid,
        to_address text not null,
        language text not null check (language in ('en', 'es')),
        made_by uuid not null,
        made_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        came_back_at timestamptz(3),
        came_back_because text check (came_back_because in ('refused', 'given-up')),
        primary key (practice_id, id),
        foreign key (practice_id, family_id) references family,
        foreign key (practice_id, made_by) references person,
        check ((came_back_at is null) = (came_back_because is null))
      );
      create unique index mail_by_id on mail (id);
      create index mail_by_family on mail (practice_id, family_id);
      alter table mail enable row level security;
      alter table mail force row level security;
      grant select, insert on mail to common_ground_app;
      create policy mail_select on mail for select to common_ground_app
        using (${me} and (${led} or (family_id is null and made_by = (select access.person()))));
      create policy mail_insert on mail for insert to common_ground_app
        with check (${me} and made_by = (select access.person()) and sent_at is null and came_back_at is null
          and (family_id is null or ${led}));
      grant select, update (sent_at, came_back_at, came_back_because) on mail to common_ground_relations;
      create policy mail_relations on mail for select to common_ground_relations using (true);
      create policy mail_note on mail for update to common_ground_relations using (true) with check (true);

      alter table invitation drop constraint invitation_sent_by_check;
      alter table invitation add constraint invitation_sent_by_check check (sent_by in ('hand', 'mail'));
      alter table invitation alter column token_hash drop not null, alter column code_hash drop not null,
        add column mail_id uuid,
        add foreign key (practice_id, mail_id) references mail,
        add check (sent_by = 'mail' or (token_hash is not null and code_hash is not null));
      grant update (token_hash, code_hash) on invitation to common_ground_relations;

      grant create on schema access to common_ground_relations;

      -- A mail that is neither sent nor given up, for whichever process has its job.
      create function access.mail_due(wanted uuid)
        returns table (practice_id uuid, sort text, about_id uuid, to_address text, language text, sender_name text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select m.practice_id, m.sort, m.about_id, m.to_address, m.language, coalesce(p.sender_name, p.name)
          from mail m join practice p on p.id = m.practice_id
          where m.id = wanted and m.sent_at is null and m.came_back_at is null
        $$;

      create function access.note_mail_sent(wanted uuid) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update mail set sent_at = now() where id = wanted and sent_at is null and came_back_at is null
        $$;

      create function access.note_mail_came_back(wanted uuid, why text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update mail set came_back_at = now(), came_back_because = why
          where id = wanted and sent_at is null and came_back_at is null
        $$;

      -- What an invitation by mail is recognised by, while it is open and its mail not sent.
      create function access.seal_invitation(practice uuid, wanted uuid, token bytea, code bytea) returns table (sealed boolean)
        language sql security definer set search_path = public, pg_temp as $$
          update invitation i set token_hash = token, code_hash = code
          from mail m
          where i.practice_id = practice and i.id = wanted and i.sent_by = 'mail' and i.ended_at is null
            and i.expires_at > now() and m.practice_id = i.practice_id and m.id = i.mail_id
            and m.sent_at is null and m.came_back_at is null
          returning true
        $$;

      -- Somebody kept apart from the client is not invited any more, and nobody is told why.
      create function access.end_invitations_apart() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update invitation i set ended_at = now(), ended_because = 'withdrawn'
          from member c
          where i.practice_id = new.practice_id and i.member_id in (new.one_id, new.other_id) and i.sort = 'accept'
            and i.ended_at is null and c.practice_id = i.practice_id and c.relation = 'client'
            and c.id in (new.one_id, new.other_id) and c.id <> i.member_id;
          return null;
        end $$;
      alter function access.end_invitations_apart() owner to common_ground_relations;
      revoke all on function access.end_invitations_apart() from public;
      create trigger block_ends_invitations after insert on block for each row
        execute function access.end_invitations_apart();
    `);
    for (const signature of [
      'mail_due(uuid)',
      'note_mail_sent(uuid)',
      'note_mail_came_back(uuid, text)',
      'seal_invitation(uuid, uuid, bytea, bytea)',
    ]) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger block_ends_invitations on block;
      drop function access.end_invitations_apart(), access.seal_invitation(uuid, uuid, bytea, bytea), access.note_mail_came_back(uuid, text),
        access.note_mail_sent(uuid), access.mail_due(uuid);
      revoke update (token_hash, code_hash) on invitation from common_ground_relations;
      alter table invitation no force row level security;
      delete from invitation where sent_by = 'mail';
      alter table invitation force row level security;
      alter table invitation drop column mail_id, alter column token_hash set not null,
        alter column code_hash set not null;
      alter table invitation drop constraint if exists invitation_check1;
      alter table invitation drop constraint invitation_sent_by_check;
      alter table invitation add constraint invitation_sent_by_check check (sent_by in ('hand'));
      drop table mail;
    `);
  }
}
