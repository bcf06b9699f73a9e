import type { FieldProblem } from '@common-ground/contract';

/** One try to save: the whole text, the revision it was written on, and the name of this try. */
export interface Attempt {
  readonly body: unknown;
  readonly revision: string;
  readonly key: string;
}

/** How a try ended, as far as saving is concerned. */
export type Outcome =
  | { readonly sort: 'saved'; readonly revision: string; readonly savedAt: string }
  /** Somebody, or this person elsewhere, saved another text first. */
  | {
      readonly sort: 'conflict';
      readonly theirs: Readonly<Record<string, unknown>> | null;
      readonly revision: string;
      readonly changedBy: string | null;
      readonly changedAt: string | null;
    }
  /** It was taken back, or its last day went by, while somebody wrote: the text is theirs to copy or delete. */
  | { readonly sort: 'revoked'; readonly code?: string }
  | { readonly sort: 'session-over' }
  /** The same text will be refused again; another text may not be. */
  | { readonly sort: 'refused'; readonly code: string; readonly errors: readonly FieldProblem[] }
  /** Nobody knows whether it arrived. */
  | { readonly sort: 'again'; readonly isOffline: boolean };

export type SaveTrouble = Extract<Outcome, { sort: 'conflict' | 'revoked' | 'session-over' | 'refused' }>;

/** The four words of saving, and no fifth. *Saved* means committed on the server. */
export const SAVE_WORDS = ['saving', 'saved', 'not-saved-trying', 'offline'] as const;
export type SaveWord = (typeof SAVE_WORDS)[number];

export interface SaveState {
  readonly word: SaveWord;
  /** When the server last said *saved*; null when nothing has been saved yet. */
  readonly savedAt: string | null;
}
