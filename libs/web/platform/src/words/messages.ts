import { Injectable, inject } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { type Filler, read } from './message-format';
import { Tongue } from './tongue';

/**
 * Reads ICU messages without compiling them to code: the usual MessageFormat transpiler needs `eval`, which our
 * content security policy forbids. A message that was read is kept, since the same ones are shown over and over.
 */
@Injectable()
export class Messages implements TranslocoTranspiler {
  private readonly tongue = inject(Tongue);
  private readonly known = new Map<string, Filler>();

  transpile({ value, params }: TranspileParams): unknown {
    // Most messages have nothing to fill in and need not be read at all.
    if (typeof value !== 'string' || !/[{}]/u.test(value)) return value;
    return this.message(value)(params ?? {}, this.tongue.locale());
  }

  private message(text: string): Filler {
    const known = this.known.get(text) ?? read(text);
    this.known.set(text, known);
    return known;
  }
}
