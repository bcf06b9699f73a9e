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
  isDay,
  type AnswerValue,
  type Prompt,
  type SupportPlanContent,
  type Visibility,
} from '@common-ground/contract';
import { daysIn, followThrough, rulesOf, tickedDays } from '@common-ground/rules/content';
import {
  Dates,
  PageHeading,
  SafetyCardView,
  SaveStateLine,
  TranslocoDirective,
} from '@common-ground/web/platform';
import { TaskStore } from '../answering/task.store';
import { WhoSees } from '../answering/who-sees';
import { DayField } from './day-field';
import { dayAway, todayHere } from './days';
import { FollowThroughPicture } from './follow-through-picture';

/** One day of a plan: how it went with a limit, or which steps were done. The days before stand below. */
@Component({
  selector: 'cg-day-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DayField,
    FollowThroughPicture,
    PageHeading,
    RouterLink,
    SafetyCardView,
    SaveStateLine,
    TranslocoDirective,
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

  protected readonly today = todayHere();
  protected readonly task = computed(() => this.store.task());
  protected readonly day = computed(() => {
    const asked = this.on() ?? '';
    return isDay(asked) && asked <= this.today ? asked : this.today;
  });
  protected readonly isToday = computed(() => this.day() === this.today);
  protected readonly dayBefore = computed(() => dayAway(this.day(), -1));
  protected readonly dayAfter = computed(() => dayAway(this.day(), 1));
  protected readonly prompts = computed<readonly Prompt[]>(() => {
    const task = this.task();
    return task ? rulesOf(task.kind).promptsOfDay(task.content, this.day()) : [];
  });
  private readonly steps = computed<SupportPlanContent['steps']>(() => {
    const content = this.task()?.content;
    return content && 'steps' in content && 'needs' in content ? content.steps : [];
  });
  /** One choice for all that is said about a day. */
  protected readonly visibility = linkedSignal<Visibility>(() => {
    const [said] = this.prompts()
      .map(({ id }) => this.store.draft(id))
      .filter(({ value }) => value !== null);
    return said?.visibility ?? 'therapist';
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
      if (value === null) continue;
      this.store.write(id, { value, visibility });
      // Who may read it does not wait for a pause, as typing does.
      this.store.flush(id);
    }
  }

  /** Who does a step and when, as the plan has it. */
  protected aboutStep(prompt: Prompt): string {
    const step = this.steps().find(({ id }) => prompt.id.endsWith(`-step-${id}`));
    return step ? [step.who, step.when].filter((part) => part.trim() !== '').join(' · ') : '';
  }

  /** What the plan has ready for a step that was not done. */
  protected planB(prompt: Prompt): string {
    const step = this.steps().find(({ id }) => prompt.id.endsWith(`-step-${id}`));
    const { value } = this.store.draft(prompt.id);
    return step && (value === 'partly' || value === 'not-today') ? step.planB : '';
  }

  protected outcomeOn(on: string): string | null {
    return this.log().find((day) => day.on === on)?.outcome ?? null;
  }

  protected dayOf(on: string): string {
    return this.dates.day(on);
  }
}
