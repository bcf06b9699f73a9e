import { Injectable, inject } from '@angular/core';
import type { AnswerValue, Prompt } from '@common-ground/contract';
import { partOfSentence, saidAlone, spokenAnswer, type SpokenLine } from '@common-ground/rules/content';
import { Dates, Words } from '@common-ground/web/platform';

const ONE_WORD = /^[a-z]+(?:-[a-z]+)*$/u;

/** Says an answer as one piece of plain text: for copying out of the product. */
@Injectable({ providedIn: 'root' })
export class PlainText {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  of(prompt: Prompt, value: AnswerValue | undefined): string {
    const said = spokenAnswer(prompt, value);
    switch (said.sort) {
      case 'text':
        return said.text;
      case 'choices':
        return [...said.labels, ...(said.lines ?? []).map((line) => this.line(line))].join('\n');
      case 'ranked':
        return said.labels.map((label, at) => `${at + 1}. ${label}`).join('\n');
      case 'sentence':
        return said.lines
          .map(({ part, text }, at) =>
            this.line({ part, text: partOfSentence(text, at === said.lines.length - 1) }),
          )
          .join(' ');
      case 'lines':
        return said.lines.map((line) => this.line(line)).join('\n');
      case 'as-given':
        return [
          this.words.say('homework.answer.as-given'),
          ...said.lines.map((line) => this.line(line)),
        ].join('\n');
      case 'rows':
        return said.rows.map(({ name, cells }) => [name, ...cells].join(' · ')).join('\n');
      case 'read':
      case 'done':
      case 'skipped':
        return this.words.say(`prompts.answers.${said.sort}`);
      case 'day':
        return this.dates.day(said.on);
      case 'scale': {
        const number = this.words.say('homework.answer.scale', { value: said.value });
        const ends = this.words.say('homework.answer.scaleEnds', { low: said.low, high: said.high });
        return `${number} (${ends})`;
      }
      default:
        return this.words.say(
          prompt.kind === 'acknowledgement' && said.sort === 'rather-not-say'
            ? 'prompts.answers.notRead'
            : `homework.answer.${said.sort}`,
        );
    }
  }

  /** An answer whose question cannot be read any more; empty where nothing of it can be told. */
  alone(promptId: string, value: AnswerValue): string {
    const said = saidAlone(promptId, value);
    switch (said.sort) {
      case 'nothing':
        return '';
      case 'words': {
        const picks =
          said.picked === 0 ? [] : [this.words.say('homework.taken.picked', { count: said.picked })];
        const words = said.words.map((text) =>
          // It may be the name that a choice has inside: not thrown away, and not left to puzzle over.
          text === value && ONE_WORD.test(text)
            ? this.words.say('homework.taken.oneWord', { word: text })
            : text,
        );
        return [...words, ...picks].join('\n');
      }
      case 'number':
        return this.words.say('homework.answer.scale', { value: said.value });
      case 'day':
        return this.dates.day(said.on);
      case 'read':
      case 'done':
      case 'skipped':
        return this.words.say(`prompts.answers.${said.sort}`);
      default:
        return this.words.say(`homework.answer.${said.sort}`);
    }
  }

  private line({ part, text }: SpokenLine): string {
    return `${this.words.say(`prompts.parts.${part}`)} ${text}`;
  }
}
