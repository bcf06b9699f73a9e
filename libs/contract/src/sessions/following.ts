import type { AnswerId, FamilySessionId, TaskId } from '../ids';
import type { AgendaEntry } from './session';
import type { ScriptPlay, SessionRun } from './run';

/** Where an hour stands for those who take part in it. */
export const HOUR_STANDS = ['before', 'under-way', 'pause', 'through', 'closed', 'stopped'] as const;
export type HourStands = (typeof HOUR_STANDS)[number];

/**
 * An hour as somebody follows it who is asked to come: what people are at, and for how long. What is planned next, what
 * is written down and who else is asked stand nowhere in it.
 */
export interface FollowedHour extends Pick<SessionRun, 'minutes' | 'revision'> {
  readonly seconds: Pick<SessionRun['seconds'], 'hour' | 'entry'>;
  readonly id: FamilySessionId;
  readonly stands: HourStands;
  /** What people are at; null before the hour, after its last entry and once it has ended. */
  readonly entry:
    | (Pick<AgendaEntry, 'title' | 'minutes'> & {
        /** The how-manieth it is, counted from 1. */
        readonly place: number;
        readonly total: number;
      })
    | null;
  /** Whose turn it is while everybody is asked once, and what everybody is asked; empty where the plan does not say it. */
  readonly turn: { readonly displayName: string; readonly isMine: boolean; readonly asked: string } | null;
  /** The ground rules of the hour, while the hour runs; empty before and after. */
  readonly groundRules: readonly string[];
  /** A script that is played and that the reader has: where everybody is in it, and which parts are the reader's. */
  readonly play:
    | (Pick<ScriptPlay, 'moment' | 'at'> & { readonly taskId: TaskId; readonly mine: readonly string[] })
    | null;
  /** Questions of this entry that the reader answered, and what others opened to them there. */
  readonly reveals: readonly {
    readonly taskId: TaskId;
    readonly promptId: string;
    readonly opened: readonly AnswerId[];
    /** Whether the hour has shown the reader's own. */
    readonly isShown: boolean;
  }[];
}

/** What is said in a stream of an hour, by name: where it stands, and that the line still holds. */
export const HOUR_EVENTS = ['hour', 'beat'] as const;
