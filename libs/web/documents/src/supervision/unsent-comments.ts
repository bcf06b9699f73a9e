import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  Dates,
  LeftWords,
  Problem,
  ProblemNotice,
  Words,
  WordsInTemplate,
  loaded,
  type LeftField,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';

/** Comments somebody wrote and can send no more: a stand-in whose days are over, a text that was taken back. */
@Component({
  selector: 'cg-unsent-comments',
  imports: [LeftWords, ProblemNotice, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (failed(); as problem) {
        <cg-problem role="alert" area="documents" [problem]="problem" (again)="again()" />
      }
      @for (tried of [attempt()]; track tried) {
        <cg-left-words
          [fields]="fields()"
          [why]="t('documents.unsent.why')"
          place="unsentWords"
          [isEach]="true"
          (letGoOf)="discard($event)"
        />
      }
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnsentComments {
  private readonly client = inject(DocumentsClient);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  /** Quietly none where they do not come: the queue can be worked through without them. */
  private readonly unsent = loaded(
    () => true,
    () => this.client.unsentComments(),
  );
  /** Counts what did not work: what was to go is shown again. */
  protected readonly attempt = signal(0);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly fields = computed((): readonly LeftField[] =>
    (this.unsent.value() ?? []).map(({ text, suggestion, at }) => ({
      name: this.words.say('documents.unsent.written', { moment: this.dates.moment(at) }),
      words: [text, suggestion ?? ''].filter((words) => words !== '').join('\n'),
    })),
  );

  protected async discard(field: LeftField): Promise<void> {
    const comment = (this.unsent.value() ?? [])[this.fields().indexOf(field)];
    if (comment === undefined) return;
    this.failed.set(null);
    try {
      await this.client.discardComments([comment.id]);
    } catch (cause) {
      this.failed.set(Problem.from(cause));
      this.attempt.update((tried) => tried + 1);
      return;
    }
    this.unsent.again();
  }

  protected again(): void {
    this.failed.set(null);
    this.unsent.again();
  }
}
