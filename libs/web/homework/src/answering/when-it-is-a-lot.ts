import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { daysAfter, isPrompt, LIMITS } from '@common-ground/contract';
import {
  blocksOf,
  HARD,
  minutesOfShort,
  NOT_THIS_WEEK,
  promptToldAtOnce,
  putOffUntil,
} from '@common-ground/rules/content';
import { Dates, SaveStateLine, WordsInTemplate, today } from '@common-ground/web/platform';
import { TaskStore } from './task.store';
import { TwoTexts } from './two-texts';

/** When a piece of homework is a lot: the short version, not this week, or a word to the therapist. None needs a reason. */
@Component({
  selector: 'cg-when-it-is-a-lot',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [SaveStateLine, WordsInTemplate, TwoTexts],
  templateUrl: './when-it-is-a-lot.html',
  styleUrl: './when-it-is-a-lot.scss',
})
export class WhenItIsALot {
  private readonly dates = inject(Dates);
  protected readonly store = inject(TaskStore);

  private readonly blocks = computed(() => {
    const task = this.store.task();
    return task ? blocksOf(task.content) : [];
  });
  protected readonly shortMinutes = computed(() => minutesOfShort(this.blocks()));
  protected readonly shortPrompts = computed(
    () => this.blocks().filter((block) => isPrompt(block) && block.inShort).length,
  );

  protected readonly until = computed(() => putOffUntil(this.store.values().get(NOT_THIS_WEEK), today()));

  protected readonly longest = LIMITS.line;
  protected readonly prompt = promptToldAtOnce('en', HARD);
  private readonly note = computed(() => this.store.draft(HARD));
  protected readonly text = computed(() => {
    const { value } = this.note();
    return typeof value === 'string' ? value : '';
  });
  protected readonly isTold = computed(() => this.text() !== '' && this.note().visibility === 'therapist');
  protected readonly isEmpty = signal(false);
  private readonly isOpened = signal(false);
  protected readonly isOpen = computed(() => this.isOpened() || (this.text() !== '' && !this.isTold()));
  protected readonly divided = computed(() => {
    const trouble = this.store.trouble(HARD);
    return trouble?.sort === 'conflict' ? trouble : null;
  });
  protected readonly mine = this.note;
  protected readonly hard = HARD;

  protected dayOf(on: string): string {
    return this.dates.day(on);
  }

  protected putOff(): void {
    this.store.write(NOT_THIS_WEEK, { value: daysAfter(today(), 7), visibility: 'therapist' });
    this.store.flush(NOT_THIS_WEEK);
  }

  protected takeUp(): void {
    this.store.write(NOT_THIS_WEEK, { value: null, visibility: 'therapist' });
    this.store.flush(NOT_THIS_WEEK);
  }

  protected open(): void {
    this.isOpened.set(true);
  }

  /** Kept while it is written, and told to nobody. */
  protected type(event: Event): void {
    this.isEmpty.set(false);
    const { value } = event.target as HTMLTextAreaElement;
    this.store.write(HARD, { value, visibility: 'not-yet' });
  }

  protected tell(submit: Event): void {
    submit.preventDefault();
    this.isEmpty.set(this.text().trim() === '');
    if (this.isEmpty()) return;
    this.isOpened.set(false);
    this.store.write(HARD, { value: this.text(), visibility: 'therapist' });
    this.store.flush(HARD);
  }

  /** Until it is told again, nobody else reads it. */
  protected change(): void {
    this.isOpened.set(true);
    this.store.write(HARD, { value: this.text(), visibility: 'not-yet' });
    this.store.flush(HARD);
  }
}
