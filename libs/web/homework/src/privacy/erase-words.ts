import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Erasure, FamilyId } from '@common-ground/contract';
import { Dates, Problem, ProblemNotice, WordsInTemplate } from '@common-ground/web/platform';
import { OnceMore } from './once-more';
import { OwnWordsClient } from './own-words.client';

/** Asking that what was written in one family be erased, in two steps, and what became of it. */
@Component({
  selector: 'cg-erase-words',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [OnceMore, ProblemNotice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <h3>{{ t('homework.erase.heading') }}</h3>
      <div role="status">
        @if (latest(); as request) {
          <p>
            {{ t('homework.erase.asked', { day: dayOf(request.askedAt) }) }}
            @if (request.state === 'waiting') {
              {{ t('homework.erase.waiting') }}
            } @else if (request.state === 'done') {
              {{ t('homework.erase.done', { day: dayOf(request.decidedAt ?? request.askedAt) }) }}
            } @else {
              {{ t('homework.erase.refused', { because: request.because }) }}
            }
          </p>
        }
        @if (hasNothing()) {
          <p>{{ t('homework.erase.nothing') }}</p>
        }
      </div>
      @if (problem(); as problem) {
        <cg-problem role="alert" area="homework" [problem]="problem" (again)="ask()" />
      }
      @if (latest()?.state !== 'waiting') {
        <p>{{ t('homework.erase.what') }}</p>
        <cg-once-more
          [(isAsked)]="isAsked"
          [act]="t('homework.erase.act')"
          [question]="t('homework.erase.sureTitle')"
          [yes]="t('homework.erase.sureYes')"
          [no]="t('homework.erase.sureNo')"
          [isUnderWay]="isUnderWay()"
          (sure)="ask()"
        >
          <p>{{ t('homework.erase.goes') }}</p>
          <p>{{ t('homework.erase.stays') }}</p>
          <p>{{ t('homework.erase.noWayBack') }}</p>
        </cg-once-more>
      }
    </ng-container>
  `,
})
export class EraseWords {
  private readonly client = inject(OwnWordsClient);
  private readonly dates = inject(Dates);

  readonly familyId = input.required<FamilyId>();
  /** All of the reader's requests, newest first. */
  readonly erasures = input.required<readonly Erasure[]>();
  readonly changed = output<readonly Erasure[]>();

  protected readonly isAsked = signal(false);
  protected readonly isUnderWay = signal(false);
  protected readonly hasNothing = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly latest = computed(
    () => this.erasures().find(({ familyId }) => familyId === this.familyId()) ?? null,
  );

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }

  protected async ask(): Promise<void> {
    if (this.isUnderWay()) return;
    this.isUnderWay.set(true);
    this.problem.set(null);
    this.hasNothing.set(false);
    try {
      this.changed.emit(await this.client.askErasure(this.familyId()));
      this.isAsked.set(false);
    } catch (cause) {
      const problem = Problem.from(cause);
      const isNothing = problem.details['because'] === 'nothing-to-erase';
      this.hasNothing.set(isNothing);
      this.isAsked.set(!isNothing);
      this.problem.set(isNothing ? null : problem);
    } finally {
      this.isUnderWay.set(false);
    }
  }
}
