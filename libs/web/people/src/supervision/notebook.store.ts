import { Injectable, computed, inject, signal } from '@angular/core';
import type { NotebookText, SupervisionId, SupervisionNotebook } from '@common-ground/contract';
import { Api, SaveQueue, loaded, type Saving } from '@common-ground/web/platform';

/** The notebook of a pair, on its way to the server. */
@Injectable()
export class NotebookStore {
  private readonly api = inject(Api);
  private readonly queue = inject(SaveQueue);
  private readonly id = signal<SupervisionId | undefined>(undefined);
  private readonly written = signal<NotebookText | null>(null);
  private readonly saving = signal<Saving<NotebookText> | null>(null);

  readonly notebook = loaded(
    () => this.id(),
    async (id, signal) => {
      const { body } = await this.api.get<SupervisionNotebook>(`notebooks/${id}`, { signal });
      this.begin(body);
      return body;
    },
  );
  readonly text = this.written.asReadonly();
  readonly saveState = computed(() => this.saving()?.state() ?? null);
  readonly conflict = computed(() => {
    const trouble = this.saving()?.trouble();
    return trouble?.sort === 'conflict' ? trouble : null;
  });
  /** The supervision ended while somebody wrote: their words are on this page and nowhere else. */
  readonly isRefused = computed(() => this.saving()?.trouble()?.sort === 'refused');

  open(id: SupervisionId): void {
    this.id.set(id);
  }

  write(change: Partial<NotebookText>): void {
    const before = this.written();
    if (before === null) return;
    const text = { ...before, ...change };
    this.written.set(text);
    this.saving()?.write(text);
  }

  settle(whose: 'mine' | 'theirs' | 'both'): void {
    const theirs = this.conflict()?.theirs as NotebookText | null | undefined;
    const mine = this.written();
    if (!theirs || mine === null) return;
    const text = whose === 'mine' ? mine : whose === 'theirs' ? textOf(theirs) : bothOf(theirs, mine);
    this.written.set(text);
    this.saving()?.settleConflict(text);
  }

  private begin(notebook: SupervisionNotebook): void {
    if (!notebook.may.write) return;
    const saving = this.queue.open<NotebookText>({
      ...{ key: `notebooks/${notebook.id}`, path: `notebooks/${notebook.id}` },
      ...{ revision: notebook.revision, savedAt: notebook.writtenAt },
    });
    this.written.set(saving.newer ?? textOf(notebook));
    this.saving.set(saving);
  }
}

function textOf({ goals, themes }: NotebookText): NotebookText {
  return { goals, themes };
}

/** Both texts of a field, one below the other, where they differ. */
function bothOf(theirs: NotebookText, mine: NotebookText): NotebookText {
  const both = (one: string, other: string): string =>
    one === other ? one : [one, other].filter((words) => words !== '').join('\n\n');
  return { goals: both(theirs.goals, mine.goals), themes: both(theirs.themes, mine.themes) };
}
