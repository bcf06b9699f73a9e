/** One stretch of words and the block it stands in; `blockId` is null for what stands above the blocks. */
export interface TextOfBlock {
  readonly blockId: string | null;
  readonly text: string;
}

/**
 * A piece of a document that can be spoken of by itself: commented on, found changed, given advice about. Its id is
 * that of an entry, or the name of a field there is only one of.
 */
export interface Part {
  readonly id: string;
  /** What sort of piece it is, by the kind's own code. */
  readonly part: string;
  /** Everything a reader reads there; empty while nothing has been written. */
  readonly words: string;
  /** What a change in it would mean besides its words: where a turn leads, which support a need is about. */
  readonly meaning?: string;
}

/** The few facts of a text that a list of tasks shows. */
export interface Outline {
  readonly whyItHelps: string;
  /** Whole minutes, at least 1. */
  readonly minutes: number;
  readonly prompts: number;
  /** How much is asked depends on what is answered. Absent where it does not. */
  readonly varies?: true;
}

/** Several fields of one entry as one stretch of words. */
export function joined(...words: readonly string[]): string {
  return words.filter((one) => one.trim() !== '').join(' · ');
}

export function isBlank(words: string): boolean {
  return words.trim() === '';
}

export function textsOf(title: string, parts: readonly Part[]): TextOfBlock[] {
  return [
    { blockId: null, text: title },
    ...parts.map(({ id, words }) => ({ blockId: id, text: words })),
  ].filter(({ text }) => text !== '');
}

/** Our own estimate of the words a tired person reads in a minute on a phone. */
const WORDS_A_MINUTE = 120;

/** How long something takes to read, in whole minutes, at least 1. */
export function minutesToRead(parts: readonly Part[]): number {
  const words = parts.reduce((sum, { words: text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0);
  return Math.max(1, Math.ceil(words / WORDS_A_MINUTE));
}
