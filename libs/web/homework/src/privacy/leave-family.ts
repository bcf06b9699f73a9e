import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { FamilyId } from '@common-ground/contract';
import { Problem, ProblemNotice, Session, WordsInTemplate } from '@common-ground/web/platform';
import { OnceMore } from './once-more';
import { OwnWordsClient } from './own-words.client';

/** Leaving a family in two taps. Nobody is told, and the page afterwards says that it is done. */
@Component({
  selector: 'cg-leave-family',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [OnceMore, ProblemNotice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h3>{{ t('homework.leave.heading') }}</h3>
      <p>{{ t('homework.leave.what') }}</p>
      @if (problem(); as problem) {
        <cg-problem role="alert" area="homework" [problem]="problem" (again)="leave()" />
      }
      <cg-once-more
        [act]="t('homework.leave.act')"
        [question]="t('homework.leave.sureTitle')"
        [yes]="t('homework.leave.sureYes')"
        [no]="t('homework.leave.sureNo')"
        [isUnderWay]="isUnderWay()"
        (sure)="leave()"
      >
        <p>{{ t('homework.leave.closes') }}</p>
        <p>{{ t('homework.leave.words') }}</p>
        <p>{{ t('homework.leave.back') }}</p>
      </cg-once-more>
    </ng-container>
  `,
})
export class LeaveFamily {
  private readonly client = inject(OwnWordsClient);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  readonly familyId = input.required<FamilyId>();

  protected readonly isUnderWay = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected async leave(): Promise<void> {
    if (this.isUnderWay()) return;
    this.isUnderWay.set(true);
    this.problem.set(null);
    try {
      await this.client.leave(this.familyId());
      // What somebody may open has changed with it.
      await this.session.load();
      await this.router.navigateByUrl('/my-words', { replaceUrl: true, state: { hasLeft: true } });
    } catch (cause) {
      this.problem.set(Problem.from(cause));
    } finally {
      this.isUnderWay.set(false);
    }
  }
}
