import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Consent } from '@common-ground/contract';
import { ConsentWords } from '@common-ground/web/people';
import { Dates, Problem, ProblemNotice, WordsInTemplate } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { OnceMore } from './once-more';

/** What the client said yes to, and the two taps that take it back. */
@Component({
  selector: 'cg-my-consents',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [OnceMore, ProblemNotice, WordsInTemplate],
  templateUrl: './my-consents.html',
  styles: `
    li p {
      margin: 0 0 4px;
    }
    .exact {
      white-space: pre-line;
    }
    summary {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      color: var(--cg-primary);
      text-decoration: underline;
      text-underline-offset: 3px;
      cursor: pointer;
    }
  `,
})
export class MyConsents {
  private readonly client = inject(HomeworkClient);
  private readonly dates = inject(Dates);
  protected readonly words = inject(ConsentWords);

  readonly consents = input.required<readonly Consent[]>();
  /** A consent as it stands after it was taken back. */
  readonly changed = output<Consent>();

  protected readonly takenBackFrom = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly inForce = computed(() => this.consents().filter(({ state }) => state === 'in-force'));
  protected readonly over = computed(() => this.consents().filter(({ state }) => state !== 'in-force'));

  protected dayOf(on: string): string {
    return this.dates.day(on.slice(0, 10));
  }

  protected async takeBack(consent: Consent): Promise<void> {
    this.problem.set(null);
    try {
      const taken = await this.client.takeBack(consent.id);
      this.takenBackFrom.set(consent.to.displayName);
      this.changed.emit(taken);
    } catch (cause) {
      this.problem.set(Problem.from(cause));
    }
  }
}
