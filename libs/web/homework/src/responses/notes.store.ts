import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { AnswerId } from '@common-ground/contract';
import { Problem, newKey } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';

interface NoteDraft {
  readonly text: string;
  /** The same for every try, so that trying again after a lost answer does not write the note twice. */
  readonly key: string;
  readonly isSending: boolean;
  readonly problem: Problem | null;
}

/**
 * Notes to answers that are being written. They belong to the page and not to the box they are typed into, so that
 * switching between people and questions loses nothing.
 */
@Injectable()
export class NotesStore {
  private readonly client = inject(HomeworkClient);
  private readonly drafts = signal<ReadonlyMap<AnswerId, NoteDraft>>(new Map());

  constructor() {
    const window = inject(DOCUMENT).defaultView;
    const stay = (leaving: BeforeUnloadEvent): void => {
      if ([...this.drafts().values()].some(({ text }) => text.trim() !== '')) leaving.preventDefault();
    };
    window?.addEventListener('beforeunload', stay);
    inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', stay));
  }

  draft(answer: AnswerId): NoteDraft | null {
    return this.drafts().get(answer) ?? null;
  }

  open(answer: AnswerId): void {
    this.set(answer, { text: '', key: newKey(), isSending: false, problem: null });
  }

  type(answer: AnswerId, text: string): void {
    const draft = this.draft(answer);
    // Other words are another note: repeating the old name with them would be refused.
    if (draft) this.set(answer, { ...draft, text, key: draft.problem ? newKey() : draft.key });
  }

  close(answer: AnswerId): void {
    this.drafts.update((drafts) => new Map([...drafts].filter(([id]) => id !== answer)));
  }

  /** True when the note is with its reader. A failure keeps the words. */
  async send(answer: AnswerId): Promise<boolean> {
    const draft = this.draft(answer);
    if (!draft || draft.isSending || draft.text.trim() === '') return false;
    this.set(answer, { ...draft, isSending: true, problem: null });
    try {
      await this.client.giveFeedback(answer, { text: draft.text.trim() }, draft.key);
      this.close(answer);
      return true;
    } catch (cause) {
      this.set(answer, { ...draft, isSending: false, problem: Problem.from(cause) });
      return false;
    }
  }

  private set(answer: AnswerId, draft: NoteDraft): void {
    this.drafts.update((drafts) => new Map(drafts).set(answer, draft));
  }
}
