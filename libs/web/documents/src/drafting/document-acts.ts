import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Document } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { fountainAddress, pdfAddress } from '../documents.client';

/** What may be done with a document, as the server says. The one that is due next is the filled one. */
@Component({
  selector: 'cg-document-acts',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @let it = document();
      @if (it.may.submit) {
        <a
          class="cg-button"
          [class.cg-primary]="!isStillApproved()"
          [routerLink]="['/app/docs', it.id, 'submit']"
          >{{
            supervisor() ? t('documents.acts.sendTo', { name: supervisor() }) : t('documents.acts.send')
          }}</a
        >
      }
      @if (it.may.share) {
        <a
          class="cg-button"
          [class.cg-primary]="!it.may.submit || isStillApproved()"
          [routerLink]="['/app/docs', it.id, 'share']"
          >{{ t('documents.acts.share') }}</a
        >
      }
      @if (it.may.reopen) {
        <button type="button" class="cg-button" (click)="reopen.emit()">
          {{ t('documents.acts.reopen') }}
        </button>
      }
      @if (it.may.print) {
        <a class="cg-button cg-plain" [routerLink]="['/app/docs', it.id, 'preview']">{{
          t('documents.acts.preview')
        }}</a>
        <a class="cg-button cg-plain" [href]="pdf()" download>{{ t('documents.acts.pdf') }}</a>
        @if (it.kind === 'role-play-script') {
          <a class="cg-button cg-plain" [href]="fountain()" download>{{ t('documents.acts.fountain') }}</a>
        }
      }
      @if (it.view === 'author') {
        <a class="cg-button cg-plain" [routerLink]="['/app/docs', it.id, 'template']">{{
          t('documents.acts.keep')
        }}</a>
        <a class="cg-button cg-plain" [routerLink]="['/app/docs', it.id, 'history']">{{
          t('documents.acts.history')
        }}</a>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 0.75rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentActs {
  readonly document = input.required<Document>();
  readonly reopen = output<void>();

  protected readonly pdf = computed(() => pdfAddress(this.document().id));
  protected readonly fountain = computed(() => fountainAddress(this.document().id));
  /** Nothing that matters has changed since it was approved, so sharing is what comes next. */
  protected readonly isStillApproved = computed(() => {
    const { approvedVersion, may } = this.document();
    return approvedVersion !== null && may.share;
  });
  /** Named on the button when there is only one it can go to. */
  protected readonly supervisor = computed(() => {
    const judges = this.document().supervision;
    return judges.length === 1 ? judges[0]?.displayName : undefined;
  });
}
