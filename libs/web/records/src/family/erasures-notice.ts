import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Dates, Session, Words, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { FirstPage } from '../first-page';
import { RecordsClient } from '../records.client';

/** On a therapist's first page: who asked to have their words erased and waits for an answer. */
@Component({
  selector: 'cg-erasures-notice',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (waiting.value(); as waiting) {
        @if (waiting.length > 0) {
          <section class="cg-screen-only" [attr.aria-label]="t('records.erasure.title')">
            @for (erasure of waiting; track erasure.id) {
              <p>
                {{
                  t('records.erasure.told', {
                    name: erasure.who.displayName,
                    ago: dates.ago(erasure.askedAt),
                  })
                }}
                <a [routerLink]="['/app/families', erasure.family?.id, 'records']"
                  >{{ t('records.erasure.decide')
                  }}<span class="cg-hidden"> {{ erasure.who.displayName }}</span></a
                >
              </p>
            }
          </section>
        }
      }
    </ng-container>
  `,
  styleUrl: '../notice.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErasuresNotice {
  private readonly client = inject(RecordsClient);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly firstPage = inject(FirstPage);
  protected readonly dates = inject(Dates);

  /** Asked anew whenever the therapist comes home. */
  protected readonly waiting = loaded(
    () => (this.firstPage.isHere() && this.session.isAny('therapist') ? true : undefined),
    async () => {
      await this.words.open('records');
      return this.client.waitingErasures();
    },
  );
}
