import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { VersionSummary } from '@common-ground/contract';
import { Dates, TranslocoDirective } from '@common-ground/web/platform';

/** How much of a hash people compare by eye. */
const FINGERPRINT = 8;

/** Who signed a version: under which name, with which credentials, when, and over exactly which text. */
@Component({
  selector: 'cg-signature-lines',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @for (signature of version().signatures; track signature.at) {
        <p class="signature">
          {{
            t(signature.credentials ? 'documents.signature.withCredentials' : 'documents.signature.plain', {
              name: signature.name,
              credentials: signature.credentials,
              moment: dates.moment(signature.at),
              version: version().number,
              fingerprint: fingerprint(),
            })
          }}
        </p>
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignatureLines {
  protected readonly dates = inject(Dates);

  readonly version = input.required<VersionSummary>();

  protected fingerprint(): string {
    return this.version().hash.slice(0, FINGERPRINT);
  }
}
