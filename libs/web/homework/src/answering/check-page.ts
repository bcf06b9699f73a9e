import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { answeredCount, missing, type Question } from '@common-ground/web/documents';
import {
  ErrorSummary,
  PageHeading,
  Problem,
  ProblemNotice,
  SaveStateLine,
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { Ways } from '../ways';
import { AnswerList } from './answer-list';
import { TaskStore } from './task.store';

/** All answers once more, and the one button that lets somebody else read them. It is never greyed out: it says why not. */
@Component({
  selector: 'cg-check-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerList, ErrorSummary, PageHeading, ProblemNotice, RouterLink, SaveStateLine, WordsInTemplate],
  templateUrl: './check-page.html',
  styleUrl: './check-page.scss',
})
export class CheckPage {
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  protected readonly store = inject(TaskStore);
  protected readonly ways = inject(Ways);

  /** What was still open when somebody pressed *Send*. */
  protected readonly open = signal<readonly Question[]>([]);
  protected readonly errors = signal<readonly { field: string; words: string }[]>([]);
  /** Whether it was to be sent with questions that stay open. */
  protected readonly isAsItIs = signal(false);
  protected readonly isSending = signal(false);
  protected readonly isUnsaved = signal(false);
  protected readonly problem = signal<Problem | null>(null);

  protected readonly task = this.store.task;
  protected readonly hasAnswers = computed(
    () => answeredCount(this.store.questions(), this.store.values()) > 0,
  );
  protected readonly lastQuestion = computed(() => String(this.store.questions().length));

  constructor() {
    effect(() => {
      const task = this.task();
      if (task?.may.answer === false)
        void this.router.navigate(this.ways.task(task.id), { replaceUrl: true });
    });
  }

  /** @param asItIs with questions that stay open: nobody has to answer them to be heard */
  protected async send(asItIs = false): Promise<void> {
    const task = this.task();
    if (!task || this.isSending() || this.ways.isLookedAt) return;
    this.isUnsaved.set(false);
    this.problem.set(null);
    this.isAsItIs.set(asItIs);
    this.open.set(missing(this.store.questions(), this.store.values()));
    this.errors.set(this.inTheWay());
    if (this.errors().length > 0) return;
    this.isSending.set(true);
    try {
      if ((await this.store.send()) === 'unsaved') {
        this.errors.set(this.inTheWay());
        this.isUnsaved.set(this.errors().length === 0);
        return;
      }
      await this.router.navigate(this.ways.task(task.id, 'sent'), { replaceUrl: true });
    } catch (cause) {
      this.problem.set(Problem.from(cause));
    } finally {
      this.isSending.set(false);
    }
  }

  /** Questions that have no answer yet or two of them, linked to their *Change*. Many open ones are no list to read. */
  private inTheWay(): readonly { field: string; words: string }[] {
    const named = (key: string, number: number, id: string, question: string) => ({
      field: `change-${id}`,
      words: this.words.say(`homework.check.${key}`, { number, question }),
    });
    const [first, next] = this.isAsItIs() ? [] : this.open();
    const more = next && {
      field: `change-${next.prompt.id}`,
      words: this.words.say('homework.check.missingMore', { count: this.open().length - 1 }),
    };
    const divided = this.store.troubled().filter(({ trouble }) => trouble.sort === 'conflict');
    return [
      ...(first ? [named('missing', first.number, first.prompt.id, first.prompt.question)] : []),
      ...(more ? [more] : []),
      ...divided.map(({ question: { number, prompt } }) =>
        named('unsettled', number, prompt.id, prompt.question),
      ),
    ];
  }
}
