import { Injectable, inject } from '@angular/core';
import { type Filler, read } from './message-format';
import { Tongue } from './tongue';

/**
 * Fills in ICU messages without compiling them to code: the usual readers need `eval`, which our content security
 * policy forbids, or weigh more than the page. A message that was read is kept, since the same ones are shown over and
 * over.
 */
@Injectable({ providedIn: 'root' })
export class Messages {
  private readonly tongue = inject(Tongue);
  private readonly known = new Map<string, Filler>();

  filled(text: string, params: Readonly<Record<string, unknown>>): string {
    // Most messages have nothing to fill in and need not be read at all.
    if (!/[{}]/u.test(text)) return text;
    return this.message(text)(params, this.tongue.locale());
  }

  private message(text: string): Filler {
    const known = this.known.get(text) ?? read(text);
    this.known.set(text, known);
    return known;
  }
}
