import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLE = 'common_ground_merging';
const ASKED = ['live_tasks', 'joined_families', 'client_families', 'guarded_families', 'caseload_families'];
const FOR_THE_APPLICATION = [
  'signs_in(uuid)',
  'hold_to_merge(uuid, uuid)',
  'merge_standing(uuid, uuid)',
  'merge_people(uuid, uuid)',
];
const FUNCTIONS = ['opened_to(uuid)', 'merge_places(uuid, uuid)', ...FOR_THE_APPLICATION];

const isBegun = (task: string): string =>
  `(${task}.sent_at is not null or exists (select from answer w
    where w.practice_id = ${task}.practice_id and w.task_id = ${task}.id))`;

const STANDING = `
  create function access.merge_standing(kept uuid, duplicate uuid)
    returns table (is_merged boolean, is_all_mine boolean, has_worked_here boolean, is_client_of_other boolean,
      has_block boolean, speaks_for_other boolean, has_both_begun boolean, has_erasure_waiting boolean,
      kept_is_confirmed boolean, duplicate_is_confirmed boolean)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
  declare
    here uuid := access.practice();
    mine uuid[] := access.caseload_families();
    pair uuid[] := array[kept, duplicate];
    merged boolean;
  begin
    -- Whoever is in no family of the caller's does not exist for them, and no answer is given about them.
    if (select count(*) from person p where p.practice_id = here and p.id = any (pair)
        and exists (select from member m where m.practice_id = here and m.family_id = any (mine)
          and m.person_id in (p.id, p.merged_into))) <> 2 then return; end if;
    merged := exists (select from person p where p.practice_id = here and p.id = any (pair)
      and p.merged_into is not null);
    -- What stands in a colleague's family is not told: not even that it stands in the way.
    if merged or exists (select from member m where m.practice_id = here and m.person_id = any (pair)
        and not m.family_id = any (mine)) then
      return query select merged, merged, false, false, false, false, false, false, false, false;
      return;
    end if;
    return query select false, true,
      exists (select from staff s where s.practice_id = here and s.person_id = any (pair)),
      exists (select from family f join member m on m.practice_id = f.practice_id and m.family_id = f.id
        where f.practice_id = here and f.client_id = any (pair) and m.person_id = any (pair)
          and m.person_id <> f.client_id),
      exists (select from block b
          join member one on one.practice_id = b.practice_id and one.id = b.one_id
          join member other on other.practice_id = b.practice_id and other.id = b.other_id
        where b.practice_id = here and one.person_id = any (pair) and other.person_id = any (pair)),
      exists (select from guardian g
        where g.practice_id = here and g.person_id = any (pair) and g.for_person_id = any (pair)),
      exists (select from task t join task o on o.practice_id = t.practice_id and o.share_id = t.share_id
        where t.practice_id = here and t.person_id = kept and o.person_id = duplicate
          and ${isBegun('t')} and ${isBegun('o')}),
      exists (select from erasure_request e
        where e.practice_id = here and e.person_id = any (pair) and e.state = 'waiting'
          and (select count(*) from member m where m.practice_id = here and m.family_id = e.family_id
            and m.person_id = any (pair)) = 2),
      exists (select from member m where m.practice_id = here and m.person_id = kept
        and m.state in ('confirmed', 'paused')),
      exists (select from member m where m.practice_id = here and m.person_id = duplicate
        and m.state in ('confirmed', 'paused'));
  end $$;`;

