import { DOCUMENT } from '@angular/common';
import { Injectable, inject, isDevMode, signal } from '@angular/core';
import { LANGUAGES, type Language } from '@common-ground/contract';
import { type WordFile, WordFiles } from './loader';
import { Messages } from './messages';
import { Tongue } from './tongue';

const REMEMBERED = 'cg.language';
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The words of the language in use, and the choice of language. */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly files = inject(WordFiles);
  private readonly messages = inject(Messages);
  private readonly tongue = inject(Tongue);
  private readonly document = inject(DOCUMENT);
  /** Counts arrivals of words, so that `say` inside `computed` is asked again when the language changes. */
  private readonly arrivals = signal(0);
  /** Areas opened so far, and the fetching of each, as `language/area`. */
  private readonly areas = new Set<string>(['platform']);
  private readonly fetched = new Map<string, Promise<void>>();
  private begun: Promise<void> = Promise.resolve();
  /** Every message fetched so far, as `language/key`. */
  private readonly texts = new Map<string, string>();

  readonly language = this.tongue.language.asReadonly();

  /** One message. Inside `computed` or a template it follows the language. What has no words is named by its key. */
  say(key: string, params: Readonly<Record<string, unknown>> = {}): string {
    const text = this.text(key);
    if (text === undefined) {
      if (isDevMode()) console.error(`No words for '${key}'`);
      return key;
    }
    return this.messages.filled(text, params);
  }

  has(key: string): boolean {
    return this.text(key) !== undefined;
  }

  /** The first of these keys that has words. */
  firstOf(keys: readonly string[], params: Readonly<Record<string, unknown>> = {}): string {
    return this.say(keys.find((key) => this.has(key)) ?? keys[0] ?? '', params);
  }

  /** Makes an area's words reachable; resolves when they are. */
  async open(area: string): Promise<void> {
    this.areas.add(area);
    await this.fetchMissing(this.language());
    this.arrivals.update((count) => count + 1);
  }

  /**
   * Picks the language at start: the one chosen on this device, else the browser's, else English. Areas that are
   * going to be needed are asked for at once; whoever opens one is told where it does not come.
   */
  begin(ahead: readonly string[] = []): Promise<void> {
    const fromBrowser = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
    const wanted = [localStorage.getItem(REMEMBERED) ?? '', ...fromBrowser];
    const language = wanted.find(isLanguage) ?? 'en';
    this.begun = this.use(language);
    for (const area of ahead) void this.fetchOnce(language, area).catch(() => undefined);
    return this.begun;
  }

  /** Follows the language in a person's record, unless somebody chose another one on this device. */
  async follow(language: Language): Promise<void> {
    // Who is here may be known before the first words are: theirs is the last word.
    await this.begun.catch(() => undefined);
    if (localStorage.getItem(REMEMBERED) === null) await this.use(language);
  }

  /** Somebody chose a language: use it and remember it on this device. */
  async choose(language: Language): Promise<void> {
    localStorage.setItem(REMEMBERED, language);
    await this.use(language);
  }

  /** For a part of a page that is in somebody else's language, see `inOwnLanguage`: nothing around it changes. */
  async speak(language: Language, areas: readonly string[]): Promise<void> {
    for (const area of areas) this.areas.add(area);
    await this.fetchMissing(language);
    this.tongue.language.set(language);
    this.arrivals.update((count) => count + 1);
  }

  private async use(language: Language): Promise<void> {
    await this.fetchMissing(language);
    this.tongue.language.set(language);
    this.document.documentElement.lang = language;
    this.document.documentElement.dir = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
    this.arrivals.update((count) => count + 1);
  }

  private text(key: string): string | undefined {
    this.arrivals();
    return this.texts.get(`${this.language()}/${key}`);
  }

  private async fetchMissing(language: Language): Promise<void> {
    await Promise.all([...this.areas].map((area) => this.fetchOnce(language, area)));
  }

  /** One request however often it is asked for, and another one after it failed. */
  private fetchOnce(language: Language, area: string): Promise<void> {
    const name = `${language}/${area}`;
    const fetching =
      this.fetched.get(name) ?? this.files.area(language, area).then((words) => this.take(words, language));
    this.fetched.set(name, fetching);
    return fetching.catch((cause: unknown) => {
      this.fetched.delete(name);
      throw cause;
    });
  }

  /** Under its whole key, since that is how a message is asked for. */
  private take(words: WordFile, under: string): void {
    for (const [name, word] of Object.entries(words)) {
      // The first part is the language, and a slash parts it from the key.
      const key = `${under}${under.includes('/') ? '.' : '/'}${name}`;
      if (typeof word === 'string') this.texts.set(key, word);
      else this.take(word, key);
    }
  }
}

function isLanguage(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}
