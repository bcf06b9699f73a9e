import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NotebookSummary, Page } from '@common-ground/contract';
import {
  Dates,
  Empty,
  PageHeading,
  Session,
  Waiting,
  WordsInTemplate,
  loadedFrom,
} from '@common-ground/web/platform';

/** The notebooks somebody shares with those they supervise or who supervise them. */
@Component({
  selector: 'cg-notebooks-page',
  imports: [Empty, PageHeading, RouterLink, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      <h1 cgHeading>{{ t('people.notebooks.title') }}</h1>
      @if (notebooks.value(); as page) {
        @if (page.items.length === 0) {
          <cg-empty [text]="t('people.notebooks.empty')" />
        } @else {
          <p class="cg-quiet">{{ t('people.notebooks.lead') }}</p>
          <ul class="cg-lines">
            @for (one of page.items; track one.id) {
              <li>
                <p>
                  <a class="cg-title" [routerLink]="['/app/notebooks', one.id]">{{
                    t(isMine(one) ? 'people.notebooks.youSupervise' : 'people.notebooks.supervisesYou', {
                      name: isMine(one) ? one.therapist.displayName : one.supervisor.displayName,
                    })
                  }}</a>
                </p>
                <p class="cg-quiet">
                  @if (one.writtenAt; as at) {
                    {{
                      t('people.notebooks.writtenBy', {
                        name: one.writtenBy?.displayName,
                        ago: dates.ago(at),
                      })
                    }}
                  } @else {
                    {{ t('people.notebooks.nothing') }}
                  }
                  @if (!one.may.write) {
                    {{ t('people.notebooks.over') }}
                  }
                </p>
              </li>
            }
          </ul>
        }
      } @else {
        <cg-waiting [on]="notebooks" shape="list" />
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotebooksPage {
  private readonly session = inject(Session);
  protected readonly dates = inject(Dates);

  protected readonly notebooks = loadedFrom<Page<NotebookSummary>>(() => 'notebooks');

  protected isMine({ supervisor }: NotebookSummary): boolean {
    return supervisor.id === this.session.person()?.id;
  }
}
