import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  daysAfter,
  isDay,
  VISIBILITIES,
  type AnswerValue,
  type Prompt,
  type Visibility,
} from '@common-ground/contract';
import { daysIn, followThrough, isAnswered, rulesOf, tickedDays } from '@common-ground/rules/content';
import {
  Dates,
  PageHeading,
  SafetyCardView,
  SaveStateLine,
  WordsInTemplate,
  today,
} from '@common-ground/web/platform';
import { TaskStore } from '../answering/task.store';
import { WhoSees } from '../answering/who-sees';
import { AnswerWords } from '../reading/answer-words';
import { DayField } from './day-field';
import { FollowThroughPicture } from './follow-through-picture';

/** One day of a plan: how it went with a limit, or which steps were done. The days before stand below. */
@Component({
  selector: 'cg-day-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AnswerWords,
    DayField,
    FollowThroughPicture,
    PageHeading,
    RouterLink,
    SafetyCardView,
    SaveStateLine,
    WordsInTemplate,
    WhoSees,
  ],
  templateUrl: './day-page.html',
  styleUrl: './day-page.scss',
})
export class DayPage {
  protected readonly store = inject(TaskStore);
  private readonly dates = inject(Dates);

  /** From the address: the day, today if there is none. */
  readonly on = input<string>();

  protected readonly today = today();
  protected readonly task = computed(() => this.store.task());
  protected readonly day = computed(() => {
    const asked = this.on() ?? '';
    return isDay(asked) && asked <= this.today ? asked : this.today;
  });
  protected readonly isToday = computed(() => this.day() === this.today);
  protected readonly dayBefore = computed(() => daysAfter(this.day(), -1));
  protected readonly dayAfter = computed(() => daysAfter(this.day(), 1));
  protected readonly prompts = computed<readonly Prompt[]>(() => {
    const task = this.task();
    return task ? rulesOf(task.kind).promptsOfDay(task.content, this.day()) : [];
  });
  /** What was written about the day, once nothing more may be. */
  protected readonly said = computed(() =>
    this.prompts().filter(({ id }) => isAnswered(this.store.draft(id).value)),
  );
  /** One choice for all that is said about a day. */
  protected readonly visibility = linkedSignal<DaySaid, Visibility>({
    source: () => {
      const said = this.prompts()
        .map(({ id }) => this.store.draft(id))
        .filter(({ value }) => value !== null);
      // Where words of one day differ, the page says what is true of the one that most can read.
      const widest = VISIBILITIES.findLast((one) => said.some(({ visibility }) => visibility === one));
      return { day: this.day(), of: widest ?? null };
    },
    // What somebody chose before the first word of a day stands, whatever else arrives meanwhile.
    computation: ({ day, of }, before) => of ?? (before?.source.day === day ? before.value : 'therapist'),
  });
  private readonly told = computed(() =>
    [...this.store.values()].map(([promptId, value]) => ({ promptId, value })),
  );
  protected readonly log = computed(() =>
    this.task()?.kind === 'boundary-plan' ? followThrough(this.told()) : [],
  );
  protected readonly wins = computed(() => {
    const content = this.task()?.content;
    if (!content || !('needs' in content)) return [];
    return tickedDays(content, this.told()).filter(({ win }) => win.trim() !== '');
  });
  protected readonly otherDays = computed(() => daysIn(this.told().filter(({ value }) => value !== null)));

  constructor() {
    const router = inject(Router);
    effect(() => {
      const task = this.task();
      if (!task) return;
      // Days are written about a plan one has read; and a document of another kind has none.
      if (task.may.send || this.prompts().length === 0) {
        void router.navigate(['/me/items', task.id], { replaceUrl: true });
        return;
      }
      const asked = this.prompts().map(({ id }) => id);
      untracked(() => this.store.openFurther(asked));
    });
  }

  protected write(prompt: Prompt, value: AnswerValue): void {
    this.store.write(prompt.id, { value, visibility: this.visibility() });
  }

  protected choose(visibility: Visibility): void {
    this.visibility.set(visibility);
    for (const { id } of this.prompts()) {
      const { value } = this.store.draft(id);
      if (value !== null) this.store.write(id, { value, visibility });
    }
  }

  protected outcomeOn(on: string): string | null {
    return this.log().find((day) => day.on === on)?.outcome ?? null;
  }

  protected dayOf(on: string): string {
    return this.dates.day(on);
  }
}

/** What is known of who may read a day. */
interface DaySaid {
  readonly day: string;
  /** Null while nothing is said about it. */
  readonly of: Visibility | null;
}
