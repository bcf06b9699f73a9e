import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { COACH_WORD_SORTS, LANGUAGES, type CoachWord, type NewCoachWord } from '@common-ground/contract';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  Waiting,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { PracticeClient } from './practice.client';

const BLANK = { phrase: '', gentler: '', sort: '', language: 'en' };

/** The practice's own words for the language coach: what it would rather read, and why. */
@Component({
  selector: 'cg-coach-words-page',
  imports: [Breadcrumb, ErrorSummary, Field, FormField, PageHeading, ProblemNotice, WordsInTemplate, Waiting],
  templateUrl: './coach-words-page.html',
  styles: `
    form {
      max-inline-size: 32rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CoachWordsPage {
  private readonly client = inject(PracticeClient);

  protected readonly sorts = COACH_WORD_SORTS;
  protected readonly languages = LANGUAGES;
  protected readonly words = loaded(
    () => true,
    () => this.client.coachWords(),
  );
  protected readonly sending = sendingOf('practice');
  protected readonly model = signal(BLANK);
  protected readonly form = form(this.model);
  /** The phrase that came or went last, for those who hear the page; taken off it can be put back. */
  protected readonly done = signal<{ readonly what: 'added' | 'removed'; readonly word: CoachWord } | null>(
    null,
  );

  protected async add(): Promise<void> {
    const { phrase, gentler, sort, language } = this.model();
    const request = {
      ...{ language, sort, phrase: phrase.trim() },
      ...(gentler.trim() !== '' && { gentler: gentler.trim() }),
    } as NewCoachWord;
    if (await this.send(() => this.client.addCoachWord(request), request)) {
      const word = this.words.value()?.find((one) => one.phrase === request.phrase);
      this.done.set(word === undefined ? null : { what: 'added', word });
      this.model.set({ ...BLANK, language });
    }
  }

  protected async remove(word: CoachWord): Promise<void> {
    if (await this.send(() => this.client.removeCoachWord(word.id))) this.done.set({ what: 'removed', word });
  }

  protected async putBack({ language, sort, phrase, gentler }: CoachWord): Promise<void> {
    const request: NewCoachWord = { language, sort, phrase, ...(gentler !== null && { gentler }) };
    if (await this.send(() => this.client.addCoachWord(request))) this.done.set(null);
  }

  private async send(act: () => Promise<readonly CoachWord[]>, checked?: NewCoachWord): Promise<boolean> {
    const items = await this.sending.send(act, () =>
      checked === undefined ? Promise.resolve([]) : checkedAgainst('NewCoachWord', checked),
    );
    if (items) this.words.set(items);
    return Boolean(items);
  }
}
