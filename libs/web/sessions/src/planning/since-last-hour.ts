import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DueAction, NewAnswers, SinceLastHour } from '@common-ground/contract';
import { Announcer, Dates, Words, WordsInTemplate, loadedFrom } from '@common-ground/web/platform';
import { PlanStore } from './plan.store';

/** How many are offered at a time: more would be no hour. */
const OFFERED = 5;

/** What earlier hours agreed on and went nowhere, and what came back since. One click makes an entry; without any, nothing. */
@Component({
  selector: 'cg-since-last-hour',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (actions().length > 0) {
        <h3 id="due-actions">{{ t('sessions.due.since.actions') }}</h3>
        <ul class="cg-lines" aria-labelledby="due-actions">
          @for (action of actions(); track action.entryId) {
            <li>
              <p>
                <a class="cg-title" [routerLink]="['/app/sessions', action.sessionId, 'run']"
                  >{{ action.who }}: {{ action.what }}</a
                >
                <span class="cg-quiet day">{{
                  t('sessions.due.since.agreed', { day: dates.day(action.agreedOn) })
                }}</span>
              </p>
              <button
                type="button"
                class="cg-button cg-plain"
                [attr.aria-label]="t('sessions.due.takeUp') + ': ' + action.what"
                (click)="takeUpAction(action)"
              >
                {{ t('sessions.due.takeUp') }}
              </button>
            </li>
          }
        </ul>
      }
      @if (answers().length > 0) {
        <h3 id="new-answers">{{ t('sessions.due.since.answers') }}</h3>
        <ul class="cg-lines" aria-labelledby="new-answers">
          @for (one of answers(); track one.taskId) {
            <li>
              <p>
                <a
                  class="cg-title"
                  [routerLink]="['/app/families', store.session().family.id, 'responses']"
                  >{{ one.title }}</a
                >
                <span class="cg-quiet day">{{
                  t('sessions.due.since.count', { count: one.count, name: one.person.displayName })
                }}</span>
              </p>
              <button
                type="button"
                class="cg-button cg-plain"
                [attr.aria-label]="
                  t('sessions.due.takeUp') + ': ' + one.title + ', ' + one.person.displayName
                "
                (click)="takeUpAnswers(one)"
              >
                {{ t('sessions.due.takeUp') }}
              </button>
            </li>
          }
        </ul>
      }
    </ng-container>
  `,
  styleUrl: './due-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SinceLastHourList {
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly dates = inject(Dates);
  protected readonly store = inject(PlanStore);

  /** The id of the entry that came of it. */
  readonly takenUp = output<string>();

  private readonly since = loadedFrom<SinceLastHour>(() => `sessions/${this.store.session().id}/due`);
  protected readonly actions = computed(() => {
    const there = new Set(this.store.plan().agenda.map(({ id }) => id));
    return (this.since.value()?.actions ?? []).filter(({ entryId }) => !there.has(entryId)).slice(0, OFFERED);
  });
  protected readonly answers = computed(() => {
    const onTable = new Set(this.store.plan().agenda.flatMap(({ documentIds }) => documentIds));
    return (this.since.value()?.answers ?? [])
      .filter(({ documentId }) => !onTable.has(documentId))
      .slice(0, OFFERED);
  });

  /** Neither entry names what it is about: whoever follows the hour reads its entries. */
  protected takeUpAction(action: DueAction): void {
    this.done(action.what, this.store.takeUpAction(action, this.words.say('sessions.due.since.actionEntry')));
  }

  protected takeUpAnswers(one: NewAnswers): void {
    this.done(one.title, this.store.takeUp(one, this.words.say('sessions.due.since.answersEntry')));
  }

  private done(title: string, entryId: string): void {
    this.announcer.say(this.words.say('sessions.due.since.takenUp', { title }));
    this.takenUp.emit(entryId);
  }
}
