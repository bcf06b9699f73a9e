import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { isDay, type Condition, type ConditionTest, type Prompt } from '@common-ground/contract';
import { choicesToAskFor, promptsBefore, TEST_WANTS, testsOf } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { ConditionWords } from '../condition-words';
import { WorksheetDesk } from './worksheet-desk';

/** When a question is asked: a sentence in words, and below it the three choices that make it. */
@Component({
  selector: 'cg-condition-editor',
  imports: [WordsInTemplate],
  templateUrl: './condition-editor.html',
  styleUrl: './condition-editor.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionEditor {
  private readonly desk = inject(WorksheetDesk);
  protected readonly words = inject(ConditionWords);

  readonly prompt = input.required<Prompt>();
  /** The block's place, counted from 1. */
  readonly place = input.required<number>();

  protected readonly condition = computed(() => this.prompt().onlyIf ?? null);
  private readonly blocks = computed(() => this.desk.text().content.blocks);
  protected readonly before = computed(() => promptsBefore(this.blocks(), this.prompt().id));
  protected readonly about = computed(
    () => this.before().find(({ id }) => id === this.condition()?.promptId) ?? null,
  );
  protected readonly said = computed(() => {
    const condition = this.condition();
    return condition && this.words.of(condition, this.blocks());
  });
  protected readonly tests = computed(() => {
    const about = this.about();
    return about ? testsOf(about) : [];
  });
  protected readonly choices = computed(() => {
    const about = this.about();
    return about ? choicesToAskFor(about) : [];
  });
  protected readonly wants = computed(() => {
    const condition = this.condition();
    return condition && this.about() ? TEST_WANTS[condition.test] : 'nothing';
  });
  protected readonly scale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  /** The question right before this one is the likeliest to be meant. */
  protected begin(): void {
    const about = this.before().at(-1);
    if (about) this.write(conditionOn(about));
  }

  protected end(): void {
    const { onlyIf: _onlyIf, ...always } = this.prompt();
    this.desk.rewrite(always, null);
    this.desk.wanted.set({ block: always.id, at: 'end' });
  }

  protected ask(chosen: Event): void {
    const { value } = chosen.target as HTMLSelectElement;
    const about = this.before().find(({ id }) => id === value);
    if (about) this.write(conditionOn(about));
  }

  protected test(chosen: Event): void {
    const about = this.about();
    const test = (chosen.target as HTMLSelectElement).value as ConditionTest;
    const now = this.condition();
    if (!about || !now) return;
    const value = TEST_WANTS[test] === TEST_WANTS[now.test] ? now.value : likeliest(about, test);
    this.write({ ...now, test, value });
  }

  protected compare(chosen: Event): void {
    const now = this.condition();
    const { value } = chosen.target as HTMLInputElement | HTMLSelectElement;
    if (!now) return;
    const wants = this.wants();
    if (wants === 'number') this.write({ ...now, value: Number(value) });
    else if (wants === 'choice' || isDay(value)) this.write({ ...now, value });
  }

  private write(onlyIf: Condition): void {
    this.desk.rewrite({ ...this.prompt(), onlyIf }, null);
  }
}

function conditionOn(about: Prompt): Condition {
  const [test = 'answered'] = testsOf(about);
  return { promptId: about.id, test, value: likeliest(about, test) };
}

/** What it is compared with until the author says otherwise. A day has no likeliest one. */
function likeliest(about: Prompt, test: ConditionTest): Condition['value'] {
  switch (TEST_WANTS[test]) {
    case 'choice':
      return choicesToAskFor(about)[0]?.id ?? null;
    case 'number':
      return 5;
    default:
      return null;
  }
}
