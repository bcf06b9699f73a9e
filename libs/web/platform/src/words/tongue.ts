import { Injectable, signal } from '@angular/core';
import type { Language } from '@common-ground/contract';

/** The language in use, apart from everything that is written in it, so that formatting can ask without a circle. */
@Injectable({ providedIn: 'root' })
export class Tongue {
  readonly language = signal<Language>('en');

  /** The reader's own flavour of the language (`en-GB`, `es-MX`) where the browser tells one; it orders day and month. */
  locale(): string {
    const language = this.language();
    return (
      navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? REGION[language]
    );
  }
}

const REGION: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };
