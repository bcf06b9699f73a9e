import { OverlayContainer } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  Injector,
  type OnInit,
  type TemplateRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { NgComponentOutlet } from '@angular/common';
import { ActivatedRoute } from '@angular/router';
import { LIMITS, type Concern, type Document } from '@common-ground/contract';
import { phonePages, rulesOf } from '@common-ground/rules/content';
import {
  Problem,
  ProblemNotice,
  ProblemWords,
  SaveQueue,
  SaveStateLine,
  type Saving,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { Advice } from '../drafting/advice';
import { ConcernLines } from '../drafting/concern-lines';
import { DocumentActs } from '../drafting/document-acts';
import { DocumentStatus } from '../drafting/document-status';
import { ApprovalLine } from '../drafting/approval-line';
import { ColleaguesAtWork } from '../drafting/colleagues-at-work';
import { ReadingLine } from '../drafting/reading-line';
import { ReturnedReview } from '../drafting/returned-review';
import { HalfReplies } from '../supervision/half-replies';
import { KIND_PAGES } from '../kinds/kinds';
import { Threads } from '../supervision/threads';
import { goTo } from './cursor';
import { Desk, sameList, type Place } from './desk';
import { refusedPart } from './refused-at';
import { FindBar } from './finding/find-bar';
import { begin } from './history';
import { MenusInPage } from './menus-in-page';
import { type Merged, merge } from './merge';
import { TwoTexts } from './two-texts';
import { UndoKeeper } from './undo-keeper';
import type { Written } from './written';

interface Coached {
  readonly what: 'taken' | 'gone' | 'kept' | 'reconsidered';
  readonly words: string;
}

/** A document being written: its kind's editor, the words of saving, the advice and the supervisor's threads around it. */
@Component({
  selector: 'cg-drafting-frame',
  imports: [
    ApprovalLine,
    ConcernLines,
    DocumentActs,
    FindBar,
    NgComponentOutlet,
    ProblemNotice,
    ReadingLine,
    SaveStateLine,
    Threads,
    WordsInTemplate,
    TwoTexts,
    Waiting,
  ],
  providers: [
    Desk,
    Advice,
    ColleaguesAtWork,
    ReturnedReview,
    HalfReplies,
    { provide: OverlayContainer, useClass: MenusInPage },
  ],
  templateUrl: './drafting-frame.html',
  styleUrl: './drafting-frame.scss',
  host: { '(focusin)': 'follow($event)', '(document:keydown)': 'key($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftingFrame implements OnInit {
  private readonly route = inject(ActivatedRoute);
  private readonly queue = inject(SaveQueue);
  private readonly keeper = inject(UndoKeeper);
  private readonly problems = inject(ProblemWords);
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);
  private readonly status = inject(DocumentStatus);
  protected readonly desk = inject(Desk);
  protected readonly advice = inject(Advice);
  protected readonly review = inject(ReturnedReview);
  protected readonly colleagues = inject(ColleaguesAtWork);

  readonly document = input.required<Document>();
  /** The server holds something this page cannot go on with: ask for the document anew. */
  readonly outdated = output<void>();

  private readonly besides = viewChild<TemplateRef<{ readonly $implicit: string }>>('beside');
  protected readonly editor = loaded(
    () => this.document().kind,
    (kind) => KIND_PAGES[kind].editor(),
  );
  protected readonly inputs = computed(() => ({
    beside: this.besides() ?? null,
    family: this.document().family,
  }));
  /** The parts of the text as it stands, for advice and comments to find their place. */
  private readonly parts = computed(() => rulesOf(this.document().kind).parts(this.desk.text().content));
  /** The same list while only words change, so that a key redraws nothing but its own block. */
  protected readonly ids = computed(() => this.parts().map(({ id }) => id), { equal: sameList });

  private readonly finder = viewChild(FindBar);
  protected readonly marked = signal('');
  protected readonly saving = signal<Saving<Written> | null>(null);
  protected readonly clash = signal<Merged | null>(null);
  /** Said once after changes from another screen were taken in without a question. */
  protected readonly hasMerged = signal(false);
  /** What became of the coach's last advice, for those who hear the page. */
  protected readonly coached = signal<Coached | null>(null);
  protected readonly sentence = computed(() => this.status.of(this.document()));
  private readonly refused = computed(() => {
    const trouble = this.saving()?.trouble();
    return trouble?.sort === 'refused' ? trouble : null;
  });
  protected readonly refusal = computed(() => {
    const refused = this.refused();
    if (refused === null) return null;
    return this.problems.of(new Problem(409, refused.code as Problem['code']), 'documents');
  });
  /** Which part of the text is meant: it is mended where it stands, and the next text is saved. */
  protected readonly refusedPart = computed(() =>
    refusedPart(this.refused()?.errors ?? [], this.desk.text(), KIND_PAGES[this.document().kind].told),
  );

  /** What both sides of a merge grew out of: the last text the server is known to have had from here. */
  private base!: Written;
  private written!: Written;

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
    effect(() => {
      const place = this.desk.wanted();
      if (place) afterNextRender({ read: () => this.goTo(place) }, { injector: this.injector });
    });
    // The cursor goes to its place once there is an editor it can stand in.
    effect(() => {
      if (this.editor.value() === null) return;
      untracked(() => this.desk.wanted.set({ block: this.wantedBlock(), at: 'end' }));
    });
    this.keepUndoWhenLeaving();
  }

  ngOnInit(): void {
    const { id, kind, title, content, revision, updatedAt } = this.document();
    const served: Written = { title, content };
    const saving = this.queue.open<Written>({
      key: `documents/${id}`,
      path: `${KIND_PAGES[kind].path}/${id}/draft`,
      revision,
      savedAt: updatedAt,
    });
    const text = saving.newer ?? served;
    this.base = served;
    this.desk.open(this.keeper.take(id, text) ?? begin(text));
    this.written = this.desk.text();
    this.saving.set(saving);
    this.review.open(this.document());
    this.colleagues.open(this.document());
  }

  protected follow(event: FocusEvent): void {
    const block = (event.target as HTMLElement).closest('[id^="block-"]');
    const id = block?.id.slice('block-'.length) ?? null;
    this.advice.writingIn.set(id);
    this.colleagues.writeIn(id);
  }

  /** How many pages of a phone the block fills that is being written, once it is half a page. */
  protected pagesOf(id: string): number {
    if (id !== this.advice.writingIn()) return 0;
    const pages = phonePages(this.parts().find((part) => part.id === id)?.words ?? '');
    return pages >= 0.5 ? pages : 0;
  }

  /** One tap takes the gentler wording; the cursor goes to where it stands now. */
  protected take(concern: Concern): void {
    const { quote = '', gentler = '', from = 0 } = concern.params;
    const words = { path: concern.path, from: Number(from), quote: String(quote) };
    const isTaken = this.desk.reword(words, String(gentler));
    this.advice.leaveOut(concern);
    this.coached.set({ what: isTaken ? 'taken' : 'gone', words: String(isTaken ? gentler : quote) });
    this.desk.wanted.set({ block: concern.blockId, at: 'end' });
  }

  protected async keep(concern: Concern): Promise<void> {
    if (!(await this.advice.keep(this.document().id, concern))) return;
    this.coached.set({ what: 'kept', words: String(concern.params['quote']) });
    this.desk.wanted.set({ block: concern.blockId, at: 'end' });
  }

  protected async reconsider(): Promise<void> {
    if (await this.advice.reconsider(this.document().id))
      this.coached.set({ what: 'reconsidered', words: '' });
  }

  protected settle(text: Written): void {
    this.clash.set(null);
    this.takeOver(text);
    this.desk.wanted.set({ block: null, at: 'end' });
  }

  /** A link to something to mend leads to its block; otherwise the cursor starts in the title. */
  private wantedBlock(): string | null {
    const id = this.route.snapshot.fragment?.replace(/^block-/u, '');
    return id !== undefined && untracked(this.ids).includes(id) ? id : null;
  }

  protected key(event: KeyboardEvent): void {
    // By its place on the keyboard: with Alt held, the letter is another one on some.
    if (event.altKey && event.shiftKey && event.code === 'KeyF') {
      event.preventDefault();
      this.find();
    } else this.historyKey(event);
  }

  /** Looks for what is marked in a field, if anything is; asked again, for other words. */
  protected find(): void {
    const field = this.page.activeElement;
    this.marked.set(field instanceof HTMLTextAreaElement ? markedIn(field) : '');
    if (this.desk.isSearched()) this.finder()?.begin(this.marked());
    this.desk.isSearched.set(true);
  }

  /** One undo for everything: the fields' own would know nothing of moves and take back letters only. */
  private historyKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !isOurs(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.desk.redo();
    else this.desk.undo();
  }

  private goTo(place: Place): void {
    goTo(place, this.page, this.words.say('documents.untitled.' + this.document().kind));
  }

  private write(text: Written): void {
    this.written = text;
    this.hasMerged.set(false);
    this.saving()?.write(text);
  }

  /** Somebody saved another text first. What does not collide is brought together at once. */
  private meet(theirs: Readonly<Record<string, unknown>> | null): void {
    if (theirs === null) return this.outdated.emit();
    const { title, content } = theirs as unknown as Written;
    const merged = merge(this.base, this.desk.text(), { title, content });
    this.base = { title, content };
    if (merged.clashes.length > 0) return this.clash.set(merged);
    this.takeOver(merged.text);
    this.hasMerged.set(true);
  }

  private takeOver(text: Written): void {
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

function markedIn({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string {
  return value.slice(selectionStart, Math.min(selectionEnd, selectionStart + LIMITS.search));
}

/** A reply or a note that is being written outside the document keeps its own undo. */
function isOurs(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return true;
  return target.id.startsWith('f-');
}
