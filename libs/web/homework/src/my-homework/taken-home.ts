import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskedSession } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** The pages the reader has from family sessions, one line each. Nothing at all when there is none. */
@Component({
  selector: 'cg-taken-home',
  imports: [RouterLink, WordsInTemplate],
  template: `
    @if (sessions().length > 0) {
      <section *cgWords="let t" aria-labelledby="taken-home">
        <h2 id="taken-home">{{ t('homework.sessions.taken.heading') }}</h2>
        <ul class="cg-lines">
          @for (session of sessions(); track session.id) {
            <li>
              <a [routerLink]="['/me/sessions', session.id]">{{
                t('homework.sessions.taken.line', {
                  when: dates.momentIn(session.startsAt, session.timeZone),
                })
              }}</a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './session-lines.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakenHome {
  protected readonly dates = inject(Dates);

  /** The last one first. */
  readonly sessions = input.required<readonly AskedSession[]>();
}
