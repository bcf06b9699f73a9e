import {
  NOT_SURE,
  RATHER_NOT_SAY,
  VISIBILITIES,
  type AnswerDraft,
  type AnswerValue,
  type Prompt,
  type Visibility,
} from '@common-ground/contract';
import { checkAnswerShape, isAnswered, pickedIn } from '@common-ground/rules/content';

/** Two answers to one question in one: null where they cannot stand together, such as two different numbers. */
export function bothOf(prompt: Prompt, first: AnswerValue, second: AnswerValue): AnswerValue {
  if (
    ![first, second].every((value) => isAnswered(value) && value !== RATHER_NOT_SAY && value !== NOT_SURE)
  ) {
    return null;
  }
  switch (prompt.kind) {
    case 'short-answer':
    case 'long-answer': {
      if (typeof first !== 'string' || typeof second !== 'string') return null;
      const both = `${first}\n\n${second}`;
      // Too long for one answer is no reason to lose either: then only one of them can be chosen.
      return checkAnswerShape(prompt, both) === null ? both : null;
    }
    case 'multiple-choice':
    case 'checklist': {
      const picked = [...pickedIn(first), ...pickedIn(second)];
      return prompt.choices.map(({ id }) => id).filter((id) => picked.includes(id));
    }
    default:
      return null;
  }
}

/** The answer the server holds, out of a refusal that carries it. */
export function savedIn(theirs: Readonly<Record<string, unknown>> | null, mine: AnswerDraft): AnswerDraft {
  const value = (theirs?.['value'] ?? null) as AnswerValue;
  const visibility = VISIBILITIES.find((one): one is Visibility => one === theirs?.['visibility']);
  return { value, visibility: visibility ?? mine.visibility };
}
