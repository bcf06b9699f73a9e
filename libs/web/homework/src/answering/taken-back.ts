import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { isAnswered, LENGTH_CHOICE, NOT_THIS_WEEK, readDayPromptId } from '@common-ground/rules/content';
import { Dates, LeftActs, PageHeading, WordsInTemplate } from '@common-ground/web/platform';
import { PlainText } from '../reading/plain-text';
import { TaskStore } from './task.store';

/** How much of it somebody wanted to do, and when, is nothing that they wrote. */
const CHOICES: readonly string[] = [LENGTH_CHOICE, NOT_THIS_WEEK];

/** The homework was taken back, or its last day went by, while somebody wrote. The words stay theirs: to copy out or to delete. */
@Component({
  selector: 'cg-taken-back',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LeftActs, PageHeading, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('homework.taken.title') }}</h1>
      @if (isDeleted()) {
        <p role="status" tabindex="-1">{{ t('homework.taken.deleted') }}</p>
      } @else {
        <p>{{ t('homework.taken.' + why()) }}</p>
        @if (text() !== '') {
          <h2>{{ t('homework.taken.yourText') }}</h2>
          <pre class="mine" tabindex="0">{{ text() }}</pre>
          <cg-left-acts [text]="text()" said="homework.taken." (letGo)="delete()" />
        }
      }
      <p>
        <a routerLink="/me">{{ t('homework.taken.home') }}</a>
      </p>
    </ng-container>
  `,
  styles: `
    .mine {
      margin: 0;
      padding: 12px 16px;
      border: 1px solid var(--cg-line);
      border-radius: 8px;
      background: var(--cg-raised);
      font: inherit;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      user-select: text;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class TakenBack {
  private readonly store = inject(TaskStore);
  private readonly plain = inject(PlainText);
  private readonly dates = inject(Dates);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected readonly isDeleted = signal(false);
  /** What was sent before the last day reached its reader: only what was written after that did not. */
  private readonly isSent = computed(
    () => this.store.isOver() && (this.store.task()?.sentAt ?? null) !== null,
  );
  protected readonly text = computed(() => {
    const texts = [...this.store.values()]
      .filter(([promptId, value]) => isAnswered(value) && !CHOICES.includes(promptId))
      .filter(([promptId]) => !this.isSent() || this.store.isUnsaved(promptId))
      .map(([promptId, value]) => {
        const prompt = this.store.promptOf(promptId);
        // Opened only after it was taken back, what the server has comes without its questions.
        if (!prompt) return this.plain.alone(promptId, value);
        const day = readDayPromptId(promptId);
        const asked = day === null ? [] : [this.dates.day(day.on)];
        return [...asked, prompt.question, this.plain.of(prompt, value)].join('\n');
      });
    return texts.filter((text) => text !== '').join('\n\n');
  });
  protected readonly why = computed(() => {
    const because = this.isSent()
      ? 'overSent'
      : this.store.isOver()
        ? 'over'
        : this.store.isWithdrawn()
          ? 'explain'
          : 'noLonger';
    return this.text() === '' ? `${because}Nothing` : because;
  });

  protected delete(): void {
    this.isDeleted.set(true);
    this.store.letGo();
    // The button goes with the words.
    afterNextRender(() => this.element.querySelector<HTMLElement>('[role="status"]')?.focus(), {
      injector: this.injector,
    });
  }
}
