import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedSession, Page } from '@common-ground/contract';
import { Dates, Waiting, WordsInTemplate, loadedFrom } from '@common-ground/web/platform';

/** The hours the reader is asked to, one sentence each. Nothing at all when there is none. */
@Component({
  selector: 'cg-asked-sessions',
  imports: [RouterLink, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      @if (sessions.value(); as sessions) {
        @if (open().length > 0) {
          <section aria-labelledby="sessions">
            <h2 id="sessions">{{ t('homework.sessions.heading') }}</h2>
            <ul class="cg-lines">
              @for (session of open(); track session.id) {
                <li>
                  <a [routerLink]="['/me/sessions', session.id]">{{
                    t('homework.sessions.line', { when: dates.momentIn(session.startsAt, session.timeZone) })
                  }}</a>
                  @if (dates.momentHere(session.startsAt, session.timeZone); as here) {
                    <p class="cg-quiet">{{ t('homework.sessions.here', { when: here }) }}</p>
                  }
                  @if (session.place) {
                    <p class="cg-quiet">{{ session.place }}</p>
                  } @else if (session.link) {
                    <p class="cg-quiet">{{ t('homework.sessions.byVideo') }}</p>
                  }
                  <p>{{ t('homework.sessions.' + stateOf(session)) }}</p>
                </li>
              }
            </ul>
          </section>
        }
        @if (calledOff().length > 0) {
          <section aria-labelledby="called-off">
            <h2 id="called-off">{{ t('homework.sessions.off.heading') }}</h2>
            <ul class="cg-lines">
              @for (session of calledOff(); track session.id) {
                <li>
                  <a [routerLink]="['/me/sessions', session.id]">{{
                    t('homework.sessions.line', { when: dates.momentIn(session.startsAt, session.timeZone) })
                  }}</a>
                  <p>{{ t('homework.sessions.off.what') }}</p>
                </li>
              }
            </ul>
          </section>
        }
      } @else if (sessions.problem()) {
        <section aria-labelledby="sessions">
          <h2 id="sessions">{{ t('homework.sessions.heading') }}</h2>
          <cg-waiting shape="list" [on]="sessions" />
        </section>
      }
    </ng-container>
  `,
  styleUrl: './session-lines.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskedSessions {
  protected readonly dates = inject(Dates);
  readonly sessions = loadedFrom<Page<AskedSession>>(() => 'me/family-sessions', { isKept: true });
  /** Those the reader has a page from, the last one first. */
  readonly taken = computed(() =>
    (this.sessions.value()?.items ?? [])
      .filter(({ may }) => may.takeHome)
      .sort((one, other) => Date.parse(other.startsAt) - Date.parse(one.startsAt)),
  );
  /** Those the reader can still look back on, the last one first. */
  readonly ended = computed(() =>
    (this.sessions.value()?.items ?? [])
      .filter(({ lookBack }) => lookBack !== null)
      .sort((one, other) => Date.parse(other.startsAt) - Date.parse(one.startsAt)),
  );
  private readonly ahead = computed(() =>
    (this.sessions.value()?.items ?? []).filter(
      ({ hasEnded, may, lookBack }) => !hasEnded && !may.takeHome && lookBack === null,
    ),
  );
  protected readonly open = computed(() => this.ahead().filter(({ calledOff }) => !calledOff));
  /** Whether an hour ahead waits for the reader’s answer. */
  readonly waitsForAnswer = computed(() => this.open().some(({ reply }) => reply === null));
  /** Said until the day they would have been has passed. */
  protected readonly calledOff = computed(() => this.ahead().filter(({ calledOff }) => calledOff));

  protected stateOf({ reply }: AskedSession): string {
    return reply === null ? 'open' : `said.${reply}`;
  }
}
