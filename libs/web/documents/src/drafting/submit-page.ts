import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChildren,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  LIMITS,
  type AttachableDocument,
  type Concern,
  type Document,
  type DocumentId,
  type Page,
  type PersonId,
} from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  DoneHeading,
  ErrorSummary,
  Field,
  type FieldError,
  HalfNote,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  SaveQueue,
  Thread,
  Words,
  WordsInTemplate,
  furtherOf,
  loaded,
} from '@common-ground/web/platform';
import { PageWaiting } from '../page-waiting';
import { DocumentsClient } from '../documents.client';
import { trailOf } from './trail';

interface Submission {
  readonly document: Document;
  readonly concerns: readonly Concern[];
  /** What may go along: what went along before, what was chosen here, and more of it. */
  readonly attachable: Page<AttachableDocument>;
  /** False while words typed here are not with the server: what is sent for review must be what was written. */
  readonly isSaved: boolean;
}

/** Sends a document to the supervisor: to whom, with what note, and what has to be mended before. */
@Component({
  selector: 'cg-submit-page',
  imports: [
    Breadcrumb,
    DoneHeading,
    ErrorSummary,
    Field,
    PageHeading,
    ProblemNotice,
    RouterLink,
    Thread,
    WordsInTemplate,
    PageWaiting,
  ],
  templateUrl: './submit-page.html',
  styleUrl: './submit-page.scss',
  providers: [HalfNote],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmitPage {
  private readonly client = inject(DocumentsClient);
  protected readonly note = inject(HalfNote);
  private readonly queue = inject(SaveQueue);
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);

  readonly id = input.required<DocumentId>();

  protected readonly limit = LIMITS.paragraph;
  /** Asked for only when everything written is with the server, so that the concerns are about the newest text. */
  protected readonly submission = loaded(this.id, async (id): Promise<Submission> => {
    const isSaved = await this.queue.settled(`documents/${id}`);
    const [document, concerns, attachable] = await Promise.all([
      this.client.document(id),
      this.client.concerns(id),
      this.client.attachable(id, undefined, this.attached()),
    ]);
    return { document, concerns: concerns.filter(({ blocks }) => blocks), attachable, isSaved };
  });
  private readonly boxes = viewChildren<string, ElementRef<HTMLElement>>('box', { read: ElementRef });
  protected readonly further = furtherOf<AttachableDocument>(
    computed(() => this.submission.value()?.attachable ?? null),
    (cursor) => this.client.attachable(this.id(), cursor),
    this.boxes,
  );
  protected readonly attachable = this.further.items;
  /** What goes along: as it did in the round before, until somebody chooses otherwise. */
  protected readonly attached = linkedSignal<
    readonly AttachableDocument[] | undefined,
    ReadonlySet<DocumentId>
  >({
    source: () => (this.submission.value() === null ? undefined : this.attachable()),
    computation: (attachable, before) => {
      if (attachable === undefined) return before?.value ?? new Set();
      const known = before?.source === undefined ? null : before.value;
      // What may go along no more has no box to be unticked in.
      const goes = attachable.filter(({ id, wasAttached }) => known?.has(id) ?? wasAttached);
      return new Set(goes.map(({ id }) => id));
    },
  });
  /** Folded away until something goes along, or cannot. */
  protected readonly opensAttached = computed(
    () =>
      this.attachable().some(({ wasAttached }) => wasAttached) ||
      this.errors().some(({ field }) => field === 'attach'),
  );
  protected readonly mostAttached = LIMITS.attachedDocuments;
  protected readonly trail = computed(() =>
    trailOf(this.submission.value()?.document ?? null, this.words, true),
  );
  protected readonly chosen = signal<PersonId | null>(null);
  protected readonly errors = signal<readonly FieldError[]>([]);
  protected readonly failed = signal<Problem | null>(null);
  protected readonly sentTo = signal<string | null>(null);
  private isSending = false;

  protected readonly supervisor = computed(() => {
    const choices = this.submission.value()?.document.supervision ?? [];
    return choices.length === 1 ? choices[0] : choices.find(({ id }) => id === this.chosen());
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => this.note.open(`document-note/${id}`));
    });
    const title = inject(PageTitle);
    effect(() =>
      title.set(this.words.say(this.sentTo() ? 'documents.submit.sentTitle' : 'documents.submit.title')),
    );
  }

  protected write(typed: Event): void {
    this.note.write((typed.target as HTMLTextAreaElement).value);
  }

  protected attach(id: DocumentId, goesAlong: boolean): void {
    const others = [...this.attached()].filter((one) => one !== id);
    this.attached.set(new Set(goesAlong ? [...others, id] : others));
  }

  protected async send({ document, concerns }: Submission): Promise<void> {
    const supervisor = this.supervisor();
    const errors: FieldError[] = [];
    if (concerns.length > 0)
      errors.push({ field: 'mend', words: this.words.say('documents.submit.mendFirst') });
    if (!supervisor)
      errors.push({ field: 'supervisor', words: this.words.say('documents.submit.chooseOne') });
    this.errors.set(errors);
    this.failed.set(null);
    if (errors.length > 0 || !supervisor || this.isSending) return;
    this.isSending = true;
    try {
      const attach = [...this.attached()];
      const written = this.note.text();
      await this.client.submit(document.id, {
        supervisorId: supervisor.id,
        note: written.trim(),
        ...(attach.length > 0 && { attach }),
      });
      this.note.sent(written);
      this.sentTo.set(supervisor.displayName);
    } catch (cause) {
      const problem = Problem.from(cause);
      const isAttached = problem.errors.some(({ path }) => path === 'attach');
      if (isAttached)
        this.errors.set([{ field: 'attach', words: this.words.say('documents.submit.attachGone') }]);
      else this.failed.set(problem);
      if (isAttached || problem.code === 'has-concerns') this.submission.again();
    } finally {
      this.isSending = false;
    }
  }
}
