import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import type { MyReviewMail } from '@common-ground/contract';
import {
  Announcer,
  Api,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loadedFrom,
} from '@common-ground/web/platform';

/** Whether one is told by mail that a review waits or came back. Holds at once, wherever one signs in. */
@Component({
  selector: 'cg-review-mail-choice',
  imports: [ProblemNotice, WordsInTemplate, Waiting],
  template: `
    <fieldset *cgWords="let t">
      <legend>{{ t('people.settings.reviewMail') }}</legend>
      @if (choice.value(); as mine) {
        @if (failed(); as problem) {
          <cg-problem role="alert" area="people" [problem]="problem" />
        }
        <label class="cg-choice">
          <input type="checkbox" [checked]="mine.wanted" (change)="choose($event)" />
          <span>
            {{ t('people.settings.reviewMailWanted') }}
            <span class="cg-quiet hint">{{
              t(mine.isOffered ? 'people.settings.reviewMailHint' : 'people.settings.reviewMailNotHere')
            }}</span>
          </span>
        </label>
      } @else {
        <cg-waiting [on]="choice" />
      }
    </fieldset>
  `,
  styles: `
    .hint {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewMailChoice {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);

  protected readonly choice = loadedFrom<MyReviewMail>(() => 'me/review-mail');
  protected readonly failed = signal<Problem | null>(null);

  /** What was not saved is not shown as if it were. */
  protected async choose(ticked: Event): Promise<void> {
    const box = ticked.target as HTMLInputElement;
    this.failed.set(null);
    try {
      const saved = (await this.api.put<MyReviewMail>('me/review-mail', { wanted: box.checked })).body;
      this.choice.set(saved);
      this.announcer.say(this.words.say('people.settings.reviewMailSaved'));
    } catch (cause) {
      box.checked = !box.checked;
      this.failed.set(Problem.from(cause));
    }
  }
}
