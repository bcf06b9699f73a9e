import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  type OnInit,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import type { Document } from '@common-ground/contract';
import {
  Problem,
  ProblemWords,
  SaveQueue,
  SaveStateLine,
  type Saving,
  TranslocoDirective,
} from '@common-ground/web/platform';
import { UndoKeeper } from '../kinds/worksheet/editor/undo-keeper';
import { WorksheetDesk } from '../kinds/worksheet/editor/worksheet-desk';
import { WorksheetEditor } from '../kinds/worksheet/editor/worksheet-editor';
import { begin } from '../kinds/worksheet/editor/worksheet-history';
import { type Merged, merge } from '../kinds/worksheet/editor/worksheet-merge';
import type { WorksheetText } from '../kinds/worksheet/editor/worksheet-model';
import { TwoTexts } from '../kinds/worksheet/editor/two-texts';
import { Threads } from '../supervision/threads';
import { Advice } from './advice';
import { ConcernLines } from './concern-lines';
import { DocumentActs } from './document-acts';
import { DocumentStatus } from './document-status';
import { ReturnedReview } from './returned-review';

/** A worksheet being written: the editor, the words of saving, the advice and the supervisor's threads around it. */
@Component({
  selector: 'cg-worksheet-drafting',
  imports: [
    ConcernLines,
    DocumentActs,
    SaveStateLine,
    Threads,
    TranslocoDirective,
    TwoTexts,
    WorksheetEditor,
  ],
  providers: [WorksheetDesk, Advice, ReturnedReview],
  templateUrl: './worksheet-drafting.html',
  styleUrl: './worksheet-drafting.scss',
  host: { '(focusin)': 'follow($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorksheetDrafting implements OnInit {
  private readonly route = inject(ActivatedRoute);
  private readonly queue = inject(SaveQueue);
  private readonly keeper = inject(UndoKeeper);
  private readonly problems = inject(ProblemWords);
  private readonly page = inject(DOCUMENT);
  private readonly status = inject(DocumentStatus);
  protected readonly desk = inject(WorksheetDesk);
  protected readonly advice = inject(Advice);
  protected readonly review = inject(ReturnedReview);

  readonly document = input.required<Document>();
  /** The server holds something this page cannot go on with: ask for the document anew. */
  readonly outdated = output<void>();

  protected readonly saving = signal<Saving<WorksheetText> | null>(null);
  protected readonly clash = signal<Merged | null>(null);
  /** Said once after changes from another screen were taken in without a question. */
  protected readonly hasMerged = signal(false);
  protected readonly sentence = computed(() => this.status.of(this.document()));
  protected readonly refusal = computed(() => {
    const trouble = this.saving()?.trouble();
    if (trouble?.sort !== 'refused') return null;
    return this.problems.of(new Problem(409, trouble.code as Problem['code']), 'documents');
  });

  /** What both sides of a merge grew out of: the last text the server is known to have had from here. */
  private base!: WorksheetText;
  private written!: WorksheetText;

  constructor() {
    effect(() => {
      const text = this.desk.text();
      if (this.saving() && text !== this.written) untracked(() => this.write(text));
    });
    effect(() => {
      const state = this.saving()?.state();
      if (state?.word !== 'saved') return;
      this.base = this.written;
      untracked(() => this.advice.ask(this.document().id));
    });
    effect(() => {
      const trouble = this.saving()?.trouble();
      if (trouble?.sort === 'conflict') untracked(() => this.meet(trouble.theirs));
    });
    afterNextRender(() => this.desk.wanted.set({ block: this.wantedBlock(), at: 'end' }));
    this.keepUndoWhenLeaving();
  }

  ngOnInit(): void {
    const { id, title, content, revision, updatedAt } = this.document();
    const served: WorksheetText = { title, content };
    const saving = this.queue.open<WorksheetText>({
      key: `documents/${id}`,
      path: `worksheets/${id}/draft`,
      revision,
      savedAt: updatedAt,
    });
    const text = saving.newer ?? served;
    this.base = served;
    this.desk.open(this.keeper.take(id, text) ?? begin(text));
    this.written = this.desk.text();
    this.saving.set(saving);
    this.review.open(this.document());
  }

  protected follow(event: FocusEvent): void {
    const block = (event.target as HTMLElement).closest('[id^="block-"]');
    this.advice.writingIn.set(block?.id.slice('block-'.length) ?? null);
  }

  protected settle(text: WorksheetText): void {
    this.clash.set(null);
    this.takeOver(text);
    this.desk.wanted.set({ block: null, at: 'end' });
  }

  /** A link to something to mend leads to its block; otherwise the cursor starts in the title. */
  private wantedBlock(): string | null {
    const id = this.route.snapshot.fragment?.replace(/^block-/u, '');
    return id !== undefined && this.desk.ids().includes(id) ? id : null;
  }

  private write(text: WorksheetText): void {
    this.written = text;
    this.hasMerged.set(false);
    this.saving()?.write(text);
  }

  /** Somebody saved another text first. What does not collide is brought together at once. */
  private meet(theirs: Readonly<Record<string, unknown>> | null): void {
    if (theirs === null) return this.outdated.emit();
    const { title, content } = theirs as unknown as WorksheetText;
    const merged = merge(this.base, this.desk.text(), { title, content });
    this.base = { title, content };
    if (merged.clashes.length > 0) return this.clash.set(merged);
    this.takeOver(merged.text);
    this.hasMerged.set(true);
  }

  private takeOver(text: WorksheetText): void {
    this.written = text;
    this.desk.replace(text);
    this.saving()?.settleConflict(text);
  }

  private keepUndoWhenLeaving(): void {
    const keep = (): void => this.keeper.keep(this.document().id, this.desk.snapshot());
    const window = this.page.defaultView;
    window?.addEventListener('pagehide', keep);
    inject(DestroyRef).onDestroy(() => {
      window?.removeEventListener('pagehide', keep);
      keep();
    });
  }
}
