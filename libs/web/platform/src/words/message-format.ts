import { kept } from './kept';

/**
 * Fills in a message written in ICU MessageFormat. It reads what our messages are written with and nothing else:
 * `{name}`, `{count, number}`, `{count, plural, =0 {…} one {…} other {# …}}`, `{order, selectordinal, …}` and
 * `{kind, select, one {…} other {…}}`, as deep as one likes. No quoting: apostrophes are apostrophes. What cannot be
 * read is an error where it stands, and `words.spec.ts` reads every message there is.
 */
export type Filler = (params: Readonly<Record<string, unknown>>, locale: string) => string;

/** A part of a message, given what is filled in and the number that `#` stands for here. */
type Part = (params: Readonly<Record<string, unknown>>, locale: string, count: number) => string;

type Sort = (typeof SORTS)[number];
const SORTS = ['plural', 'selectordinal', 'select'] as const;

const SIMPLE = /^\s*(\w+)\s*(?:,\s*(number)\s*)?\}/u;
const CHOOSING = /^\s*(\w+)\s*,\s*(plural|selectordinal|select)\s*,/u;
const FORM = /^\s*(=\d+|\w+)\s*\{/u;
const END = /^\s*\}/u;

export function read(message: string): Filler {
  const reader = new Reader(message);
  const parts = reader.parts(false);
  if (!reader.isAtEnd()) throw reader.fault();
  return (params, locale) => filled(parts, params, locale, 0);
}

class Reader {
  private at = 0;

  constructor(private readonly message: string) {}

  isAtEnd(): boolean {
    return this.at === this.message.length;
  }

  fault(): Error {
    return new Error(`A message cannot be read at ${this.at}: ${this.message}`);
  }

  /** Up to the end, or up to the brace that closes what this stands in. */
  parts(isCounted: boolean): readonly Part[] {
    const parts: Part[] = [];
    while (!this.isAtEnd() && this.message[this.at] !== '}') {
      const sign = this.message[this.at];
      if (sign === '{') parts.push(this.argument());
      else if (sign === '#' && isCounted) parts.push(this.count());
      else parts.push(this.text(isCounted));
    }
    return parts;
  }

  private text(isCounted: boolean): Part {
    const [text = ''] = (isCounted ? /^[^{}#]+/u : /^[^{}]+/u).exec(this.rest()) ?? [];
    this.at += text.length;
    return () => text;
  }

  private count(): Part {
    this.at += 1;
    return (_params, locale, count) => counted(count, locale);
  }

  private argument(): Part {
    this.at += 1;
    const simple = this.next(SIMPLE);
    if (simple) {
      const [, name = '', number] = simple;
      return (params, locale) => {
        const value = given(params, name);
        return number ? counted(Number(value), locale) : plain(value);
      };
    }
    const [, name = '', sort] = this.next(CHOOSING) ?? [];
    if (!isSort(sort)) throw this.fault();
    return choosing(name, sort, this.forms(sort !== 'select'));
  }

  private forms(isCounted: boolean): ReadonlyMap<string, readonly Part[]> {
    const forms = new Map<string, readonly Part[]>();
    while (!this.next(END)) {
      const [, name] = this.next(FORM) ?? [];
      if (name === undefined) throw this.fault();
      forms.set(name, this.parts(isCounted));
      if (!this.next(END)) throw this.fault();
    }
    if (!forms.has('other')) throw this.fault();
    return forms;
  }

  private next(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest());
    if (found) this.at += found[0].length;
    return found;
  }

  private rest(): string {
    return this.message.slice(this.at);
  }
}

function choosing(name: string, sort: Sort, forms: ReadonlyMap<string, readonly Part[]>): Part {
  return (params, locale, count) => {
    const value = given(params, name);
    const number = sort === 'select' ? count : Number(value);
    const form = forms.get(sort === 'select' ? String(value) : `=${number}`);
    return filled(form ?? ruled(sort, number, locale, forms), params, locale, number);
  };
}

/** The form that the language has for a number; for everything else *other* is there. */
function ruled(
  sort: Sort,
  number: number,
  locale: string,
  forms: ReadonlyMap<string, readonly Part[]>,
): readonly Part[] {
  const rule = sort === 'select' ? 'other' : ruleOf(sort, number, locale);
  return forms.get(rule) ?? forms.get('other') ?? [];
}

function ruleOf(sort: Exclude<Sort, 'select'>, number: number, locale: string): string {
  if (sort === 'selectordinal') return ordinal(locale).select(number);
  if (isSmall(number)) return number === 1 ? 'one' : 'other';
  return cardinal(locale).select(number);
}

function counted(number: number, locale: string): string {
  return isSmall(number) ? String(number) : numberFormat(locale).format(number);
}

/**
 * What nearly all messages count: such numbers are written the same in every language we have, and one stands alone. To
 * ask the browser for the rules of a language costs a phone 30 ms the first time.
 */
function isSmall(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number < 1000;
}

function filled(
  parts: readonly Part[],
  params: Readonly<Record<string, unknown>>,
  locale: string,
  count: number,
): string {
  return parts.map((part) => part(params, locale, count)).join('');
}

function given(params: Readonly<Record<string, unknown>>, name: string): unknown {
  if (!Object.hasOwn(params, name)) throw new Error(`A message lacks what it says about ${name}.`);
  return params[name];
}

/** Nothing, where there is nothing to say; numbers as they are, since years and codes have no thousands. */
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isSort(word: string | undefined): word is Sort {
  return SORTS.some((sort) => sort === word);
}

const numberFormat = kept((locale) => new Intl.NumberFormat(locale));
const cardinal = kept((locale) => new Intl.PluralRules(locale));
const ordinal = kept((locale) => new Intl.PluralRules(locale, { type: 'ordinal' }));
