import { Injectable, inject } from '@angular/core';
import { Words } from '../words/words';
import { Problem } from './problem';

/**
 * Puts a problem into words, by code, out of the translation files. An area may have words of its own for a code
 * (`homework.problems.share-revoked`); otherwise the general ones are used (`platform.problems.…`).
 */
@Injectable({ providedIn: 'root' })
export class ProblemWords {
  private readonly words = inject(Words);

  /** One or two sentences: what happened and what can be done. `area` is asked first. */
  of(cause: unknown, area = 'platform'): string {
    const { code } = Problem.from(cause);
    return this.words.firstOf([
      `${area}.problems.${code}`,
      `platform.problems.${code}`,
      'platform.problems.unexpected',
    ]);
  }

  /**
   * The words for one field at fault. An area may have words for a certain field (`people.fields.client.displayName.isLength`,
   * numbers in the path left out), otherwise they go by the code alone.
   */
  ofField(error: { readonly path: string; readonly code: string }, area = 'platform'): string {
    const path = error.path.replace(/\.\d+(?=\.|$)/gu, '');
    return this.words.firstOf([
      `${area}.fields.${path}.${error.code}`,
      `${area}.fields.${path}.any`,
      `platform.fields.${error.code}`,
      'platform.fields.any',
    ]);
  }
}
