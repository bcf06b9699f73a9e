import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import {
  LIMITS,
  type NotebookText,
  type SupervisionId,
  type SupervisionNotebook,
} from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  Field,
  LeftWords,
  PageHeading,
  PageTitle,
  SaveStateLine,
  Session,
  Waiting,
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { NotebookStore } from './notebook.store';

/** Goals and themes of a supervision, written by the two it is between. */
@Component({
  selector: 'cg-notebook-page',
  imports: [Breadcrumb, Field, LeftWords, PageHeading, SaveStateLine, WordsInTemplate, Waiting],
  providers: [NotebookStore],
  templateUrl: './notebook-page.html',
  styleUrl: './notebook-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotebookPage {
  private readonly words = inject(Words);
  private readonly session = inject(Session);
  protected readonly dates = inject(Dates);
  protected readonly store = inject(NotebookStore);

  readonly id = input.required<SupervisionId>();

  protected readonly limits = LIMITS;
  protected readonly fields = ['goals', 'themes'] as const satisfies readonly (keyof NotebookText)[];
  /** What was written too late, field by field. */
  protected readonly leftFields = computed(() => {
    const left = this.store.left();
    if (left === null) return [];
    return this.fields.map((field) => ({
      name: this.words.say(`people.notebooks.${field}`),
      words: left[field],
    }));
  });
  protected readonly trail = computed(() => [
    { words: this.words.say('people.notebooks.title'), link: '/app/notebooks' },
  ]);

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.store.open(this.id()));
    effect(() => {
      const notebook = this.store.notebook.value();
      if (notebook) title.set(this.words.say('people.notebooks.with', { name: this.other(notebook) }));
    });
  }

  /** What stands on the server, where it is not what stands here. */
  protected theirs(): NotebookText | null {
    return (this.store.conflict()?.theirs as NotebookText | null | undefined) ?? null;
  }

  protected changed(field: keyof NotebookText, words: string): Partial<NotebookText> {
    return { [field]: words };
  }

  protected other({ supervisor, therapist }: SupervisionNotebook): string {
    return (supervisor.id === this.session.person()?.id ? therapist : supervisor).displayName;
  }
}
