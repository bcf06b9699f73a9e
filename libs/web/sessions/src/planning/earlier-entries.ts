import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type {
  AgendaEntry,
  DocumentId,
  DocumentSummary,
  FamilySessionId,
  FamilySessionSummary,
} from '@common-ground/contract';
import { Announcer, Dates, Waiting, Words, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { MOST, SessionsClient } from '../sessions.client';
import { PlanStore } from './plan.store';

/** What was done in an earlier hour of this family, to be done again: an hour is chosen, and one tap adds an entry of it. */
@Component({
  selector: 'cg-earlier-entries',
  imports: [WordsInTemplate, Waiting],
  template: `
    <details *cgWords="let t" (toggle)="isOpen.set(true)">
      <summary>{{ t('sessions.earlier.title') }}</summary>
      @if (hours.value(); as found) {
        @if (found.length > 0) {
          <label for="earlier-hour">{{ t('sessions.earlier.hour') }}</label>
          <select #hour id="earlier-hour" class="cg-input" (change)="choose(hour.value)">
            <option value="" [selected]="chosen() === null">{{ t('sessions.earlier.choose') }}</option>
            @for (one of found; track one.id) {
              <option [value]="one.id" [selected]="one.id === chosen()">{{ nameOf(one) }}</option>
            }
          </select>
          @if (entries(); as agenda) {
            <ul class="cg-lines" [attr.aria-label]="t('sessions.earlier.entries')">
              @for (entry of agenda; track entry.id) {
                <li>
                  <p>
                    {{ titleOf(entry, $index) }}
                    <span class="cg-quiet day">{{
                      t('sessions.earlier.minutes', { count: entry.minutes })
                    }}</span>
                  </p>
                  <button
                    type="button"
                    class="cg-button cg-plain"
                    [attr.aria-label]="t('sessions.due.takeUp') + ': ' + titleOf(entry, $index)"
                    (click)="takeUp(entry, $index)"
                  >
                    {{ t('sessions.due.takeUp') }}
                  </button>
                </li>
              } @empty {
                <li>{{ t('sessions.earlier.nothing') }}</li>
              }
            </ul>
          } @else if (chosen() !== null) {
            <cg-waiting [on]="plan" />
          }
        } @else {
          <p class="cg-quiet">{{ t('sessions.earlier.none') }}</p>
        }
      } @else if (isOpen()) {
        <cg-waiting [on]="hours" />
      }
    </details>
  `,
  styleUrl: './due-list.scss',
  styles: `
    summary {
      min-block-size: 44px;
      padding-block: 0.5rem;
      cursor: pointer;
    }
    label {
      display: block;
      font-weight: 700;
    }
    select {
      max-inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EarlierEntries {
  private readonly client = inject(SessionsClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly dates = inject(Dates);
  private readonly store = inject(PlanStore);

  /** What is written for the family today; null until it is read. */
  readonly papers = input.required<readonly DocumentSummary[] | null>();
  /** The id of the entry that came of it. */
  readonly takenUp = output<string>();

  /** Nothing is asked for before somebody looks. */
  protected readonly isOpen = signal(false);
  protected readonly chosen = signal<FamilySessionId | null>(null);
  private readonly familyId = computed(() => this.store.session().family.id);
  private readonly id = computed(() => this.store.session().id);
  private readonly startsAt = computed(() => this.store.session().startsAt);
  protected readonly hours = loaded(
    () => (this.isOpen() ? `${this.familyId()} ${this.id()} ${this.startsAt()}` : undefined),
    () => this.client.before(this.familyId(), this.id(), this.startsAt()),
  );
  protected readonly plan = loaded(
    () => this.chosen() ?? undefined,
    (id) => this.client.session(id),
  );
  protected readonly entries = computed(() => {
    const session = this.plan.value();
    return session && session.id === this.chosen() ? session.plan.agenda : null;
  });
  /** The list of papers has an end; beyond it nobody knows here, and the server does. */
  private readonly isThere = computed(() => {
    const papers = this.papers();
    const known = papers === null || papers.length >= MOST ? null : new Set(papers.map(({ id }) => id));
    return (paper: DocumentId): boolean => known?.has(paper) ?? true;
  });

  protected choose(value: string): void {
    this.chosen.set(value === '' ? null : (value as FamilySessionId));
  }

  protected nameOf({ startsAt, timeZone, purpose, calledOffAt }: FamilySessionSummary): string {
    const when = this.dates.momentIn(startsAt, timeZone);
    const name = purpose.trim() === '' ? when : this.words.say('sessions.earlier.name', { when, purpose });
    return calledOffAt === null ? name : this.words.say('sessions.earlier.off', { name });
  }

  protected titleOf({ title }: AgendaEntry, at: number): string {
    return title.trim() === '' ? this.words.say('sessions.agenda.entry', { place: at + 1 }) : title;
  }

  protected takeUp(entry: AgendaEntry, at: number): void {
    const id = this.store.takeAgain(entry, this.isThere());
    this.announcer.say(this.words.say('sessions.due.since.takenUp', { title: this.titleOf(entry, at) }));
    this.takenUp.emit(id);
  }
}
