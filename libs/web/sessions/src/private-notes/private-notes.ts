import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import {
  LIMITS,
  type FamilySessionId,
  type PrivateNote,
  type PrivateNoteDraft,
} from '@common-ground/contract';
import {
  Field,
  SaveQueue,
  SaveStateLine,
  Waiting,
  WordsInTemplate,
  bothTexts,
  loadedFrom,
  type Saving,
} from '@common-ground/web/platform';
import { LeftNote, NOTE_FIELDS, noteAt } from './left-note';

/** What the therapist writes about this hour for nobody but themselves. Saved while it is typed. */
@Component({
  selector: 'cg-private-notes',
  imports: [Field, LeftNote, SaveStateLine, WordsInTemplate, Waiting],
  template: `
    <section *cgWords="let t" aria-labelledby="private-notes">
      <h2 id="private-notes">{{ t('sessions.note.title') }}</h2>
      <p class="cg-quiet">{{ t('sessions.note.what') }}</p>
      @if (isClosed()) {
        <cg-left-note [id]="id()" />
      } @else if (draft(); as draft) {
        @if (saveState(); as state) {
          <cg-save-state [of]="state" />
        }
        @if (other(); as other) {
          <div role="alert" class="cg-paper">
            <p>{{ t('sessions.note.conflict') }}</p>
            @for (field of fields; track field) {
              @if (other[field] !== draft[field]) {
                <h3>{{ t('sessions.note.' + field) }}</h3>
                <p class="words">{{ other[field] || t('sessions.note.nothing') }}</p>
              }
            }
            @if (!both()) {
              <p>{{ t('sessions.note.tooLong', { limit: most }) }}</p>
            }
            <p class="cg-buttons">
              @if (both()) {
                <button type="button" class="cg-button" (click)="settle('both')">
                  {{ t('sessions.note.both') }}
                </button>
              }
              <button type="button" class="cg-button" (click)="settle('mine')">
                {{ t('sessions.note.mine') }}
              </button>
              <button type="button" class="cg-button" (click)="settle('theirs')">
                {{ t('sessions.note.theirs') }}
              </button>
            </p>
          </div>
        }
        @if (isRefused()) {
          <p role="alert">{{ t('sessions.note.refused') }}</p>
        }
        @for (field of fields; track field) {
          <cg-field [for]="'note-' + field" [label]="t('sessions.note.' + field)">
            <textarea
              #text
              class="cg-input"
              rows="5"
              [id]="'note-' + field"
              [attr.maxlength]="most"
              [value]="draft[field]"
              (input)="write(field, text.value)"
            ></textarea>
          </cg-field>
        }
      } @else {
        <cg-waiting [on]="note" />
      }
    </section>
  `,
  styles: `
    section {
      margin-block: 2.5rem;
      padding-block-start: 1.5rem;
      border-block-start: 1px solid var(--cg-line);
    }
    .words {
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PrivateNotes {
  private readonly queue = inject(SaveQueue);

  readonly id = input.required<FamilySessionId>();

  protected readonly fields = NOTE_FIELDS;
  protected readonly most = LIMITS.answer;
  protected readonly note = loadedFrom<PrivateNote>(() => noteAt(this.id()));
  protected readonly draft = signal<PrivateNoteDraft | null>(null);
  private readonly saving = signal<Saving<PrivateNoteDraft> | null>(null);
  protected readonly saveState = computed(() => this.saving()?.state() ?? null);
  /** What its author wrote on another device meanwhile. */
  protected readonly other = computed(() => {
    const trouble = this.saving()?.trouble();
    const note = trouble?.sort === 'conflict' ? (trouble.theirs as PrivateNote | null | undefined) : null;
    return note ? draftOf(note) : null;
  });
  protected readonly both = computed(() => {
    const [other, mine] = [this.other(), this.draft()];
    return other && mine ? bothTexts(other, mine, this.fields, this.most) : null;
  });
  private readonly refusal = computed(() => {
    const trouble = this.saving()?.trouble();
    return trouble?.sort === 'refused' ? trouble.code : null;
  });
  /** The family left the caseload: nothing is saved any more, and what was not stays with its author. */
  protected readonly isClosed = computed(
    () => this.refusal() === 'not-found' || this.note.problem()?.code === 'not-found',
  );
  protected readonly isRefused = computed(() => this.refusal() !== null);

  constructor() {
    effect(() => {
      const note = this.note.value();
      if (note !== null) untracked(() => this.open(note));
    });
  }

  protected write(field: keyof PrivateNoteDraft, text: string): void {
    const before = this.draft();
    if (before === null) return;
    const draft = { ...before, [field]: text };
    this.draft.set(draft);
    this.saving()?.write(draft);
  }

  protected settle(whose: 'mine' | 'theirs' | 'both'): void {
    const chosen = { mine: this.draft(), theirs: this.other(), both: this.both() }[whose];
    if (chosen === null) return;
    this.draft.set(chosen);
    this.saving()?.settleConflict(chosen);
  }

  private open(note: PrivateNote): void {
    const at = noteAt(this.id());
    const { revision, savedAt } = note;
    const saving = this.queue.open<PrivateNoteDraft>({ key: at, path: at, revision, savedAt });
    this.draft.set(saving.newer ?? draftOf(note));
    this.saving.set(saving);
  }
}

function draftOf({ preparation, notes }: PrivateNote): PrivateNoteDraft {
  return { preparation, notes };
}
