import { Injectable, inject, signal } from '@angular/core';
import type { AnswerId } from '@common-ground/contract';
import { HalfWritten, Problem, newKey } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';

interface KeptNote {
  readonly text: string;
  /** The same for every try, so that trying again after a lost answer does not write the note twice. */
  readonly key: string;
  /** It may be with its reader already: other words are then another note. */
  readonly wasTried: boolean;
}

interface NoteDraft extends KeptNote {
  readonly isSending: boolean;
  readonly problem: Problem | null;
}

/** Where a note lies on the device, before the id of its answer. */
const SHELF = 'notes/';

/**
 * Notes to answers that are being written. They belong to the page and not to the box they are typed into, so that
 * switching between people and questions loses nothing; and they lie on the device, so that neither does a reload.
 */
@Injectable()
export class NotesStore {
  private readonly client = inject(HomeworkClient);
  private readonly halfWritten = inject(HalfWritten);
  private readonly drafts = signal<ReadonlyMap<AnswerId, NoteDraft>>(new Map());

  constructor() {
    void this.takeUp();
  }

  draft(answer: AnswerId): NoteDraft | null {
    return this.drafts().get(answer) ?? null;
  }

  open(answer: AnswerId): void {
    this.set(answer, { text: '', key: newKey(), wasTried: false, isSending: false, problem: null });
  }

  type(answer: AnswerId, text: string): void {
    const draft = this.draft(answer);
    if (!draft) return;
    // Other words are another note: repeating the old name with them would be refused.
    const name = draft.wasTried ? { key: newKey(), wasTried: false } : {};
    this.keep(answer, { ...draft, ...name, text });
  }

  close(answer: AnswerId): void {
    this.drafts.update((drafts) => new Map([...drafts].filter(([id]) => id !== answer)));
    void this.halfWritten.drop(SHELF + answer);
  }

  /** True when the note is with its reader. A failure keeps the words, and so does typing on meanwhile. */
  async send(answer: AnswerId): Promise<boolean> {
    const draft = this.draft(answer);
    if (!draft || draft.isSending || draft.text.trim() === '') return false;
    const tried = { ...draft, wasTried: true };
    this.keep(answer, { ...tried, isSending: true, problem: null });
    try {
      await this.client.giveFeedback(answer, { text: draft.text.trim() }, draft.key);
      const now = this.draft(answer);
      if (now === null || now.key === draft.key) this.close(answer);
      // What was typed on meanwhile has a name of its own, and is another note that nobody has sent.
      else this.keep(answer, { ...now, isSending: false });
      return true;
    } catch (cause) {
      this.set(answer, { ...(this.draft(answer) ?? tried), isSending: false, problem: Problem.from(cause) });
      return false;
    }
  }

  /** What an earlier page left; what is written here already stays. */
  private async takeUp(): Promise<void> {
    for (const [id, kept] of await this.halfWritten.under(SHELF)) {
      const answer = id as AnswerId;
      if (!this.draft(answer)?.text)
        this.set(answer, { ...(kept as KeptNote), isSending: false, problem: null });
    }
  }

  private keep(answer: AnswerId, draft: NoteDraft): void {
    this.set(answer, draft);
    const { text, key, wasTried } = draft;
    // Nothing is no words: it is not to keep anybody from signing out.
    if (text.trim() === '') return void this.halfWritten.drop(SHELF + answer);
    void this.halfWritten.keep(SHELF + answer, { text, key, wasTried } satisfies KeptNote);
  }

  private set(answer: AnswerId, draft: NoteDraft): void {
    this.drafts.update((drafts) => new Map(drafts).set(answer, draft));
  }
}
