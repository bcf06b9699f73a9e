import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { FamilySessionId } from '@common-ground/contract';
import { PaperChoices } from '@common-ground/web/documents';
import { NoticeWithShareView } from '@common-ground/web/homework';
import { Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { TakeHomeClient, paperOf } from './take-home.client';
import { TakeHomeView } from './take-home-view';

/** What the reader takes home from an hour, and the same on paper. */
@Component({
  selector: 'cg-own-page',
  imports: [NoticeWithShareView, PaperChoices, TakeHomeView, WordsInTemplate, Waiting],
  template: `
    <section *cgWords="let t" aria-labelledby="take-home">
      <h2 id="take-home">{{ t('asked.page.heading') }}</h2>
      @if (page.value(); as page) {
        <p class="cg-quiet">{{ t('asked.page.from', { name: page.givenBy.displayName }) }}</p>
        <div class="cg-paper"><cg-take-home-view [page]="page" /></div>
        @if (page.noticeWithShare; as notice) {
          <cg-notice-with-share [notice]="notice" />
        }
        <div class="cg-screen-only">
          <cg-paper-choices [address]="paperOf(id())" kind="worksheet" [label]="t('asked.page.pdf')" />
        </div>
      } @else {
        <cg-waiting [on]="page" />
      }
    </section>
  `,
  styles: `
    section {
      margin-block-end: 2rem;
    }
    .cg-screen-only {
      margin-block-start: 1.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnPage {
  private readonly client = inject(TakeHomeClient);

  readonly id = input.required<FamilySessionId>();

  protected readonly paperOf = paperOf;
  protected readonly page = loaded(this.id, (id, stop) => this.client.own(id, stop));
}
