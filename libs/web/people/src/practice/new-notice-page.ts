import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { LANGUAGES, NOTICE_SORTS } from '@common-ground/contract';
import {
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  ProblemNotice,
  Waiting,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { NoticePaper } from './notice-paper';
import { PracticeClient } from './practice.client';

/** The next version of a notice. It begins with the text that stands, and shows itself as a family will see it. */
@Component({
  selector: 'cg-new-notice-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    Field,
    FormField,
    NoticePaper,
    PageHeading,
    ProblemNotice,
    RouterLink,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './new-notice-page.html',
  styleUrl: './notices-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewNoticePage {
  private readonly client = inject(PracticeClient);
  private readonly router = inject(Router);

  /** From the address. */
  readonly sort = input<string>();
  readonly language = input<string>();

  protected readonly chosenSort = computed(
    () => NOTICE_SORTS.find((one) => one === this.sort()) ?? 'privacy',
  );
  protected readonly chosenLanguage = computed(
    () => LANGUAGES.find((one) => one === this.language()) ?? 'en',
  );
  protected readonly practice = loaded(
    () => true,
    async () => {
      const [settings, notices] = await Promise.all([this.client.settings(), this.client.notices()]);
      return { today: settings.today, notices };
    },
  );
  private readonly standing = computed(() =>
    this.practice
      .value()
      ?.notices.find(
        (notice) =>
          notice.state === 'in-force' &&
          notice.sort === this.chosenSort() &&
          notice.language === this.chosenLanguage(),
      ),
  );
  protected readonly sending = sendingOf('practice');
  protected readonly model = signal({ text: '', inForceFrom: '' });
  protected readonly form = form(this.model);

  constructor() {
    // The form stands only once this has arrived: nobody types into a field that a text may still come into.
    effect(() => {
      const practice = this.practice.value();
      if (practice) this.model.set({ text: this.standing()?.text ?? '', inForceFrom: practice.today });
    });
  }

  protected async write(): Promise<void> {
    const { text, inForceFrom } = this.model();
    const request = { sort: this.chosenSort(), language: this.chosenLanguage(), text, inForceFrom };
    const written = await this.sending.send(
      () => this.client.write(request),
      () => checkedAgainst('NewNotice', request),
    );
    if (written) void this.router.navigate(['/admin/notices']);
  }
}
