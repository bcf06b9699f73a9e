import type { MigrationInterface, QueryRunner } from 'typeorm';

const FUNCTIONS = ['return_is_awaited(uuid)', 'note_mail_returned(uuid, text[])'] as const;
const AS_IT_WAS = `sent_at is null`;
const NOW = `(sent_at is null or why = 'returned')`;
/** When a mail left us. One whose handing over was never noted may have left all the same. */
const LEFT_AT = 'coalesce(l.sent_at, greatest(l.handing_at, l.held_until, l.made_at))';
const SAME_ADDRESS = (one: string, other: string): string => `lower(btrim(${one})) = lower(btrim(${other}))`;

/**
 * A server may take a letter and report hours later that nobody got it. What it reports is noted as a refusal at once is,
 * for as long as the address is still the one of whom the letter was for.
 */
export class ReturnedMail1764104905000 implements MigrationInterface {
  name = 'ReturnedMail1764104905000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table mail drop constraint mail_came_back_because_check;
      alter table mail add constraint mail_came_back_because_check
        check (came_back_because in ('refused', 'given-up', 'returned', 'not-safe', 'too-late', 'no-hours'));
    `);
    await this.#note(runner, NOW);
    await runner.query(`
      grant create on schema access to common_ground_relations;

      -- Whether a report about this mail would still say something: servers give up after days, never after a month.
      create function access.return_is_awaited(wanted uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
          select exists (select from mail l where l.id = wanted and ${LEFT_AT} > now() - interval '30 days')
        $$;

      -- One row where it was noted. Nothing is, where the report is about other addresses, where whom the mail was for has
      -- another one by now, and of letters to staff, beside whom it would be shown to nobody.
      create function access.note_mail_returned(wanted uuid, addresses text[]) returns setof uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select from mail l
            where l.id = wanted and l.came_back_at is null and access.return_is_awaited(l.id)
              and exists (select from unnest(addresses) as a(address) where ${SAME_ADDRESS('a.address', 'l.to_address')})
              and exists (select from member m
                where m.practice_id = l.practice_id and m.family_id = l.family_id and m.state <> 'removed'
                  and ${SAME_ADDRESS('m.contact', 'l.to_address')}
                  and ((l.sort = 'reminder' and m.person_id = l.about_id)
                    or exists (select from invitation i
                      where i.practice_id = l.practice_id and i.id = l.about_id and i.member_id = m.id)
                    or exists (select from session_reply r
                      where r.practice_id = l.practice_id and r.id = l.about_id and r.member_id = m.id))))
          then return; end if;
          perform access.note_mail_came_back(wanted, 'returned');
          return next wanted;
        end $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to common_ground_relations;
        revoke all on function access.${signature} from public;
        grant execute on function access.${signature} to common_ground_app;
      `);
    }
    await runner.query(`revoke create on schema access from common_ground_relations;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function access.${signature}`);
    await this.#note(runner, AS_IT_WAS);
    await runner.query(`
      alter table mail no force row level security;
      update mail set came_back_because = 'refused' where came_back_because = 'returned';
      alter table mail force row level security;
      alter table mail drop constraint mail_came_back_because_check;
      alter table mail add constraint mail_came_back_because_check
        check (came_back_because in ('refused', 'given-up', 'not-safe', 'too-late', 'no-hours'));
    `);
  }

  async #note(runner: QueryRunner, where: string): Promise<void> {
    await runner.query(`
      grant create on schema access to common_ground_relations;
      create or replace function access.note_mail_came_back(wanted uuid, why text) returns void
        language sql security definer set search_path = public, pg_temp as $$
          update mail set came_back_at = now(), came_back_because = why
          where id = wanted and ${where} and came_back_at is null
        $$;
      revoke create on schema access from common_ground_relations;
    `);
  }
}
