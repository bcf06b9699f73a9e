import { Injectable } from '@nestjs/common';
import { onCaseload, personAt } from '@common-ground/api/people';
import { changedRows, firstRow, insertRow, iso, type Transaction } from '@common-ground/api/platform';
import type {
  FamilySessionId,
  PersonId,
  PersonName,
  SessionPadContent,
  SessionRun,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { running } from '@common-ground/rules/content';
import type { PlanRow } from '../planning/planning.repository';
import { SessionPadEntity } from './session-run.entity';

export interface RunRow
  extends running.RunState, Pick<SessionRun, 'begunAt' | 'endedAt' | 'revision' | 'seconds' | 'padRevision'> {
  readonly ledById: PersonId;
  readonly ledBy: PersonName;
  readonly ledAt: string;
}

export interface PadRow {
  readonly content: SessionPadContent;
  readonly revision: number;
  readonly writtenById: PersonId;
  readonly writtenBy: PersonName;
  readonly savedAt: string;
}

const BLANK: SessionPadContent = {
  ...{ problem: '', options: [], decision: '', actions: [], parkingLot: [] },
  ...{ helped: '', nextOn: null },
};

/** Whole seconds from one moment of the database to another; never less than none. */
export function secondsFrom(from: string, to: string): string {
  return `greatest(0, floor(extract(epoch from ${to} - ${from})))::int`;
}

@Injectable()
export class RunningRepository {
  /** Begins an hour, unless it has begun: of two who begin at once, one does. */
  async begin(
    tx: Transaction,
    actor: Actor,
    plan: PlanRow,
    { at, entries }: running.RunState,
  ): Promise<boolean> {
    const { practiceId, personId } = actor;
    const begun = await changedRows(
      tx,
      `insert into session_run (practice_id, session_id, family_id, begun_by, entries, at_entry, revision, led_by)
       values ($1, $2, $3, $4, $5, $6, 1, $4) on conflict do nothing`,
      [practiceId, plan.id, plan.family.id, personId, JSON.stringify(entries), at],
    );
    if (begun === 0) return false;
    await insertRow(tx, SessionPadEntity, {
      ...{ practiceId, sessionId: plan.id, familyId: plan.family.id, content: BLANK },
      ...{ revision: 1, writtenBy: personId },
    });
    return true;
  }

  find(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<RunRow | null> {
    return firstRow(
      tx,
      `select r.at_entry as at, r.ends as end, r.breathing, r.round, r.play, r.airtime, r.entries, r.revision, d.revision as "padRevision", ${iso('r.begun_at')} as "begunAt",
         ${iso('r.ended_at')} as "endedAt", r.led_by as "ledById", ${personAt('r', 'led_by')} as "ledBy",
         ${iso('r.led_at')} as "ledAt",
         json_build_object(
           'hour', ${secondsFrom('r.begun_at', 'coalesce(r.ended_at, now())')},
           'entry', case when r.at_entry is null or r.ends is not null then 0
             else ${secondsFrom('r.entered_at', 'now()')} end,
           'speaking', case when r.airtime ->> 'speaking' is null then 0
             else ${secondsFrom('r.speaking_at', 'now()')} end) as seconds
       from session_run r join session_pad d on d.practice_id = r.practice_id and d.session_id = r.session_id
       where r.practice_id = $1 and r.session_id = $3 and ${onCaseload('r')}`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** Moves on from a revision; false when somebody has moved since. */
  async move(
    tx: Transaction,
    actor: Actor,
    id: FamilySessionId,
    revision: number,
    { at, end, breathing, round, play, airtime, entries }: running.RunState,
  ): Promise<boolean> {
    const moved = await changedRows(
      tx,
      `update session_run set revision = revision + 1, at_entry = $4, entries = $5,
         entered_at = case when at_entry is distinct from $4 or ends is not null then now() else entered_at end,
         ended_at = case when $6::text is null then null else coalesce(ended_at, now()) end, ends = $6,
         led_by = $7, led_at = now(), breathing = $8, round = $9, play = $10,
         speaking_at = case when airtime -> 'speaking' is distinct from $11::jsonb -> 'speaking'
           or airtime -> 'count' is distinct from $11::jsonb -> 'count' then now() else speaking_at end, airtime = $11
       where practice_id = $1 and session_id = $2 and revision = $3`,
      [
        ...[actor.practiceId, id, revision, at, JSON.stringify(entries), end, actor.personId, breathing],
        ...[round && JSON.stringify(round), play && JSON.stringify(play), airtime && JSON.stringify(airtime)],
      ],
    );
    return moved === 1;
  }

  pad(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<PadRow | null> {
    return firstRow(
      tx,
      `select d.content, d.revision, d.written_by as "writtenById", ${personAt('d', 'written_by')} as "writtenBy",
         ${iso('d.written_at')} as "savedAt"
       from session_pad d where d.practice_id = $1 and d.session_id = $3 and ${onCaseload('d')}`,
      [actor.practiceId, actor.personId, id],
    );
  }

  async write(
    tx: Transaction,
    actor: Actor,
    id: FamilySessionId,
    revision: number,
    content: SessionPadContent,
  ): Promise<boolean> {
    const written = await changedRows(
      tx,
      `update session_pad set revision = revision + 1, content = $4, written_by = $5, written_at = now()
       where practice_id = $1 and session_id = $2 and revision = $3`,
      [actor.practiceId, id, revision, JSON.stringify(content), actor.personId],
    );
    return written === 1;
  }
}