/** One place out of two in the same family. */
const PLACES = `
  create function access.merge_places(kept_place uuid, duplicate_place uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    here uuid := access.practice();
    k member%rowtype;
    d member%rowtype;
  begin
    select * into k from member m where m.practice_id = here and m.id = kept_place;
    select * into d from member m where m.practice_id = here and m.id = duplicate_place;

    -- Of one share given to both the one that was begun stays; nothing was ever written in the other.
    delete from task t using task o
    where t.practice_id = here and o.practice_id = here and o.share_id = t.share_id and o.id <> t.id
      and t.member_id in (kept_place, duplicate_place) and o.member_id in (kept_place, duplicate_place)
      and not ${isBegun('t')} and (t.member_id = duplicate_place or ${isBegun('o')});
    update task set member_id = kept_place, person_id = k.person_id
      where practice_id = here and member_id = duplicate_place;
    update guardian set member_id = kept_place, person_id = k.person_id
      where practice_id = here and member_id = duplicate_place;
    update guardian set for_member_id = kept_place, for_person_id = k.person_id
      where practice_id = here and for_member_id = duplicate_place;
    update consent set member_id = kept_place where practice_id = here and member_id = duplicate_place;
    update consent_request set member_id = kept_place where practice_id = here and member_id = duplicate_place;

    -- Where both are kept apart from somebody already, one of the two goes on holding; the other is history.
    update block b set lifted_at = now()
    from block o
    where b.practice_id = here and o.practice_id = here and b.lifted_at is null and o.lifted_at is null
      and duplicate_place in (b.one_id, b.other_id) and kept_place in (o.one_id, o.other_id)
      and case duplicate_place when b.one_id then b.other_id else b.one_id end in (o.one_id, o.other_id);
    update block b set one_id = least(kept_place, b.other_id), other_id = greatest(kept_place, b.other_id)
      where b.practice_id = here and b.one_id = duplicate_place;
    update block b set one_id = least(kept_place, b.one_id), other_id = greatest(kept_place, b.one_id)
      where b.practice_id = here and b.other_id = duplicate_place;
    update hold h set lifted_at = now() where h.practice_id = here and h.member_id = duplicate_place
      and h.lifted_at is null and exists (select from hold o
        where o.practice_id = here and o.member_id = kept_place and o.lifted_at is null);
    update hold set member_id = kept_place where practice_id = here and member_id = duplicate_place;

    update safe_contact set member_id = kept_place where practice_id = here and member_id = duplicate_place
      and not exists (select from safe_contact s where s.practice_id = here and s.member_id = kept_place);
    -- Paused wins. Whoever used the duplicate's invitation signs in no more, so that counts as never accepted.
    update member set contact = coalesce(k.contact, d.contact), state = case
        when 'paused' in (k.state, d.state) then 'paused'
        when 'confirmed' in (k.state, d.state) then 'confirmed'
        when k.state = 'removed' and d.state <> 'removed' then 'invited'
        else k.state end
      where practice_id = here and id = kept_place;
    update member set state = 'removed', merged_into = kept_place where practice_id = here and id = duplicate_place;
  end $$;`;

const PEOPLE = `
  create function access.merge_people(kept uuid, duplicate uuid) returns table (family_id uuid, is_paused boolean)
    language plpgsql security definer set search_path = public, pg_temp as $$
  #variable_conflict use_column
  declare
    here uuid := access.practice();
    me uuid := access.person();
    before text[];
    paused uuid[];
    place record;
  begin
    perform access.hold_to_merge(kept, duplicate);
    if kept = duplicate or not exists (select from access.merge_standing(kept, duplicate) s
      where not s.is_merged and s.is_all_mine and not s.has_worked_here and not s.is_client_of_other and not s.has_block
        and not s.speaks_for_other and not s.has_both_begun and not s.has_erasure_waiting
        and (s.kept_is_confirmed or not s.duplicate_is_confirmed)) then
      raise exception 'these two records stay two' using errcode = 'insufficient_privilege';
    end if;
    before := access.opened_to(kept) || access.opened_to(duplicate);
    set constraints all deferred;

    for place in select k.id as kept_place, d.id as duplicate_place from member k
        join member d on d.practice_id = k.practice_id and d.family_id = k.family_id
      where k.practice_id = here and k.person_id = kept and d.person_id = duplicate loop
      perform access.merge_places(place.kept_place, place.duplicate_place);
    end loop;

    update invitation set ended_at = now(), ended_because = 'withdrawn'
      where practice_id = here and person_id = duplicate and ended_at is null;
    update invitation i set person_id = kept from member m
      where i.practice_id = here and i.person_id = duplicate and m.practice_id = here and m.id = i.member_id
        and m.merged_into is null;
    update member set person_id = kept, state = case state when 'accepted' then 'invited' else state end
      where practice_id = here and person_id = duplicate and merged_into is null;
    update family set client_id = kept where practice_id = here and client_id = duplicate;
    update task set person_id = kept where practice_id = here and person_id = duplicate;
    update answer set author_id = kept where practice_id = here and author_id = duplicate;
    update answer_history set author_id = kept where practice_id = here and author_id = duplicate;
    update feedback set to_id = kept where practice_id = here and to_id = duplicate;
    update guardian set person_id = kept where practice_id = here and person_id = duplicate;
    update guardian set for_person_id = kept where practice_id = here and for_person_id = duplicate;
    update consent set from_id = kept where practice_id = here and from_id = duplicate;
    update consent_request set decided_by = kept where practice_id = here and decided_by = duplicate;
    update erasure_request set person_id = kept where practice_id = here and person_id = duplicate;

    -- The duplicate's ways in. The code is taken away, so that it is answered like one that never was.
    update signed_in set ended_at = now() where practice_id = here and person_id = duplicate and ended_at is null;
    update passkey set ended_at = now() where practice_id = here and person_id = duplicate and ended_at is null;
    delete from credential where practice_id = here and person_id = duplicate;
    delete from demo_persona d where d.practice_id = here and d.person_id = duplicate
      and exists (select from demo_persona k where k.practice_id = here and k.person_id = kept);
    update demo_persona set person_id = kept where practice_id = here and person_id = duplicate;

    update person set merged_into = kept where practice_id = here and merged_into = duplicate;
    update person set merged_into = kept, merged_at = now(), merged_by = me where practice_id = here and id = duplicate;
    set constraints all immediate;

    -- Whatever was closed to both of them stays closed: where it would open now, the place waits for the therapist.
    paused := array(select split_part(o, ' ', 2)::uuid from unnest(access.opened_to(kept)) o where o <> all (before));
    update member m set state = 'paused' where m.practice_id = here and m.person_id = kept and m.state = 'confirmed'
      and m.family_id = any (paused);
    if not access.opened_to(kept) <@ before or exists (select from member m
        where m.practice_id = here and m.person_id = kept and not m.family_id = any (access.caseload_families())) then
      raise exception 'this would open something' using errcode = 'insufficient_privilege';
    end if;
    return query select m.family_id, m.family_id = any (paused) from member m
      where m.practice_id = here and m.person_id = kept order by m.family_id;
  end $$;`;

