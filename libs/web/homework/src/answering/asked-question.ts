import {
  ChangeDetectionStrategy,
  Component,
  type OnInit,
  computed,
  inject,
  input,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AnswerDraft, Prompt, Visibility } from '@common-ground/contract';
import {
  AnswerFields,
  asksForWords,
  exampleDay,
  faultOf,
  formOf,
  hintFor,
  valueOf,
  type AnswerForm,
  type FormChange,
  type FormFault,
  type Question,
} from '@common-ground/web/documents';
import {
  ErrorSummary,
  PageHeading,
  SafetyCardView,
  SaveStateLine,
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { Ways } from '../ways';
import { OwnOffers } from './own-offers';
import { TaskStore } from './task.store';
import { TwoTexts } from './two-texts';
import { WhoSees } from './who-sees';

/** A question with its field, who sees the answer, and the way on. Every keystroke is on its way to being saved. */
@Component({
  selector: 'cg-asked-question',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    AnswerFields,
    ErrorSummary,
    PageHeading,
    RouterLink,
    SafetyCardView,
    SaveStateLine,
    WordsInTemplate,
    TwoTexts,
    WhoSees,
  ],
  providers: [OwnOffers],
  templateUrl: './asked-question.html',
  styleUrl: './asked-question.scss',
})
export class AskedQuestion implements OnInit {
  protected readonly store = inject(TaskStore);
  protected readonly offers = inject(OwnOffers);
  protected readonly ways = inject(Ways);
  private readonly router = inject(Router);
  private readonly words = inject(Words);

  readonly question = input.required<Question>();
  readonly comesFromCheck = input(false);

  protected readonly form = signal<AnswerForm | null>(null);
  protected readonly fault = signal<FormFault | null>(null);
  /** A new array on every try, which is what moves the focus to the summary. */
  protected readonly errors = signal<readonly { field: string; words: string }[]>([]);

  protected readonly prompt = computed(() => this.question().prompt);
  protected readonly task = computed(() => this.store.task());
  protected readonly draft = computed<AnswerDraft>(() => this.store.draft(this.prompt().id));
  protected readonly isSent = computed(() => (this.task()?.sentAt ?? null) !== null);
  /** Sent once, every saved key can be read by whoever sees the answer: that is said before somebody writes. */
  protected readonly isLive = computed(() => this.isSent() && this.draft().visibility !== 'not-yet');
  /** The worksheet's own, which need not be the reader's: screen readers then read it with the right voice. */
  protected readonly language = computed(() => this.task()?.content.language);
  protected readonly total = computed(() => this.store.questions().length);
  protected readonly conflict = computed(() => {
    const trouble = this.store.trouble(this.prompt().id);
    return trouble?.sort === 'conflict' ? trouble : null;
  });
  protected readonly elsewhere = computed(() =>
    this.store
      .troubled()
      .filter(({ question, trouble }) => trouble.sort === 'conflict' && question !== this.question()),
  );
  protected readonly back = computed(() => {
    const { number } = this.question();
    if (this.comesFromCheck()) return this.way('check');
    return number === 1 ? this.way() : this.way('q', number - 1);
  });
  protected readonly hint = computed(() => hintFor(this.prompt(), this.words));
  protected readonly asksForWords = computed(() => asksForWords(this.prompt()));
  protected readonly faultWords = computed(() => {
    const fault = this.fault();
    if (fault === null) return null;
    const key = fault === 'required' ? `required.${SORT_OF[this.prompt().kind]}` : fault;
    return this.words.say(`homework.faults.${key}`, { example: exampleDay(this.words.language()) });
  });
  protected readonly describedBy = computed(() => {
    const parts = [
      this.prompt().help === '' ? '' : 'question-help',
      this.hint() === null ? '' : 'question-hint',
      this.fault() === null ? '' : 'answer-error',
    ];
    return parts.filter(Boolean).join(' ') || null;
  });

  ngOnInit(): void {
    this.fill();
  }

  protected answer(change: FormChange): void {
    const now = this.form();
    if (!now) return;
    const form = change(now);
    this.form.set(form);
    this.store.write(this.prompt().id, { ...this.draft(), value: valueOf(this.prompt(), form) });
  }

  protected choose(visibility: Visibility): void {
    this.store.write(this.prompt().id, { ...this.draft(), visibility });
  }

  protected settle(draft: AnswerDraft): void {
    this.store.settleConflict(this.prompt().id, draft);
    this.fill();
  }

  protected goOn(submit: Event): void {
    submit.preventDefault();
    const form = this.form();
    if (!form) return;
    // Whoever only looks can answer nothing, and is shown what comes next all the same.
    this.fault.set(this.ways.isLookedAt ? null : faultOf(this.prompt(), form));
    const words = this.faultWords();
    this.errors.set(words === null ? [] : [{ field: 'answer', words }]);
    if (words !== null) return;
    this.answerAsGiven(form);
    this.store.flush(this.prompt().id);
    const { number } = this.question();
    const isLast = number === this.total();
    void this.router.navigate(
      this.comesFromCheck() || isLast ? this.way('check') : this.way('q', number + 1),
    );
  }

  /** Whoever goes on from what stands in the fields has said it, also where the author had filled it in. */
  private answerAsGiven(form: AnswerForm): void {
    if (!this.ways.isLookedAt && this.draft().value === null) this.answer(() => form);
  }

  protected way(...steps: readonly (string | number)[]): readonly (string | number)[] {
    const task = this.task();
    return task ? this.ways.task(task.id, ...steps) : this.ways.home();
  }

  private fill(): void {
    this.form.set(formOf(this.prompt(), this.draft().value));
  }
}

/** Which words say that an answer is missing, by kind of question. */
const SORT_OF = {
  'short-answer': 'text',
  'long-answer': 'text',
  'single-choice': 'choice',
  'multiple-choice': 'choice',
  'yes-no': 'choice',
  checklist: 'choice',
  scale: 'scale',
  date: 'day',
  feelings: 'feelings',
  ranking: 'order',
  'i-statement': 'text',
  'if-then': 'text',
  'support-menu': 'choice',
  'contact-card': 'text',
  acknowledgement: 'read',
  'timed-exercise': 'timed',
  'repeating-row': 'rows',
} as const satisfies Record<Prompt['kind'], string>;
