import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { DocumentKind } from '@common-ground/contract';
import { Dates, Words, WordsInTemplate } from '@common-ground/web/platform';
import { KIND_PAGES } from '../kinds/kinds';
import { freshId } from './desk';
import { type Chosen, type Clash, type Merged, clashKey, mayKeepBoth, settle } from './merge';
import type { Entry, Written } from './written';

/**
 * The same place was written in on two screens. Both texts stand side by side, place by place, until somebody has
 * chosen; nothing is thrown away unasked.
 */
@Component({
  selector: 'cg-two-texts',
  imports: [WordsInTemplate],
  templateUrl: './two-texts.html',
  styleUrl: './two-texts.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TwoTexts {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  readonly kind = input.required<DocumentKind>();
  readonly merged = input.required<Merged>();
  readonly settled = output<Written>();

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly choices = signal<ReadonlyMap<string, Chosen>>(new Map());
  protected readonly isMissing = signal(false);
  protected readonly rows = computed(() =>
    this.merged().clashes.map((clash) => ({
      key: clashKey(clash),
      name: this.nameOf(clash),
      mine: this.sideOf(clash, 'mine'),
      theirs: this.sideOf(clash, 'theirs'),
      mayKeepBoth: mayKeepBoth(clash),
      chosen: this.choices().get(clashKey(clash)) ?? null,
    })),
  );

  constructor() {
    // The field somebody was writing in is gone; the question that took its place is where they should be.
    afterNextRender(() => this.heading()?.nativeElement.focus());
    effect(() => {
      this.merged();
      this.choices.set(new Map());
    });
  }

  protected choose(key: string, chosen: Chosen): void {
    this.choices.update((choices) => new Map(choices).set(key, chosen));
    this.isMissing.set(false);
  }

  protected finish(): void {
    const { text, clashes } = this.merged();
    const choices = this.choices();
    if (clashes.some((clash) => !choices.has(clashKey(clash)))) return this.isMissing.set(true);
    this.settled.emit(
      clashes.reduce(
        (so, clash) => settle(so, clash, choices.get(clashKey(clash)) ?? 'mine', freshId()),
        text,
      ),
    );
  }

  private nameOf(clash: Clash): string {
    const { told } = KIND_PAGES[this.kind()];
    const own = clash.sort === 'field' ? COMMON_FIELDS[clash.field] : undefined;
    if (own !== undefined) return this.words.say(own);
    if (clash.sort === 'field') return this.words.say(told.nameOfField(clash.field));
    const entry = clash.mine ?? clash.theirs;
    return entry === null ? '' : this.words.say(told.nameOfEntry(clash.list, entry));
  }

  private sideOf(clash: Clash, side: 'mine' | 'theirs'): string {
    if (clash.sort === 'entry') {
      const entry = clash[side];
      return entry === null
        ? this.words.say('documents.twoTexts.removed')
        : this.spelledOut(clash.list, entry);
    }
    const value = clash[side];
    if (clash.field === 'language') return this.words.say(`documents.languages.${String(value)}`);
    if (value === null || value === '') return this.words.say('documents.twoTexts.nothing');
    return clash.field.endsWith('On') ? this.dates.day(String(value)) : String(value);
  }

  /** Everything the two sides may differ in, since the difference may be in a choice and not in the question. */
  private spelledOut(list: string, entry: Entry): string {
    const lines = KIND_PAGES[this.kind()].told.lines(list, entry, this.words);
    return lines.filter((line) => line !== '').join('\n') || this.words.say('documents.twoTexts.nothing');
  }
}

/** What every kind calls the same. */
const COMMON_FIELDS: Readonly<Record<string, string>> = {
  title: 'documents.twoTexts.field.title',
  language: 'documents.twoTexts.field.language',
};
