import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { PlanStore } from './plan.store';

/** Another hour of the family at the same time: said, so that nobody plans it twice without meaning to, and not forbidden. */
@Component({
  selector: 'cg-sessions-beside',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <div *cgWords="let t" role="status">
      @if (store.session().beside; as others) {
        @if (others.length > 0) {
          <div class="note">
            <p>{{ t('sessions.when.beside', { count: others.length }) }}</p>
            <ul>
              @for (other of others; track other.id) {
                <li>
                  <a [routerLink]="['/app/sessions', other.id]">{{
                    dates.momentIn(other.startsAt, other.timeZone)
                  }}</a>
                  <span class="cg-quiet">{{ other.purpose }}</span>
                </li>
              }
            </ul>
          </div>
        }
      }
    </div>
  `,
  styles: `
    .note {
      padding: 0.75rem 1rem;
      margin-block: 0.5rem 1rem;
      border-inline-start: 3px solid var(--cg-outline);
      background: var(--cg-raised);
    }
    p,
    ul {
      margin: 0;
    }
    ul {
      padding-inline-start: 1.25rem;
    }
    li {
      overflow-wrap: anywhere;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      margin-inline-end: 0.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsBeside {
  protected readonly dates = inject(Dates);
  protected readonly store = inject(PlanStore);
}
