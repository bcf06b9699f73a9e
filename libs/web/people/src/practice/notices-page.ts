import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LANGUAGES, NOTICE_SORTS, type Notice } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  Waiting,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { NoticePaper } from './notice-paper';
import { PracticeClient } from './practice.client';

/** The dated texts families are shown, as they see them, with everything that stood there before. */
@Component({
  selector: 'cg-notices-page',
  imports: [Breadcrumb, NoticePaper, PageHeading, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './notices-page.html',
  styleUrl: './notices-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticesPage {
  private readonly client = inject(PracticeClient);
  protected readonly dates = inject(Dates);

  protected readonly notices = loaded(
    () => true,
    () => this.client.notices(),
  );
  protected readonly groups = computed(() => {
    const all = this.notices.value() ?? [];
    return NOTICE_SORTS.flatMap((sort) =>
      LANGUAGES.map((language) => {
        const own = all.filter((notice) => notice.sort === sort && notice.language === language);
        const withState = (state: Notice['state']): readonly Notice[] =>
          own.filter((notice) => notice.state === state);
        return {
          id: `${sort}-${language}`,
          sort,
          language,
          shown: withState('in-force')[0] ?? null,
          toCome: withState('to-come'),
          past: withState('superseded'),
        };
      }),
    );
  });
}
