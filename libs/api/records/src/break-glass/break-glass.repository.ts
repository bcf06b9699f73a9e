import { Injectable } from '@nestjs/common';
import { familyAt, onCaseload, personAt } from '@common-ground/api/people';
import {
  changedRows,
  firstRow,
  iso,
  newId,
  rows,
  type Place,
  type Transaction,
} from '@common-ground/api/platform';
import type {
  BreakGlass,
  BreakGlassId,
  DocumentId,
  FamilyId,
  GlassDocument,
  GlassVerdict,
  GlassView,
  NewBreakGlass,
  PersonId,
} from '@common-ground/contract';
import type { Actor, GlassFacts } from '@common-ground/rules/access';

export interface GlassRow extends Omit<BreakGlass, 'may'>, GlassFacts {
  readonly openedBy: PersonId;
  readonly familyId: FamilyId;
}

/** A day, after which nobody having judged it is itself something to see. */
const SELECT = `
  select g.id, g.person_id as "openedBy", g.family_id as "familyId", g.role, ${personAt('g', 'person_id')} as who,
    ${iso('g.opened_at')} as "openedAt", ${iso('g.ends_at')} as "endsAt",
    g.ends_at > now() and exists (select from staff_role r where r.practice_id = g.practice_id
      and r.person_id = g.person_id and r.role = g.role and r.ended_at is null) as "isOpen",
    ${onCaseload('g')} as "onCaseload", ${familyAt('g')} as family,
    (select r.reason from break_glass_reason r where r.practice_id = g.practice_id and r.glass_id = g.id) as reason,
    g.reviewed_at is not null as "isReviewed",
    case when g.reviewed_at is not null then json_build_object('verdict', g.verdict, 'at', ${iso('g.reviewed_at')},
      'by', ${personAt('g', 'reviewed_by')}) end as review,
    g.reviewed_at is null and g.opened_at < now() - interval '24 hours' as "isOverdue"
  from break_glass g where g.practice_id = $1`;

@Injectable()
export class BreakGlassRepository {
  /**
   * Opens an hour with the family of exactly this client.
   * @returns its id; null when nobody has that name; `several` when the family's name is needed as well
   */
  async open(
    tx: Transaction,
    { clientName, familyName, reason }: NewBreakGlass,
  ): Promise<BreakGlassId | 'several' | null> {
    const id = newId<'break-glass'>();
    const row = await firstRow<{ id: BreakGlassId | null }>(
      tx,
      `select id from access.break_glass($1, $2, $3, $4) id`,
      [id, clientName, familyName ?? null, reason.trim()],
    );
    if (row === null) return null;
    return row.id ?? 'several';
  }

