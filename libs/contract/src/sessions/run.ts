import type { AnswerValue, Prompt } from '../documents/kinds/worksheet/content';
import type { AnswerId, DocumentId, FamilyId, FamilySessionId } from '../ids';
import type { PersonName } from '../people/people';
import type { AgendaEntry, RevealQuestion, SessionPlan, SessionRole } from './session';

/** What becomes of an entry that is left: *skipped* for good, or *parked* for the next hour. */
export const LEFT_OUT = ['skipped', 'parked'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** How an hour ends: *closed* together, or *stopped* before its time because somebody needs it. */
export const RUN_ENDS = ['closed', 'stopped'] as const;
export type RunEnd = (typeof RUN_ENDS)[number];

/** What whoever leads decides about one entry while the hour runs. */
export interface RunEntryMove {
  readonly id: string;
  /** Minutes it was given besides those of the plan. */
  readonly added: number;
  readonly leftOut: LeftOut | null;
}

/** Everybody is asked once, one after the other: places of the family and people on staff, by their ids. */
export interface GoRound {
  readonly order: readonly string[];
  /** Whose turn it is. */
  readonly at: string;
}

/** What people do with a script: its lines, and afterwards who speaks about it first. */
export const PLAY_MOMENTS = ['turn', 'watched', 'played', 'questions'] as const;
export type PlayMoment = (typeof PLAY_MOMENTS)[number];

/** A script that everybody plays together. */
export interface ScriptPlay {
  readonly documentId: DocumentId;
  readonly moment: PlayMoment;
  /** The line people are at, or the ending they came to. */
  readonly at: string;
  /** Whose part each role is now, by their place in the family; null where nobody of those who are here has it. */
  readonly parts: readonly { readonly roleId: string; readonly by: string | null }[];
  /** Branches that are not played this time, chosen before it began; absent where all of them are. */
  readonly leftOut?: readonly string[];
}

/** How much time each has to speak, while whoever leads wants to see it. Whose time it is; how long stands beside it. */
export interface Airtime {
  /** Who speaks now: a place of the family or a person on staff, by its id. */
  readonly speaking: string | null;
  /** Whether it stands on a screen that others see, too. */
  readonly onScreen: boolean;
  /** The how-manieth count of this hour it is; another one begins at nothing. */
  readonly count: number;
}

/** What was counted. It goes with the hour and stands in nothing that stays. */
export interface CountedAirtime extends Airtime {
  /** How long each spoke, before the present turn. */
  readonly spoken: readonly { readonly id: string; readonly seconds: number }[];
}

/** Where an hour stands, as whoever leads it moves on. */
export interface RunMoves {
  /** The entry people are at; null before the first and after the last. */
  readonly at: string | null;
  readonly end: RunEnd | null;
  /** Everybody pauses and breathes; the entry waits for them. */
  readonly breathing: boolean;
  readonly round: GoRound | null;
  readonly play: ScriptPlay | null;
  readonly airtime: Airtime | null;
  readonly entries: readonly RunEntryMove[];
}

/** One entry of the agenda as it was when the hour began. */
export interface RunEntry extends RunEntryMove, Pick<AgendaEntry, 'title' | 'minutes' | 'reveals'> {
  /** How long people were at it, before the present visit. */
  readonly seconds: number;
}

/** What somebody will do until next time, so that everybody could see whether it happened. */
export const ACTION_FIELDS = ['who', 'what', 'when', 'howOften', 'howWeWillKnow', 'ifItSlips'] as const;
export type ActionField = (typeof ACTION_FIELDS)[number];

export interface SessionAction extends Readonly<Record<ActionField, string>> {
  readonly id: string;
  /** Only what leaves no question open is agreed on; everything else stays open. */
  readonly agreed: boolean;
}

export interface SessionOption {
  readonly id: string;
  readonly words: string;
  readonly plus: string;
  readonly minus: string;
}

/** What the recorder writes down. */
export interface SessionPadContent {
  /** The one problem this hour is about. */
  readonly problem: string;
  readonly options: readonly SessionOption[];
  readonly decision: string;
  readonly actions: readonly SessionAction[];
  /** What came up and belongs elsewhere, one on each line. */
  readonly parkingLot: readonly string[];
  /** One thing that helped today. */
  readonly helped: string;
  /** `YYYY-MM-DD`. */
  readonly nextOn: string | null;
}

export interface SessionPad extends SessionPadContent {
  readonly revision: number;
  readonly writtenBy: PersonName;
  readonly savedAt: string;
}

/** A question of the entry people are at. Who has opened theirs, and how many, stands nowhere before it is shown. */
export interface RevealStanding extends RevealQuestion {
  /** Null where the family never got it. */
  readonly question: string | null;
  /** What stands on the screen of the hour now. */
  readonly onScreen: readonly AnswerId[];
  /** Whether there is something that may be shown and is not. That there is nothing says nothing about anybody. */
  readonly isReady: boolean;
}

/** What everybody in the room may see of one question: the words of all who said so. */
export interface ShownReveal extends RevealQuestion {
  readonly prompt: Prompt;
  readonly voices: readonly {
    readonly answerId: AnswerId;
    readonly by: string;
    readonly value: AnswerValue;
  }[];
}

/** What lies on the table of an entry, as the family got it last. */
export interface OnTable {
  /** What can be played. */
  readonly scripts: readonly {
    readonly documentId: DocumentId;
    readonly title: string;
    readonly version: number;
  }[];
  /** What else lies there. */
  readonly papers: OnTable['scripts'];
}

/** An hour while it is led. For its therapists alone; before it has begun it stands at revision 0. */
export interface SessionRun
  extends
    Omit<RunMoves, 'airtime' | 'entries'>,
    OnTable,
    Pick<SessionPlan, 'purpose' | 'minutes' | 'goRound'> {
  readonly id: FamilySessionId;
  readonly family: { readonly id: FamilyId; readonly name: string };
  readonly groundRules: readonly string[];
  /** What the reader does in the hour; null where the plan says nothing of them. */
  readonly role: SessionRole | null;
  readonly entries: readonly RunEntry[];
  readonly airtime: CountedAirtime | null;
  /** What lies on the table of the entry after the one people are at, so that it is there as soon as they go on. */
  readonly next: OnTable;
  /** What can be opened at the entry people are at. */
  readonly reveals: readonly RevealStanding[];
  /** Those of the plan who can be asked in turn: nobody who stays away or said that they cannot come. */
  readonly people: readonly { readonly id: string; readonly displayName: string }[];
  readonly begunAt: string | null;
  readonly endedAt: string | null;
  /** How long the hour, the present visit of its entry and the present turn to speak have lasted, by the server's clock, when it answered. */
  readonly seconds: { readonly hour: number; readonly entry: number; readonly speaking: number };
  readonly revision: number;
  /** Whoever moved last. */
  readonly ledBy: PersonName | null;
  readonly ledAt: string | null;
  /** The newest of the pad, which is read by itself; 0 until the hour has begun. */
  readonly padRevision: number;
  /** Nobody leads what was called off. */
  readonly may: { readonly lead: boolean };
}
