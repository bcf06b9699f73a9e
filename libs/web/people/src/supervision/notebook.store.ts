import { Injectable, computed, inject, signal } from '@angular/core';
import {
  LIMITS,
  type NotebookText,
  type SupervisionId,
  type SupervisionNotebook,
} from '@common-ground/contract';
import { Api, ProblemWords, SaveQueue, bothTexts, loaded, type Saving } from '@common-ground/web/platform';

/** The notebook of a pair, on its way to the server. */
@Injectable()
export class NotebookStore {
  private readonly api = inject(Api);
  private readonly queue = inject(SaveQueue);
  private readonly problems = inject(ProblemWords);
  private readonly id = signal<SupervisionId | undefined>(undefined);
  private readonly written = signal<NotebookText | null>(null);
  private readonly saving = signal<Saving<NotebookText> | null>(null);
  private readonly isOver = signal(false);

  readonly notebook = loaded(
    () => this.id(),
    async (id, stop) => {
      const { body } = await this.api.get<SupervisionNotebook>(`notebooks/${id}`, { signal: stop });
      this.begin(body);
      return body;
    },
  );
  /** What can be written on; null once nobody writes here any more. */
  readonly text = computed(() => (this.isOver() || this.left() !== null ? null : this.written()));
  readonly saveState = computed(() => this.saving()?.state() ?? null);
  readonly conflict = computed(() => {
    const trouble = this.saving()?.trouble();
    return trouble?.sort === 'conflict' ? trouble : null;
  });
  /** Both texts in one, where each field holds it; null where one has to be shortened first. */
  readonly both = computed(() => {
    const mine = this.written();
    const theirs = this.conflict()?.theirs as NotebookText | null | undefined;
    return theirs && mine ? bothTexts(theirs, mine, ['goals', 'themes'], LIMITS.paragraph) : null;
  });
  /**
   * Words that will never be saved, because the supervision ended before they arrived: on this device and nowhere else.
   * To one of the two the server forbids writing for no other reason.
   */
  readonly left = computed(() => {
    const trouble = this.saving()?.trouble();
    const isForbidden = trouble?.sort === 'refused' && trouble.code === 'not-allowed';
    return isForbidden || this.isOver() ? this.unsent() : null;
  });

  /** What the server says against one field, in words. */
  faultAt(field: keyof NotebookText): string | null {
    const trouble = this.saving()?.trouble();
    const fault = trouble?.sort === 'refused' ? trouble.errors.find(({ path }) => path === field) : null;
    return fault ? this.problems.ofField(fault, 'people') : null;
  }

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
    const text = { mine, theirs: textOf(theirs), both: this.both() }[whose];
    if (text === null) return;
    this.written.set(text);
    this.saving()?.settleConflict(text);
  }

  /** Deletes the words that were never saved from this device: their author said so. */
  letGo(): void {
    this.saving()?.drop();
    this.saving.set(null);
    this.written.set(null);
    this.isOver.set(true);
  }

  private unsent(): NotebookText | null {
    return this.saveState()?.word === 'saved' ? null : this.written();
  }

  private begin(notebook: SupervisionNotebook): void {
    const saving = this.queue.open<NotebookText>({
      ...{ key: `notebooks/${notebook.id}`, path: `notebooks/${notebook.id}` },
      ...{ revision: notebook.revision, savedAt: notebook.writtenAt },
    });
    this.written.set(saving.newer ?? textOf(notebook));
    this.saving.set(saving);
    this.isOver.set(!notebook.may.write);
  }
}

function textOf({ goals, themes }: NotebookText): NotebookText {
  return { goals, themes };
}
