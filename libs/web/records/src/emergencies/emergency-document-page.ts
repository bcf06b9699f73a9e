import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { BreakGlassId, DocumentId } from '@common-ground/contract';
import { KindPaper } from '@common-ground/web/documents';
import { Breadcrumb, PageHeading, Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { RecordsClient } from '../records.client';

/** One shared document, as emergency access shows it: to read, and nothing else. */
@Component({
  selector: 'cg-emergency-document-page',
  imports: [Breadcrumb, KindPaper, PageHeading, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      <cg-breadcrumb
        [trail]="[
          { words: t('records.emergencies.title'), link: '/app/emergencies' },
          { words: t('records.view.title'), link: '/app/emergencies/' + id() },
        ]"
      />
      @if (document.value(); as document) {
        <h1 cgHeading>{{ document.title }}</h1>
        <cg-kind-paper [kind]="document.kind" [content]="document.content" />
      } @else {
        @if (document.problem()) {
          <h1 cgHeading class="cg-hidden">{{ t('records.view.title') }}</h1>
        }
        <cg-waiting [on]="document" />
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmergencyDocumentPage {
  private readonly client = inject(RecordsClient);

  readonly id = input.required<BreakGlassId>();
  readonly documentId = input.required<DocumentId>();

  private readonly which = computed(() => ({ id: this.id(), documentId: this.documentId() }));
  protected readonly document = loaded(this.which, ({ id, documentId }) =>
    this.client.document(id, documentId),
  );
}
