import { Injectable, computed, inject, signal } from '@angular/core';
import type {
  ActionField,
  FamilySessionId,
  SessionAction,
  SessionOption,
  SessionPad,
  SessionPadContent,
} from '@common-ground/contract';
import { openQuestions, type OpenQuestion } from '@common-ground/rules/content';
import { ProblemWords, SaveQueue, newKey, type Saving } from '@common-ground/web/platform';
import { SessionsClient } from '../sessions.client';

const NO_ACTION: Readonly<Record<ActionField, string>> = {
  ...{ who: '', what: '', when: '', howOften: '', howWeWillKnow: '', ifItSlips: '' },
};

/** What is written down in the hour, on its way to the server. */
@Injectable()
export class PadStore {
  private readonly queue = inject(SaveQueue);
  private readonly client = inject(SessionsClient);
  private readonly problems = inject(ProblemWords);

  private id: FamilySessionId | null = null;
  private revision = 0;
  private readonly written = signal<SessionPadContent | null>(null);
  private readonly asked = signal<ReadonlySet<string>>(new Set());
  private readonly saving = signal<Saving<SessionPadContent> | null>(null);

  readonly content = this.written.asReadonly();
  readonly saveState = computed(() => this.saving()?.state() ?? null);
  readonly conflict = computed(() => {
    const trouble = this.saving()?.trouble();
    return trouble?.sort === 'conflict' ? trouble : null;
  });
  readonly isRefused = computed(() => this.saving()?.trouble()?.sort === 'refused');

  /** What the server says against one field, in words. */
  faultAt(field: keyof SessionPadContent): string | null {
    const trouble = this.saving()?.trouble();
    const fault =
      trouble?.sort === 'refused' ? trouble.errors.find(({ path }) => path.split('.')[0] === field) : null;
    return fault ? this.problems.ofField(fault, 'running') : null;
  }

  open(id: FamilySessionId, pad: SessionPad): void {
    const saving = this.queue.open<SessionPadContent>({
      ...{ key: `sessions/${id}/run/pad`, path: `sessions/${id}/run/pad` },
      ...{ revision: pad.revision, savedAt: pad.savedAt },
    });
    this.id = id;
    this.revision = pad.revision;
    this.written.set(saving.newer ?? contentOf(pad));
    this.saving.set(saving);
  }

  /** Somebody else wrote: what they wrote is shown here, unless this page has words of its own on the way. */
  async catchUp(revision: number): Promise<void> {
    const { id } = this;
    const isQuiet = (): boolean => this.saveState()?.word === 'saved';
    if (id === null || revision <= this.revision || !isQuiet()) return;
    this.revision = revision;
    const before = this.written();
    const pad = await this.client.pad(id).catch(() => null);
    if (pad !== null && isQuiet() && this.written() === before) this.open(id, pad);
  }

  write(change: Partial<SessionPadContent>): void {
    const before = this.written();
    if (before !== null) this.put({ ...before, ...change });
  }

  addOption(): string {
    const id = freshId();
    this.write({ options: [...this.options(), { id, words: '', plus: '', minus: '' }] });
    return id;
  }

  rewriteOption(id: string, change: Partial<SessionOption>): void {
    this.write({
      options: this.options().map((option) => (option.id === id ? { ...option, ...change } : option)),
    });
  }

  removeOption(id: string): void {
    this.write({ options: this.options().filter((option) => option.id !== id) });
  }

  addAction(): string {
    const id = freshId();
    this.write({ actions: [...this.actions(), { ...NO_ACTION, id, agreed: false }] });
    return id;
  }

  /** Other words open an action again: what was agreed on were the words before. */
  rewriteAction(id: string, field: ActionField, words: string): void {
    this.changeAction(id, { [field]: words, agreed: false });
  }

  removeAction(id: string): void {
    this.write({ actions: this.actions().filter((action) => action.id !== id) });
  }

  /** Agrees when nothing is open; otherwise the questions stand beside their fields from now on. */
  agree(action: SessionAction): readonly OpenQuestion[] {
    const open = openQuestions(action);
    if (open.length === 0) this.changeAction(action.id, { agreed: true });
    else this.asked.update((asked) => new Set([...asked, action.id]));
    return open;
  }

  /** What is asked about an action, once somebody wanted to agree on it. */
  questionsOf(action: SessionAction): readonly OpenQuestion[] {
    return this.asked().has(action.id) && !action.agreed ? openQuestions(action) : [];
  }

  settle(whose: 'mine' | 'theirs'): void {
    const theirs = this.conflict()?.theirs as SessionPad | null | undefined;
    const mine = this.written();
    const content = whose === 'theirs' && theirs ? contentOf(theirs) : mine;
    if (content === null) return;
    this.written.set(content);
    this.saving()?.settleConflict(content);
  }

  private options(): readonly SessionOption[] {
    return this.written()?.options ?? [];
  }

  private actions(): readonly SessionAction[] {
    return this.written()?.actions ?? [];
  }

  private changeAction(id: string, change: Partial<SessionAction>): void {
    this.write({
      actions: this.actions().map((action) => (action.id === id ? { ...action, ...change } : action)),
    });
  }

  private put(content: SessionPadContent): void {
    this.written.set(content);
    this.saving()?.write(content);
  }
}

function freshId(): string {
  return `p${newKey().slice(0, 12)}`;
}

function contentOf(pad: SessionPad): SessionPadContent {
  const { problem, options, decision, actions, parkingLot, helped, nextOn } = pad;
  return { problem, options, decision, actions, parkingLot, helped, nextOn };
}
