import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Session } from '../session/session';
import { Words } from '../words/words';

/**
 * The document's title. A route names a message key; a page that knows better (a name, a question's number) sets its
 * own words until the next page. For families the titles stay neutral: they stand in histories and task switchers.
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(Words);
  private readonly session = inject(Session);

  private readonly key = signal<string | null>(null);
  private readonly own = signal<string | null>(null);
  private readonly shown = computed(() => {
    const key = this.key();
    const page = this.own() ?? (key !== null && this.words.has(key) ? this.words.say(key) : '');
    const product = this.session.isStaff() ? this.words.say('platform.product') : '';
    return [page, product].filter(Boolean).join(' · ') || this.words.say('platform.neutralTitle');
  });

  constructor() {
    super();
    effect(() => this.title.setTitle(this.shown()));
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.own.set(null);
    this.key.set(this.buildTitle(state) ?? null);
  }

  /** Words already in the reader's language, for this page only. */
  set(words: string): void {
    this.own.set(words);
  }
}
