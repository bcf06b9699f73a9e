import { Injectable, inject, signal } from '@angular/core';
import type { AnswerId, NewFeedback, TaskId } from '@common-ground/contract';
import { HalfWritten, Problem, newKey } from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';

/** What a note is about: one answer, or a piece as a whole. */
export type Noted = AnswerId | `piece/${TaskId}`;

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
  /** People of another family who are named in these very words: told once, and then they are meant. */
  readonly named: readonly string[];
}

/** Nothing has been tried with it on this page. */
const AT_REST = { isSending: false, problem: null, named: [] } as const;

/** Where a note lies on the device, before what it is about. */
const SHELF = 'notes/';

const PIECE = 'piece/';

function isOfPiece(about: Noted): about is `piece/${TaskId}` {
  return about.startsWith(PIECE);
}

/**
 * Notes that are being written, to answers and to whole pieces. They belong to the page and not to the box they are typed into, so that
 * switching between people and questions loses nothing; and they lie on the device, so that neither does a reload.
 */
@Injectable()
export class NotesStore {
  private readonly client = inject(HomeworkClient);
  private readonly halfWritten = inject(HalfWritten);
  private readonly drafts = signal<ReadonlyMap<Noted, NoteDraft>>(new Map());

  constructor() {
    void this.takeUp();
  }

  draft(about: Noted): NoteDraft | null {
    return this.drafts().get(about) ?? null;
  }

  open(about: Noted): void {
    this.set(about, { text: '', key: newKey(), wasTried: false, ...AT_REST });
  }

  type(about: Noted, text: string): void {
    const draft = this.draft(about);
    if (!draft) return;
    // Other words are another note: repeating the old name with them would be refused.
    const name = draft.wasTried ? { key: newKey(), wasTried: false } : {};
    // Other words may name others: what was found before is no answer to them.
    this.keep(about, { ...draft, ...name, text, named: [] });
  }

  close(about: Noted): void {
    this.drafts.update((drafts) => new Map([...drafts].filter(([id]) => id !== about)));
    void this.halfWritten.drop(SHELF + about);
  }

  /** True when the note is with its reader. A failure keeps the words, and so does typing on meanwhile. */
  async send(about: Noted): Promise<boolean> {
    const draft = this.draft(about);
    if (!draft || draft.isSending || draft.text.trim() === '') return false;
    const tried = { ...draft, wasTried: true };
    this.keep(about, { ...tried, isSending: true, problem: null });
    try {
      const meant = draft.named.length > 0 ? { namesMeant: true } : {};
      await this.give(about, { text: draft.text.trim(), ...meant }, draft.key);
      const now = this.draft(about);
      if (now === null || now.key === draft.key) this.close(about);
      // What was typed on meanwhile has a name of its own, and is another note that nobody has sent.
      else this.keep(about, { ...now, isSending: false });
      return true;
    } catch (cause) {
      const problem = Problem.from(cause);
      const now = { ...(this.draft(about) ?? tried), isSending: false };
      if (problem.code !== 'names-people') this.set(about, { ...now, problem });
      // Typed on meanwhile, it is asked about again when it is sent.
      else if (now.text === draft.text)
        this.set(about, { ...now, named: problem.errors.map(({ message }) => message) });
      else this.set(about, now);
      return false;
    }
  }

  private give(about: Noted, note: NewFeedback, key: string): Promise<void> {
    return isOfPiece(about)
      ? this.client.giveNote(about.slice(PIECE.length) as TaskId, note, key)
      : this.client.giveFeedback(about, note, key);
  }

  /** What an earlier page left; what is written here already stays. */
  private async takeUp(): Promise<void> {
    for (const [id, kept] of await this.halfWritten.under(SHELF)) {
      const about = id as Noted;
      if (!this.draft(about)?.text) this.set(about, { ...(kept as KeptNote), ...AT_REST });
    }
  }

  private keep(about: Noted, draft: NoteDraft): void {
    this.set(about, draft);
    const { text, key, wasTried } = draft;
    // Nothing is no words: it is not to keep anybody from signing out.
    if (text.trim() === '') return void this.halfWritten.drop(SHELF + about);
    void this.halfWritten.keep(SHELF + about, { text, key, wasTried } satisfies KeptNote);
  }

  private set(about: Noted, draft: NoteDraft): void {
    this.drafts.update((drafts) => new Map(drafts).set(about, draft));
  }
}
