import { ChangeDetectionStrategy, Component, booleanAttribute, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Signature, VersionSummary } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';

/** How much of a hash people compare by eye. */
const FINGERPRINT = 8;

/** Who signed a version: under which name, with which credentials, when, and over exactly which text. */
@Component({
  selector: 'cg-signature-lines',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (signature of version().signatures; track signature.act + signature.at) {
        <p class="signature">
          {{
            t(wordsFor(signature), {
              act: signature.act,
              who: signerOf(signature),
              supervisor: signature.forName,
              name: signature.name,
              credentials: signature.credentials,
              moment: dates.moment(signature.at),
              version: version().number,
              fingerprint: fingerprint(),
            })
          }}
          @if (leadsToReview()) {
            <a [routerLink]="['/app/reviews', signature.reviewId]"
              >{{ t('documents.signature.review')
              }}<span class="cg-hidden">: {{ signature.name }}, {{ dates.moment(signature.at) }}</span></a
            >
          }
        </p>
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignatureLines {
  protected readonly dates = inject(Dates);

  readonly version = input.required<VersionSummary>();

  /** Where one is not there already: what was said, also what is settled, stands in the review. */
  readonly leadsToReview = input(false, { transform: booleanAttribute });

  protected wordsFor({ credentials, forName }: Signature): string {
    if (forName !== null) return 'documents.signature.for';
    return credentials ? 'documents.signature.withCredentials' : 'documents.signature.plain';
  }

  protected signerOf({ name, credentials }: Signature): string {
    return credentials ? `${name}, ${credentials},` : name;
  }

  protected fingerprint(): string {
    return this.version().hash.slice(0, FINGERPRINT);
  }
}
