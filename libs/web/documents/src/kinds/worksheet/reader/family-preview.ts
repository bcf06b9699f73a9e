import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  viewChild,
} from '@angular/core';
import type { AnswerValue, Prompt, WorksheetContent } from '@common-ground/contract';
import { estimateMinutes, promptsNotAsked } from '@common-ground/rules/content';
import { SafetyCardView, Words, WordsInTemplate } from '@common-ground/web/platform';
import { AnswerFields } from '../answering/answer-fields';
import { formOf, valueOf, type AnswerForm, type FormChange } from '../answering/answer-form';
import { asksForWords, hintFor } from '../answering/answer-hint';
import { questionsOf } from '../answering/questions';
import { ConditionLine } from '../condition-line';

/**
 * The worksheet as somebody of the family meets it on a phone: why and how long first, then one question a page, with the
 * very fields they will have. It can be tried out, and what is asked follows from it; nothing is kept or sent.
 */
@Component({
  selector: 'cg-family-preview',
  imports: [AnswerFields, ConditionLine, SafetyCardView, WordsInTemplate],
  templateUrl: './family-preview.html',
  styleUrl: './family-preview.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FamilyPreview {
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);

  readonly title = input.required<string>();
  readonly content = input.required<WorksheetContent>();

  protected readonly minutes = computed(() => estimateMinutes(this.content()));
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  /** What was tried out so far, by prompt. */
  private readonly forms = linkedSignal<WorksheetContent, ReadonlyMap<string, AnswerForm>>({
    source: this.content,
    computation: () => new Map(),
  });
  private readonly values = computed<ReadonlyMap<string, AnswerValue>>(() => {
    const forms = this.forms();
    return new Map(
      questionsOf(this.content()).list.map(({ prompt }) => {
        const form = forms.get(prompt.id);
        return [prompt.id, form ? valueOf(prompt, form) : null];
      }),
    );
  });
  protected readonly questions = computed(() => questionsOf(this.content(), this.values()).list);
  /** The questions that these answers leave out, each with when it is asked. */
  protected readonly notAsked = computed(() => {
    const left = promptsNotAsked(this.content().blocks, this.values());
    return questionsOf(this.content()).list.filter(({ prompt }) => left.includes(prompt.id));
  });
  /** 0 is the first page, before any question. */
  protected readonly at = linkedSignal({ source: this.content, computation: () => 0 });
  protected readonly shown = computed(() => this.questions().slice(this.at() - 1, this.at()));
  protected readonly asksForWords = asksForWords;

  protected hintOf(prompt: Prompt): string | null {
    return hintFor(prompt, this.words);
  }

  protected formOf(prompt: Prompt): AnswerForm {
    return this.forms().get(prompt.id) ?? formOf(prompt, null);
  }

  protected answer(prompt: Prompt, change: FormChange): void {
    this.forms.update((forms) => new Map(forms).set(prompt.id, change(this.formOf(prompt))));
  }

  protected go(steps: number): void {
    this.at.update((at) => Math.max(0, Math.min(this.questions().length, at + steps)));
    afterNextRender({ read: () => this.heading()?.nativeElement.focus() }, { injector: this.injector });
  }
}
