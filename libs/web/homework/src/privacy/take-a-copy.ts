import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { KeepFile, Problem, ProblemNotice, Session, WordsInTemplate } from '@common-ground/web/platform';
import { OwnWordsClient } from './own-words.client';

type Sort = 'paper' | 'file';

/** File names are neutral: they stay in a list of downloads that others may look through. */
const NAMES: Readonly<Record<Sort, string>> = { paper: 'my-words.pdf', file: 'my-words.json' };

/** All that somebody wrote, taken along: once to read, once for another program. */
@Component({
  selector: 'cg-take-a-copy',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ProblemNotice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h2>{{ t('homework.copy.heading') }}</h2>
      <p>{{ t('homework.copy.what') }}</p>
      @if (isShared()) {
        <p>{{ t('homework.copy.shared') }}</p>
      }
      <p role="status" [class.cg-hidden]="!done() && !underWay()">
        @if (underWay()) {
          {{ t('homework.copy.underWay') }}
        } @else if (done()) {
          {{ t('homework.copy.done') }}
        }
      </p>
      @if (problem(); as problem) {
        <cg-problem role="alert" area="homework" [problem]="problem" (again)="take(asked)" />
      }
      <div class="cg-buttons">
        <button
          type="button"
          class="cg-button"
          [attr.aria-disabled]="underWay() !== null"
          (click)="take('paper')"
        >
          {{ t('homework.copy.paper') }}
        </button>
        <button
          type="button"
          class="cg-button"
          [attr.aria-disabled]="underWay() !== null"
          (click)="take('file')"
        >
          {{ t('homework.copy.file') }}
        </button>
      </div>
      <p class="cg-quiet">{{ t('homework.copy.which') }}</p>
    </ng-container>
  `,
})
export class TakeACopy {
  private readonly words = inject(OwnWordsClient);
  private readonly keep = inject(KeepFile);
  private readonly session = inject(Session);

  protected readonly underWay = signal<Sort | null>(null);
  protected readonly done = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly isShared = this.session.isOnSharedDevice;
  protected asked: Sort = 'paper';

  protected async take(sort: Sort): Promise<void> {
    if (this.underWay() !== null) return;
    this.asked = sort;
    this.problem.set(null);
    this.done.set(false);
    this.underWay.set(sort);
    try {
      this.keep.keep(await this.words[sort](), NAMES[sort]);
      this.done.set(true);
    } catch (cause) {
      this.problem.set(Problem.from(cause));
    } finally {
      this.underWay.set(null);
    }
  }
}
