import { signal } from '@angular/core';
import { Problem } from '../http/problem';

/** What a request says along whose words name people of another family, where that is meant. */
export interface Meant {
  readonly namesMeant?: boolean;
}

/**
 * Names of other families that stand in words which were to go to this one. They are told once: whoever sends the very
 * same words again means them; other words are asked about anew.
 */
export class NamesTold {
  private readonly told = signal<{ readonly words: string; readonly names: readonly string[] } | null>(null);

  /** The names that were told of in just these words. */
  in(words: string): readonly string[] {
    const told = this.told();
    return told?.words === words ? told.names : [];
  }

  /** Null where names were found in `words` that nobody has said are meant; then nothing was sent. */
  async send<T>(words: string, act: (meant: Meant) => Promise<T>): Promise<T | null> {
    try {
      return await act(this.in(words).length > 0 ? { namesMeant: true } : {});
    } catch (cause) {
      const problem = Problem.from(cause);
      if (problem.code !== 'names-people') throw problem;
      this.told.set({ words, names: problem.errors.map(({ message }) => message) });
      return null;
    }
  }
}
