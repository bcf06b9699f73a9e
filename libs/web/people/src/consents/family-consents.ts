import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConsentRequest, Family } from '@common-ground/contract';
import { Dates, Problem, ProblemNotice, Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { ConsentWords } from './consent-words';
import { ConsentsClient } from './consents.client';

/** Who may get what in one family, in sentences, and what is asked for and not yet answered. */
@Component({
  selector: 'cg-family-consents',
  imports: [ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      <h2 id="consents">{{ t('people.family.consents') }}</h2>
      @if (failed(); as problem) {
        <cg-problem role="alert" area="privacy" [problem]="problem" />
      }
      @if (consents.value(); as consents) {
        @if (consents.length === 0) {
          <p class="cg-quiet">
            {{ t('people.family.noConsents', { name: family().client.displayName }) }}
          </p>
        } @else {
          <ul class="cg-lines">
            @for (consent of inForce(); track consent.id) {
              <li>
                {{ words.consent(consent) }}
                @if (consent.renewal; as renewal) {
                  <p class="cg-quiet">
                    {{ t('privacy.renewal.' + renewal) }}
                    <a
                      [routerLink]="['/app/families', family().id, 'consents', 'new']"
                      [queryParams]="{ member: consent.to.memberId, kind: consent.kinds[0] }"
                      >{{ t('privacy.renewal.ask')
                      }}<span class="cg-hidden">: {{ consent.to.displayName }}</span></a
                    >
                  </p>
                }
              </li>
            }
            @for (member of without(); track member.id) {
              <li class="cg-quiet">
                {{ t('people.consent.none', { from: family().client.displayName, to: member.displayName }) }}
              </li>
            }
          </ul>
        }
        @if (waiting().length > 0) {
          <h3>{{ t('privacy.asked.heading') }}</h3>
          <ul class="cg-lines">
            @for (request of waiting(); track request.id) {
              <li>
                {{ words.request(request) }}
                @if (request.may.withdraw) {
                  <button type="button" class="cg-button cg-plain" (click)="withdraw(request)">
                    {{ t('privacy.asked.withdraw')
                    }}<span class="cg-hidden">: {{ request.to.displayName }}</span>
                  </button>
                }
              </li>
            }
          </ul>
        }
        @if (family().may.write) {
          <p class="more">
            <a [routerLink]="['/app/families', family().id, 'consents', 'new']">{{
              t('privacy.ask.title', { client: family().client.displayName })
            }}</a>
          </p>
        }
        @if (over().length > 0) {
          <details>
            <summary>{{ t('privacy.over', { count: over().length }) }}</summary>
            <ul class="cg-lines">
              @for (consent of over(); track consent.id) {
                <li class="cg-quiet">{{ words.consent(consent) }}</li>
              }
            </ul>
          </details>
        }
      } @else {
        <cg-waiting [on]="consents" shape="list" />
      }
    </ng-container>
  `,
  styles: `
    li p {
      margin: 0;
    }
    h3 {
      margin-block: 1.25rem 0.25rem;
      font-size: 1rem;
    }
    .more {
      margin-block: 0.75rem 0;
    }
    summary {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      color: var(--cg-primary);
      text-decoration: underline;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FamilyConsents {
  private readonly client = inject(ConsentsClient);
  protected readonly words = inject(ConsentWords);
  protected readonly dates = inject(Dates);

  readonly family = input.required<Family>();

  protected readonly consents = loaded(
    () => this.family().id,
    (id) => this.client.consents(id),
  );
  private readonly requests = loaded(
    () => this.family().id,
    (id) => this.client.requests(id),
  );
  protected readonly failed = signal<Problem | null>(null);
  protected readonly inForce = computed(() =>
    (this.consents.value() ?? []).filter(({ state }) => state === 'in-force'),
  );
  protected readonly over = computed(() =>
    (this.consents.value() ?? []).filter(({ state }) => state !== 'in-force'),
  );
  protected readonly waiting = computed(() =>
    (this.requests.value() ?? []).filter(({ state }) => state === 'waiting'),
  );
  /** People of the family whom no consent in force covers: nothing can be shared with them. */
  protected readonly without = computed(() =>
    this.family().members.filter(
      (member) =>
        member.relation !== 'client' &&
        member.state !== 'removed' &&
        !this.inForce().some((consent) => consent.to.memberId === member.id),
    ),
  );

  protected async withdraw(request: ConsentRequest): Promise<void> {
    this.failed.set(null);
    try {
      await this.client.withdraw(request.id);
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
    this.requests.again();
  }
}