/**
 * Making one record of two. What speaks against it is asked by the program, which says why, and once more here. What
 * the two could open before is worked out by the same functions that row-level security asks, and afterwards again: a
 * merge opens nothing.
 */
export class Merging1764101510000 implements MigrationInterface {
  name = 'Merging1764101510000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant execute on function ${ASKED.map((name) => `access.${name}()`).join(', ')} to ${ROLE};
      grant create on schema access to ${ROLE};

      -- Whether somebody of the caller's families has a code or a passkey; nothing about which.
      create function access.signs_in(someone uuid) returns boolean
        language plpgsql stable security definer set search_path = public, pg_temp as $$ begin
          return exists (select from member m where m.practice_id = access.practice() and m.person_id = someone
              and m.family_id = any (access.caseload_families()))
            and (exists (select from credential c where c.practice_id = access.practice() and c.person_id = someone)
              or exists (select from passkey k where k.practice_id = access.practice() and k.person_id = someone
                and k.ended_at is null));
        end $$;

      -- Keeps others from changing what decides about the two until the caller is done. People first and by their
      -- ids, so that those who merge the same two wait for each other; an answer being saved is waited for.
      create function access.hold_to_merge(kept uuid, duplicate uuid) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          here uuid := access.practice();
          pair uuid[] := array[kept, duplicate];
        begin
          perform from person p where p.practice_id = here and p.id = any (pair) order by p.id for no key update;
          perform from member m where m.practice_id = here and m.person_id = any (pair) order by m.id for update;
          perform from task t where t.practice_id = here and t.person_id = any (pair) order by t.id for update;
        end $$;

      -- All that is open to somebody now, as «what family id»: tasks, and families, by being in them, by being
      -- their client and by speaking for their client, which are three things.
      create function access.opened_to(someone uuid) returns text[]
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare
          asking uuid := access.person();
          found_open text[];
        begin
          perform set_config('app.person_id', someone::text, true);
          found_open := array(
            select concat_ws(' ', 'task', t.family_id, t.id) from task t
              where t.practice_id = access.practice() and t.id = any ((select access.live_tasks())::uuid[])
            union all select concat_ws(' ', 'joined', f, f) from unnest(access.joined_families()) f
            union all select concat_ws(' ', 'client', f, f) from unnest(access.client_families()) f
            union all select concat_ws(' ', 'guarded', f, f) from unnest(access.guarded_families()) f);
          perform set_config('app.person_id', asking::text, true);
          return found_open;
        end $$;
      ${STANDING}
      ${PLACES}
      ${PEOPLE}
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(`
        alter function access.${signature} owner to ${ROLE};
        revoke all on function access.${signature} from public;
      `);
    }
    for (const signature of FOR_THE_APPLICATION)
      await runner.query(`grant execute on function access.${signature} to common_ground_app;`);
    await runner.query(`revoke create on schema access from ${ROLE};`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${FUNCTIONS.map((signature) => `drop function access.${signature};`).join('\n')}
      revoke execute on function ${ASKED.map((name) => `access.${name}()`).join(', ')} from ${ROLE};
    `);
  }
}
