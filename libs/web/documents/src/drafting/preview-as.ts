import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DocumentId } from '@common-ground/contract';
import { WordsInTemplate, loaded } from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { ShareWords } from '../sharing/share-words';

/**
 * The ways to see a document as one person of the family. Quietly left out when the server does not say who there is;
 * the preview can be read without.
 */
@Component({
  selector: 'cg-preview-as',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (people.value(); as lines) {
        <nav [attr.aria-label]="t('documents.preview.as')">
          <p>{{ t('documents.preview.asOne') }}</p>
          <ul>
            @for (line of lines; track line.member.id) {
              <li>
                <a [routerLink]="['/app/docs', id(), 'as', line.member.id]">{{
                  t('documents.share.seeAs', { name: shareWords.called(line) })
                }}</a>
              </li>
            }
          </ul>
        </nav>
      }
    </ng-container>
  `,
  styles: `
    nav {
      margin-block: 1rem;
    }

    p {
      margin-block: 0;
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1.5rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewAs {
  private readonly client = inject(DocumentsClient);
  protected readonly shareWords = inject(ShareWords);

  readonly id = input.required<DocumentId>();

  protected readonly people = loaded(
    () => this.id(),
    async (id) => (await this.client.previewShare(id)).lines,
  );
}
