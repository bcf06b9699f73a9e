import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LOOK_BACK_QUESTIONS } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { LookBackStore, isBlank } from './look-back.store';

/** What somebody says about an hour, question by question, each with the way to change it. */
@Component({
  selector: 'cg-look-back-lines',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ul *cgWords="let t" class="cg-lines">
      @for (question of questions; track question) {
        @let draft = store.draft(question);
        <li>
          <h3>{{ t('looking.questions.' + question + '.asked') }}</h3>
          @if (blank(draft)) {
            <p class="cg-quiet">{{ t('looking.leftOut') }}</p>
          }
          @if (draft.choice; as choice) {
            <p>{{ t('looking.questions.' + question + '.choices.' + choice) }}</p>
          }
          @if (draft.words) {
            <p class="words">{{ draft.words }}</p>
          }
          @if (mayChange()) {
            <a
              class="change"
              [routerLink]="['/me/sessions', store.lookBack()?.id, 'after', 'q', $index + 1]"
              [queryParams]="{ from: 'check' }"
              [attr.aria-label]="
                t('looking.check.changeOf', { question: t('looking.questions.' + question + '.asked') })
              "
              >{{ t('looking.check.change') }}</a
            >
          }
        </li>
      }
    </ul>
  `,
  styles: `
    h3 {
      margin: 0 0 4px;
      font-size: 1.0625rem;
    }
    p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .words {
      white-space: pre-line;
    }
    .change {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookBackLines {
  protected readonly store = inject(LookBackStore);

  readonly mayChange = input(false);

  protected readonly questions = LOOK_BACK_QUESTIONS;
  protected readonly blank = isBlank;
}
