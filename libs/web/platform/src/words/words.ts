import { DOCUMENT } from '@angular/common';
import { Injectable, inject, signal } from '@angular/core';
import { LANGUAGES, type Language } from '@common-ground/contract';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { WordFiles } from './loader';
import { Tongue } from './tongue';

const REMEMBERED = 'cg.language';
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The words of the language in use, and the choice of language. */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly files = inject(WordFiles);
  private readonly tongue = inject(Tongue);
  private readonly document = inject(DOCUMENT);
  /** Counts arrivals of words, so that `say` inside `computed` is asked again when the language changes. */
  private readonly arrivals = signal(0);
  /** Areas opened so far, and what has been fetched of them, as `language/area`. */
  private readonly areas = new Set<string>();
  private readonly held = new Set<string>();

  readonly language = this.tongue.language.asReadonly();

  /** One message. Inside `computed` or a template it follows the language. */
  say(key: string, params: Readonly<Record<string, unknown>> = {}): string {
    this.arrivals();
    return this.transloco.translate<string>(key, params);
  }

  has(key: string): boolean {
    this.arrivals();
    return typeof this.transloco.getTranslation(this.language())[key] === 'string';
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

  /** Picks the language at start: the one chosen on this device, else the browser's, else English. */
  async begin(): Promise<void> {
    const fromBrowser = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
    const wanted = [localStorage.getItem(REMEMBERED) ?? '', ...fromBrowser];
    await this.use(wanted.find(isLanguage) ?? 'en');
  }

  /** Follows the language in a person's record, unless somebody chose another one on this device. */
  async follow(language: Language): Promise<void> {
    if (localStorage.getItem(REMEMBERED) === null) await this.use(language);
  }

  /** Somebody chose a language: use it and remember it on this device. */
  async choose(language: Language): Promise<void> {
    localStorage.setItem(REMEMBERED, language);
    await this.use(language);
  }

  private async use(language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language));
    await this.fetchMissing(language);
    this.tongue.language.set(language);
    this.transloco.setActiveLang(language);
    this.document.documentElement.lang = language;
    this.document.documentElement.dir = RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
    this.arrivals.update((count) => count + 1);
  }

  private async fetchMissing(language: Language): Promise<void> {
    const missing = [...this.areas].filter((area) => !this.held.has(`${language}/${area}`));
    await Promise.all(
      missing.map(async (area) => {
        this.transloco.setTranslation(await this.files.area(language, area), language);
        this.held.add(`${language}/${area}`);
      }),
    );
  }
}

function isLanguage(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}
