import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { WordsInTemplate, loaded } from '@common-ground/web/platform';
import { ConsentWords } from './consent-words';
import { ConsentsClient } from './consents.client';

/** What waits for the reader's yes or no, one line each. Nothing at all when nobody asks. */
@Component({
  selector: 'cg-questions-for-me',
  imports: [RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (questions.value(); as questions) {
        @if (questions.length > 0) {
          <section aria-labelledby="questions">
            <h2 id="questions">{{ t('privacy.questions.heading', { count: questions.length }) }}</h2>
            <ul class="cg-lines">
              @for (question of questions; track question.id) {
                <li>
                  <a [routerLink]="['/me/consent', question.id]">{{
                    t('privacy.consent.title', {
                      to: words.person(question.to),
                      papers: words.papers(question),
                    })
                  }}</a>
                </li>
              }
            </ul>
          </section>
        }
      }
    </ng-container>
  `,
  styles: `
    a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      font-weight: 700;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuestionsForMe {
  private readonly client = inject(ConsentsClient);
  protected readonly words = inject(ConsentWords);

  readonly questions = loaded(
    () => true,
    (_always, stop) => this.client.mine(stop),
  );
}
