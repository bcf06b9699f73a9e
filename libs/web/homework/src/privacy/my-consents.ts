import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Consent, ConsentId } from '@common-ground/contract';
import {
  Dates,
  Problem,
  ProblemNotice,
  Session,
  TranslocoDirective,
  Waiting,
  Words,
  loaded,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';

/** What the client said yes to, and the two taps that take it back. */
@Component({
  selector: 'cg-my-consents',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ProblemNotice, TranslocoDirective, Waiting],
  templateUrl: './my-consents.html',
  styles: `
    li p {
      margin: 0 0 4px;
    }
    .sure {
      padding: 12px 16px;
      border: 1px solid var(--cg-outline);
      border-radius: 10px;
      background: var(--cg-raised);
    }
    .sure h3 {
      margin: 0 0 8px;
    }
    .cg-buttons {
      margin-block: 8px;
    }
  `,
})
export class MyConsents {
  private readonly client = inject(HomeworkClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);
  private readonly session = inject(Session);

  protected readonly asked = signal<ConsentId | null>(null);
  protected readonly takenBackFrom = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly consents = loaded(
    () => true,
    async (_always, stop): Promise<readonly Consent[]> => {
      // Somebody's client here may be a member of another family, whose consents are not theirs to read.
      const self = this.session.person()?.id;
      const families = (await this.client.families(stop)).filter(({ client }) => client.id === self);
      return (await Promise.all(families.map(({ id }) => this.client.consents(id, stop)))).flat();
    },
  );
  protected readonly inForce = computed(
    () => this.consents.value()?.filter(({ state }) => state === 'in-force') ?? null,
  );

  protected kindsOf(consent: Consent): string {
    return this.dates.list(consent.kinds.map((kind) => this.words.say(`homework.kinds.${kind}`)));
  }

  protected dayOf(on: string): string {
    return this.dates.day(on.slice(0, 10));
  }

  protected async takeBack(consent: Consent): Promise<void> {
    this.problem.set(null);
    try {
      await this.client.takeBack(consent.id);
      this.takenBackFrom.set(consent.to.displayName);
      this.asked.set(null);
      this.consents.again();
    } catch (cause) {
      this.problem.set(Problem.from(cause));
    }
  }
}
