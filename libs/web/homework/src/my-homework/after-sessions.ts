import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedSession } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** Hours the reader can look back on, if they like, one line each. Nothing at all when there is none. */
@Component({
  selector: 'cg-after-sessions',
  imports: [RouterLink, WordsInTemplate],
  template: `
    @if (sessions().length > 0) {
      <section *cgWords="let t" aria-labelledby="after-sessions">
        <h2 id="after-sessions">{{ t('homework.sessions.after.heading') }}</h2>
        <ul class="cg-lines">
          @for (session of sessions(); track session.id) {
            <li>
              <a [routerLink]="['/me/sessions', session.id, 'after']">{{
                t('homework.sessions.after.line', {
                  when: dates.momentIn(session.startsAt, session.timeZone),
                })
              }}</a>
              <p class="cg-quiet">{{ t('homework.sessions.after.' + session.lookBack) }}</p>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './session-lines.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AfterSessions {
  protected readonly dates = inject(Dates);

  readonly sessions = input.required<readonly AskedSession[]>();
}
