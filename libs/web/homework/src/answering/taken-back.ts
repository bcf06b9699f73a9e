import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { NOT_SURE, RATHER_NOT_SAY, type AnswerValue } from '@common-ground/contract';
import { isAnswered } from '@common-ground/rules/content';
import { PageHeading, TranslocoDirective } from '@common-ground/web/platform';
import { PlainText } from '../reading/plain-text';
import { TaskStore } from './task.store';

/** The homework was taken back while somebody wrote. The words stay theirs: to copy out or to delete. */
@Component({
  selector: 'cg-taken-back',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeading, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h1 cgHeading>{{ t('homework.taken.title') }}</h1>
      @if (isDeleted()) {
        <p role="status">{{ t('homework.taken.deleted') }}</p>
      } @else {
        <p>{{ t(text() === '' ? 'homework.taken.explainNothing' : 'homework.taken.explain') }}</p>
        @if (text() !== '') {
          <h2>{{ t('homework.taken.yourText') }}</h2>
          <pre class="mine" tabindex="0">{{ text() }}</pre>
          <p role="status">{{ outcome() === null ? '' : t('homework.taken.' + outcome()) }}</p>
          <div class="acts">
            <button type="button" class="cg-button cg-primary" (click)="copy()">
              {{ t('homework.taken.copy') }}
            </button>
            @if (isSure()) {
              <button type="button" class="cg-button" (click)="delete()">
                {{ t('homework.taken.deleteSure') }}
              </button>
              <button type="button" class="cg-button cg-plain" (click)="isSure.set(false)">
                {{ t('homework.taken.keep') }}
              </button>
            } @else {
              <button type="button" class="cg-button" (click)="isSure.set(true)">
                {{ t('homework.taken.delete') }}
              </button>
            }
          </div>
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
    .acts {
      display: grid;
      gap: 8px;
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

  protected readonly isSure = signal(false);
  protected readonly isDeleted = signal(false);
  protected readonly outcome = signal<'copied' | 'notCopied' | null>(null);
  protected readonly text = computed(() => {
    const values = this.store.values();
    const questions = this.store.questions();
    const answered = questions
      .filter(({ prompt }) => isAnswered(values.get(prompt.id)))
      .map(({ prompt }) => `${prompt.question}\n${this.plain.of(prompt, values.get(prompt.id))}`);
    // Opened only after it was taken back, it comes without its questions: then the written words stand alone.
    const texts = questions.length > 0 ? answered : [...values.values()].filter(isWritten);
    return texts.join('\n\n');
  });

  protected async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text());
      this.outcome.set('copied');
    } catch {
      this.outcome.set('notCopied');
    }
  }

  protected delete(): void {
    this.isDeleted.set(true);
    this.store.letGo();
  }
}

function isWritten(value: AnswerValue): value is string {
  const standIns: readonly AnswerValue[] = [RATHER_NOT_SAY, NOT_SURE, 'yes', 'no'];
  return typeof value === 'string' && !standIns.includes(value);
}
