import { Injectable } from '@nestjs/common';
import { firstRow, type Transaction } from '@common-ground/api/platform';
import type { FamilySessionId, FollowedHour, RunEnd, RunEntry, ScriptPlay } from '@common-ground/contract';
import { secondsFrom } from '../running/running.repository';

export interface FollowedRow extends Pick<FollowedHour, 'id' | 'minutes' | 'seconds' | 'revision'> {
  readonly hasBegun: boolean;
  readonly end: RunEnd | null;
  readonly breathing: boolean;
  readonly entry: RunEntry | null;
  readonly place: number;
  readonly total: number;
  readonly turn: string | null;
  readonly isMyTurn: boolean;
  /** What everybody is asked in turn; null while nobody is. */
  readonly asked: string | null;
  readonly groundRules: readonly string[];
  readonly play:
    (Pick<ScriptPlay, 'documentId' | 'moment' | 'at'> & { readonly mine: readonly string[] }) | null;
}

@Injectable()
export class FollowingRepository {
  /** `followed_hour` tells the person in context of nobody's asking but their own. */
  find(tx: Transaction, id: FamilySessionId): Promise<FollowedRow | null> {
    return firstRow(
      tx,
      `select h.session_id as id, h.minutes, h.revision, h.begun_at is not null as "hasBegun", h.ends as end, h.breathing,
         h.entry, h.place, h.total, h.turn, h.my_turn as "isMyTurn", h.asked, h.play,
         coalesce(h.ground_rules, '[]') as "groundRules", json_build_object(
           'hour', coalesce(${secondsFrom('h.begun_at', 'coalesce(h.ended_at, now())')}, 0),
           'entry', case when h.entry is null then 0 else ${secondsFrom('h.entered_at', 'now()')} end) as seconds
       from access.followed_hour($1) h`,
      [id],
    );
  }
}
