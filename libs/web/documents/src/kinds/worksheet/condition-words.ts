import { Injectable, inject } from '@angular/core';
import { isPrompt, type Block, type Condition } from '@common-ground/contract';
import { choicesToAskFor, TEST_WANTS } from '@common-ground/rules/content';
import { Dates, Words } from '@common-ground/web/platform';

/** Says in a sentence when a question is asked. */
@Injectable({ providedIn: 'root' })
export class ConditionWords {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  of(condition: Condition, blocks: readonly Block[]): string {
    const about = blocks.filter(isPrompt).find(({ id }) => id === condition.promptId);
    const question = about?.question ?? this.words.say('prompts.onlyIf.gone');
    const { test, value } = condition;
    return this.words.say(`prompts.onlyIf.said.${test}`, { question, value: this.value(test, value, about) });
  }

  choice({ id, label }: { readonly id: string; readonly label: string | null }): string {
    return label ?? this.words.say(`prompts.choice.${id}`);
  }

  private value(
    test: Condition['test'],
    value: Condition['value'],
    about: Parameters<typeof choicesToAskFor>[0] | undefined,
  ): string {
    if (value === null || about === undefined) return '…';
    if (TEST_WANTS[test] === 'day') return this.dates.day(String(value));
    const choice = choicesToAskFor(about).find(({ id }) => id === value);
    return choice ? this.choice(choice) : String(value);
  }
}
