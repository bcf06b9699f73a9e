import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { DocumentKind, PaperForm } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';

/** How somebody wants the PDF: the size of its type, whether a cover goes before it, and as what. */
@Component({
  selector: 'cg-paper-choices',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <fieldset>
        <legend>{{ t('platform.paper.how') }}</legend>
        <label>
          <input type="checkbox" [checked]="isLarge()" (change)="isLarge.set(!isLarge())" />
          {{ t('platform.paper.large') }}
        </label>
        <label>
          <input type="checkbox" [checked]="isCovered()" (change)="isCovered.set(!isCovered())" />
          {{ t('platform.paper.cover') }}
        </label>
      </fieldset>
      <p>
        <a
          [attr.href]="sheet()"
          [attr.role]="role()"
          [attr.aria-disabled]="role() && true"
          target="_blank"
          rel="noopener"
          >{{ label() }}</a
        >
        @if (kind() === 'boundary-plan') {
          <a
            [attr.href]="card()"
            [attr.role]="role()"
            [attr.aria-disabled]="role() && true"
            target="_blank"
            rel="noopener"
            >{{ t('platform.paper.card') }}</a
          >
        }
        @if (kind() === 'role-play-script') {
          <a
            [attr.href]="booklet()"
            [attr.role]="role()"
            [attr.aria-disabled]="role() && true"
            target="_blank"
            rel="noopener"
            aria-describedby="booklet-how"
            >{{ t('platform.paper.booklet') }}</a
          >
        }
      </p>
      @if (kind() === 'role-play-script') {
        <p class="how" id="booklet-how">{{ t('platform.paper.bookletHow') }}</p>
      }
    </ng-container>
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      color: var(--cg-quiet);
    }
    label {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      min-block-size: 44px;
    }
    input {
      inline-size: 1.25rem;
      block-size: 1.25rem;
      flex: none;
      accent-color: var(--cg-primary);
    }
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.5rem;
      margin: 0;
    }
    .how {
      color: var(--cg-quiet);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
    [aria-disabled] {
      color: var(--cg-quiet);
      cursor: default;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PaperChoices {
  /** Where the PDF is, without a query; null where there is none, and the links lead nowhere. */
  readonly address = input.required<string | null>();
  readonly kind = input.required<DocumentKind>();
  /** What the link says. */
  readonly label = input.required<string>();

  protected readonly isLarge = signal(false);
  protected readonly isCovered = signal(false);
  protected readonly sheet = computed(() => this.#addressAs('sheet'));
  protected readonly card = computed(() => this.#addressAs('card'));
  protected readonly booklet = computed(() => this.#addressAs('booklet'));

  /** A link without an address is still called one. */
  protected readonly role = computed(() => (this.address() === null ? 'link' : null));

  #addressAs(form: PaperForm): string | null {
    const address = this.address();
    if (address === null) return null;
    const query = new URLSearchParams({
      ...(this.isLarge() && { type: 'large' }),
      ...(this.isCovered() && { cover: 'plain' }),
      ...(form !== 'sheet' && { form }),
    }).toString();
    return query === '' ? address : `${address}?${query}`;
  }
}
