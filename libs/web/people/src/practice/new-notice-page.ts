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
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { TranslocoDirective } from '@jsverse/transloco';
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
    TranslocoDirective,
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
  private readonly settings = loaded(
    () => true,
    () => this.client.settings(),
  );
  private readonly notices = loaded(
    () => true,
    () => this.client.notices(),
  );
  private readonly standing = computed(() =>
    this.notices
      .value()
      ?.find(
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
    effect(() => {
      const standing = this.standing();
      if (standing)
        this.model.update((model) => (model.text === '' ? { ...model, text: standing.text } : model));
    });
    effect(() => {
      const today = this.settings.value()?.today;
      if (today !== undefined)
        this.model.update((model) => (model.inForceFrom === '' ? { ...model, inForceFrom: today } : model));
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
