import { Injectable, inject } from '@angular/core';
import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';
import { IntlMessageFormat } from 'intl-messageformat';
import { Tongue } from './tongue';

/**
 * Reads ICU messages without compiling them to code: the usual MessageFormat transpiler needs `eval`, which our
 * content security policy forbids. A parsed message is kept, since the same ones are shown over and over.
 */
@Injectable()
export class Messages implements TranslocoTranspiler {
  private readonly tongue = inject(Tongue);
  private readonly parsed = new Map<string, IntlMessageFormat>();

  transpile({ value, params }: TranspileParams): unknown {
    // Most messages have nothing to fill in and need no parser at all.
    if (typeof value !== 'string' || !/[{'#]/u.test(value)) return value;
    return this.message(value).format<string>(params);
  }

  private message(text: string): IntlMessageFormat {
    const locale = this.tongue.locale();
    const key = `${locale} ${text}`;
    const known = this.parsed.get(key) ?? new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    this.parsed.set(key, known);
    return known;
  }
}
