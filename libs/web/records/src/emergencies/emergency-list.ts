import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { GLASS_VERDICTS, type BreakGlass, type GlassVerdict } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { RecordsClient } from '../records.client';
import { EmergenciesStore } from './emergencies.store';

/** Emergencies in sentences, and for the second person the two ways to judge each. */
@Component({
  selector: 'cg-emergency-list',
  imports: [ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      @if (failed(); as problem) {
        <cg-problem role="alert" area="records" [problem]="problem" />
      }
      @if (store.all.value(); as emergencies) {
        @if (emergencies.length === 0) {
          <p class="cg-quiet">{{ t('records.emergencies.none') }}</p>
        } @else {
          <ul class="cg-lines">
            @for (glass of emergencies; track glass.id) {
              <li>
                <p>{{ happened(glass) }} {{ lasts(glass) }}</p>
                @if (glass.reason; as reason) {
                  <p class="reason">{{ t('records.emergencies.reason', { reason }) }}</p>
                }
                <p class="cg-quiet">{{ judged(glass) }}</p>
                @if (glass.may.read) {
                  <p>
                    <a [routerLink]="['/app/emergencies', glass.id]">{{ t('records.notice.look') }}</a>
                  </p>
                }
                @if (glass.may.review) {
                  <p class="cg-buttons">
                    @for (verdict of verdicts; track verdict) {
                      <button type="button" class="cg-button" (click)="judge(glass, verdict)">
                        {{ t('records.emergencies.judge.' + verdict)
                        }}<span class="cg-hidden">, {{ happened(glass) }}</span>
                      </button>
                    }
                  </p>
                }
              </li>
            }
          </ul>
        }
      } @else {
        <cg-waiting [on]="store.all" shape="list" />
      }
    </ng-container>
  `,
  styles: `
    li p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    li .cg-buttons {
      margin-block-start: 0.75rem;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmergencyList {
  private readonly client = inject(RecordsClient);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  private readonly announcer = inject(Announcer);
  protected readonly store = inject(EmergenciesStore);

  protected readonly verdicts = GLASS_VERDICTS;
  protected readonly failed = signal<Problem | null>(null);

  constructor() {
    this.store.all.again();
  }

  protected happened({ who, role, family, openedAt }: BreakGlass): string {
    return this.words.say(`records.emergencies.${family ? 'line' : 'lineSomewhere'}`, {
      who: who?.displayName ?? this.words.say('records.somebody'),
      role: this.words.say(`records.roles.${role}`),
      family: family?.name,
      moment: this.dates.moment(openedAt),
    });
  }

  protected lasts({ isOpen, endsAt }: BreakGlass): string {
    return this.words.say(`records.emergencies.${isOpen ? 'isOpen' : 'isOver'}`, {
      time: this.dates.time(endsAt),
    });
  }

  protected judged({ review, isOverdue }: BreakGlass): string {
    if (review === null) return this.words.say(`records.emergencies.${isOverdue ? 'overdue' : 'waits'}`);
    return this.words.say(`records.emergencies.judged.${review.verdict}`, {
      who: review.by?.displayName ?? this.words.say('records.somebody'),
      moment: this.dates.moment(review.at),
    });
  }

  protected async judge({ id }: BreakGlass, verdict: GlassVerdict): Promise<void> {
    this.failed.set(null);
    try {
      this.store.put(await this.client.review(id, verdict));
      this.announcer.say(this.words.say('records.emergencies.done'));
    } catch (cause) {
      this.failed.set(Problem.from(cause));
      this.store.all.again();
    }
  }
}
