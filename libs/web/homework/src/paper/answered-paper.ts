import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { isPrompt, type AnswerValue, type Prompt, type DocumentContent } from '@common-ground/contract';
import { ConditionLine, ItemCode, PromptRoom } from '@common-ground/web/documents';
import {
  blocksOf,
  isAnswered,
  itemCodes,
  pickedIn,
  promptsNotAsked,
  spokenAnswer,
} from '@common-ground/rules/content';
import { Dates, Session, WordsInTemplate } from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';

type Ticked = Extract<Prompt, { kind: 'single-choice' | 'multiple-choice' | 'checklist' }>;

interface Box {
  readonly label: string;
  readonly isTicked: boolean;
}

/**
 * A worksheet as a sheet of paper: what was answered stands written in, and what was not leaves room for a pen. The
 * same sheet serves somebody who would rather write by hand and a therapist who files what came back.
 */
@Component({
  selector: 'cg-answered-paper',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, ConditionLine, ItemCode, PromptRoom, WordsInTemplate],
  templateUrl: './answered-paper.html',
  styleUrl: './answered-paper.scss',
})
export class AnsweredPaper {
  private readonly dates = inject(Dates);
  protected readonly session = inject(Session);

  readonly content = input.required<DocumentContent>();

  protected readonly all = computed(() => blocksOf(this.content()));
  /** Where nothing is answered yet, all that may come to be asked has room on it. */
  protected readonly isBlank = computed(() => this.values().size === 0);
  protected readonly blocks = computed(() => {
    if (this.isBlank()) return this.all();
    const notAsked = promptsNotAsked(this.all(), this.values());
    return this.all().filter(({ id }) => !notAsked.includes(id) || this.mayShow(id));
  });
  /** As on the PDF; only a worksheet has something to ask on paper. */
  protected readonly codes = computed(() => {
    const content = this.content();
    return 'blocks' in content ? itemCodes('worksheet', content) : new Map<string, string>();
  });
  protected readonly whyItHelps = computed(() => {
    const content = this.content();
    return 'whyItHelps' in content ? content.whyItHelps : '';
  });

  readonly version = input.required<number>();
  readonly name = input.required<string>();
  readonly values = input.required<ReadonlyMap<string, AnswerValue>>();
  /** Whether everything in `values` is there to be read, also where it is not asked any more. */
  readonly showsAll = input(false);
  /** `YYYY-MM-DD`; the day in the footer. */
  readonly on = input.required<string>();

  protected readonly steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
  protected readonly isPrompt = isPrompt;
  protected readonly day = computed(() => this.dates.day(this.on()));
  protected readonly safety = computed(() => this.session.safety());

  /** A therapist may hold an answer without the one it depends on. */
  private mayShow(id: string): boolean {
    return this.showsAll() && this.values().has(id);
  }

  protected value(prompt: Prompt): AnswerValue {
    return this.values().get(prompt.id) ?? null;
  }

  protected isAnswered(prompt: Prompt): boolean {
    return isAnswered(this.values().get(prompt.id));
  }

  protected said(prompt: Prompt) {
    return spokenAnswer(prompt, this.values().get(prompt.id));
  }

  protected spokenDay(on: string): string {
    return this.dates.day(on);
  }

  protected boxes(prompt: Ticked): readonly Box[] {
    const picked = pickedIn(this.value(prompt));
    return prompt.choices.map(({ id, label }) => ({ label, isTicked: picked.includes(id) }));
  }
}
