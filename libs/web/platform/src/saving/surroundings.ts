import type { Attempt, Outcome } from './outcome';
import type { Shelf } from './shelf';

/** What a saved thing needs of the world around it. */
export interface Surroundings {
  readonly shelf: Shelf;
  readonly send: (path: string, attempt: Attempt) => Promise<Outcome>;
  readonly isOnline: () => boolean;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly newKey: () => string;
  /** Told what the server has now taken. */
  readonly confirmed: (path: string, save: ConfirmedSave) => void;
  /** Told after every change of state. */
  readonly changed: () => void;
}

/** A text as the server took it. */
export interface ConfirmedSave<T = unknown> {
  readonly body: T;
  readonly revision: string;
  readonly savedAt: string;
}

export interface Beginning {
  /** Names the thing, for instance `documents/<id>`. One key, one text. */
  readonly key: string;
  /** Where it is PUT, without `/api`. */
  readonly path: string;
  /** The revision the server gave; `'0'` for what has never been saved. */
  readonly revision: string | number;
  readonly savedAt?: string | null;
  /** Things in one lane are sent one after the other. The key itself by default. */
  readonly lane?: string;
  /** What the text answers. It is kept beside it, so that its author can read it where the page around it is gone. */
  readonly about?: unknown;
}
