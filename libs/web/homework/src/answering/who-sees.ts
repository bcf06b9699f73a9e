import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { VISIBILITIES, type Visibility } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { Ways } from '../ways';
import type { OfferNow } from './own-offers';

/**
 * The permanent line under every answer: who can see it. Changing it is one fold away, so that the usual case needs
 * no decision.
 */
@Component({
  selector: 'cg-who-sees',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p>
        <span aria-live="polite">
          @if (offer(); as offer) {
            {{ t('homework.visibility.now.' + offer.how, { names: names(), circle: offer.circle }) }}
          } @else {
            {{ t('homework.visibility.now.' + (saved() ?? visibility()), { names: names() }) }}
          }
        </span>
        <a [routerLink]="ways.privacy()">{{ t('homework.visibility.myPrivacy') }}</a>
      </p>
      <details>
        <summary [attr.aria-describedby]="about()">{{ t('homework.visibility.change') }}</summary>
        <fieldset>
          <legend>{{ t('homework.visibility.legend') }}</legend>
          @for (choice of choices; track choice) {
            <label class="cg-pick">
              <input
                type="radio"
                [name]="'visibility' + of()"
                [checked]="visibility() === choice"
                [attr.aria-describedby]="'sees-' + choice + of()"
                (change)="changed.emit(choice)"
              />
              <span>{{ t('homework.visibility.choice.' + choice) }}</span>
            </label>
            <p class="hint" [id]="'sees-' + choice + of()">
              {{
                t('homework.visibility.' + (isSent() ? 'hintSent.' : 'hint.') + choice, {
                  names: names(),
                })
              }}
            </p>
          }
        </fieldset>
      </details>
    </ng-container>
  `,
  styleUrl: './who-sees.scss',
})
export class WhoSees {
  protected readonly ways = inject(Ways);

  readonly visibility = input.required<Visibility>();
  /** By name, everybody who reads what is marked for the therapist. */
  readonly names = input.required<string>();
  /** Whom of the family it is open to, or offered to; other words close it. */
  readonly offer = input<OfferNow | null>(null);
  /** What the server has, where that is said and not what was chosen last. */
  readonly saved = input<Visibility | null>(null);
  /** Which answer it is about, where several stand on one page, and what names it there. */
  readonly of = input('');
  readonly about = input<string | null>(null);
  readonly isSent = input(false);
  readonly changed = output<Visibility>();

  protected readonly choices = VISIBILITIES;
}
