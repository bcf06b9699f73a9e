import { DID_NOT_ARRIVE } from '@common-ground/api/platform';

/**
 * Pieces of SQL that every repository needs. `row` is the alias of a row that carries `practice_id`; `$2` is the
 * person who asks, as everywhere.
 */

/** A person's name as the wire has it, or null when row-level security hides them. */
export function personAt(row: string, column: string): string {
  return `(select json_build_object('id', p.id, 'displayName', p.display_name) from person p
    where p.practice_id = ${row}.practice_id and p.id = ${row}.${column})`;
}

/** A member by name and relation as the wire has it, or null when row-level security hides their place. */
export function memberAt(row: string, column: string): string {
  return `(select json_build_object('id', m.person_id, 'memberId', m.id, 'displayName', p.display_name,
      'relation', m.relation)
    from member m join person p on p.practice_id = m.practice_id and p.id = m.person_id
    where m.practice_id = ${row}.practice_id and m.id = ${row}.${column})`;
}

/** A family's name as the wire has it, or null. */
export function familyAt(row: string): string {
  return `(select json_build_object('id', f.id, 'name', f.name) from family f
    where f.practice_id = ${row}.practice_id and f.id = ${row}.family_id)`;
}

/** Whether the asking person is a therapist, in a session that acts as one. */
export function isTherapist(row: string): string {
  return `(access.acts_as('therapist') and exists (select from staff_role r where r.practice_id = ${row}.practice_id
    and r.person_id = $2 and r.role = 'therapist' and r.ended_at is null))`;
}

/** Whether the asking person is a therapist with the row's family on their caseload. */
export function onCaseload(row: string, familyColumn = 'family_id'): string {
  return `exists (select from caseload c
    where c.practice_id = ${row}.practice_id and c.family_id = ${row}.${familyColumn} and c.therapist_id = $2
      and c.ended_at is null and ${isTherapist('c')})`;
}

/** The families on the asking therapist's caseload, asked once for a whole list; `$1` is the practice. */
export const CASELOAD = `select c.family_id from caseload c
  where c.practice_id = $1 and c.therapist_id = $2 and c.ended_at is null and ${isTherapist('c')}`;

/** Whether the last mail to the address of a member `m` of whose fate one knows never arrived. */
export function mailCameBack(m: string): string {
  return `coalesce((select l.came_back_at is not null from mail l
    where l.practice_id = ${m}.practice_id and l.family_id = ${m}.family_id and l.to_address = btrim(${m}.contact)
      and (l.sent_at is not null or l.came_back_because in ${DID_NOT_ARRIVE})
    order by l.made_at desc, l.id desc limit 1), false)`;
}