  /** What the actor may know of: their own, those of families they lead, and all of the practice for who judges them. */
  list(
    tx: Transaction,
    actor: Actor,
    judges: boolean,
    after: Place | null,
    limit: number,
  ): Promise<GlassRow[]> {
    return rows(
      tx,
      `${SELECT} and ($3 or g.person_id = $2 or ${onCaseload('g')})
         and ($4::text is null or (g.opened_at, g.id) < ($4::timestamptz, $5::uuid))
       order by g.opened_at desc, g.id desc limit $6`,
      [actor.practiceId, actor.personId, judges, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  find(tx: Transaction, actor: Actor, id: BreakGlassId): Promise<GlassRow | null> {
    return firstRow(tx, `${SELECT} and g.id = $3`, [actor.practiceId, actor.personId, id]);
  }

  /** Whose affairs an open glass shows. */
  async people(tx: Transaction, actor: Actor, id: BreakGlassId): Promise<PersonId[]> {
    const row = await firstRow<{ people: PersonId[] }>(
      tx,
      `select array(select m.person_id from member m where m.practice_id = g.practice_id and m.id = any (g.members)) as people
       from break_glass g where g.practice_id = $1 and g.person_id = $2 and g.id = $3`,
      [actor.practiceId, actor.personId, id],
    );
    return row?.people ?? [];
  }

  /** The family as it stood when the glass was broken. */
  view(
    tx: Transaction,
    actor: Actor,
    id: BreakGlassId,
  ): Promise<Pick<
    GlassView,
    'client' | 'therapists' | 'members' | 'guardians' | 'consents' | 'documents'
  > | null> {
    const name = (row: string, column: string): string =>
      `(select p.display_name from person p where p.practice_id = ${row}.practice_id and p.id = ${row}.${column})`;
    return firstRow(
      tx,
      `select ${personAt('f', 'client_id')} as client,
         coalesce((select json_agg(${personAt('c', 'therapist_id')} order by c.leads desc)
           from caseload c where c.practice_id = g.practice_id and c.family_id = g.family_id
             and c.ended_at is null), '[]') as therapists,
         coalesce((select json_agg(json_build_object('displayName', ${name('m', 'person_id')}, 'relation', m.relation,
             'state', m.state, 'contact', m.contact) order by m.added_at, m.id)
           from member m where m.practice_id = g.practice_id and m.id = any (g.members)), '[]') as members,
         coalesce((select json_agg(json_build_object('kind', u.kind, 'fromOn', u.from_on::text, 'untilOn', u.until_on::text,
             'who', ${name('u', 'person_id')}, 'forWhom', ${name('u', 'for_person_id')}) order by u.from_on, u.id)
           from guardian u where u.practice_id = g.practice_id and u.family_id = g.family_id and u.ended_at is null
             and u.recorded_at <= g.opened_at), '[]') as guardians,
         coalesce((select json_agg(json_build_object('kinds', c.kinds, 'purpose', c.purpose, 'untilOn', c.until_on::text,
             'givenAt', ${iso('c.given_at')}, 'revokedAt', ${iso('c.revoked_at')}, 'to', (select ${name('m', 'person_id')}
               from member m where m.practice_id = c.practice_id and m.id = c.member_id)) order by c.given_at, c.id)
           from consent c where c.practice_id = g.practice_id and c.id = any (g.consents)), '[]') as consents,
         coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'title', v.title, 'version', v.number)
             order by v.written_at desc, v.id)
           from document_version v join document d on d.practice_id = v.practice_id and d.id = v.document_id
           where v.practice_id = g.practice_id and v.id = any (g.versions)), '[]') as documents
       from break_glass g join family f on f.practice_id = g.practice_id and f.id = g.family_id
       where g.practice_id = $1 and g.person_id = $2 and g.id = $3 and g.ends_at > now()`,
      [actor.practiceId, actor.personId, id],
    );
  }

  document(
    tx: Transaction,
    actor: Actor,
    id: BreakGlassId,
    documentId: DocumentId,
  ): Promise<GlassDocument | null> {
    return firstRow(
      tx,
      `select d.id, d.kind, v.title, v.number as version, v.content
       from break_glass g
         join document_version v on v.practice_id = g.practice_id and v.id = any (g.versions)
         join document d on d.practice_id = v.practice_id and d.id = v.document_id
       where g.practice_id = $1 and g.person_id = $2 and g.id = $3 and g.ends_at > now() and d.id = $4
       order by v.number desc limit 1`,
      [actor.practiceId, actor.personId, id, documentId],
    );
  }

  /** False when the hour is over already, or somebody else's. */
  async end(tx: Transaction, id: BreakGlassId): Promise<boolean> {
    const row = await firstRow<{ ended: boolean }>(tx, `select access.end_break_glass($1) as ended`, [id]);
    return row?.ended ?? false;
  }

  async review(tx: Transaction, actor: Actor, id: BreakGlassId, verdict: GlassVerdict): Promise<boolean> {
    const changed = await changedRows(
      tx,
      `update break_glass set verdict = $4, reviewed_at = now(), reviewed_by = $2
       where practice_id = $1 and id = $3 and person_id <> $2 and reviewed_at is null`,
      [actor.practiceId, actor.personId, id, verdict],
    );
    return changed === 1;
  }
}
