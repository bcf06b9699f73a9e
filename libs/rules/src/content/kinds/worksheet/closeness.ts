import { NOT_SURE, RATHER_NOT_SAY, type AnswerValue, type Prompt } from '@common-ground/contract';
import { isAnswered } from './answers';
import { pickedIn } from './prompts/prompt-rules';

/** How near two answers to one prompt are. It says nothing about which of them is right: none is. */
export type Closeness = 'same' | 'near' | 'apart';

export interface Compared {
  readonly of: 'numbers' | 'choices';
  readonly closeness: Closeness;
  /** What both picked, in the words and the order of the page; empty for numbers. */
  readonly both: readonly string[];
}

/** Steps of eleven within which two numbers are near each other. */
const NEAR = 2;

/** Lays two answers side by side where they can be compared at a glance; null for words and for what was left open. */
export function compared(prompt: Prompt, one: AnswerValue, other: AnswerValue): Compared | null {
  if (![one, other].every(isComparable)) return null;
  switch (prompt.kind) {
    case 'scale':
      return typeof one === 'number' && typeof other === 'number' ? numbers(Math.abs(one - other)) : null;
    case 'yes-no':
      return { of: 'choices', closeness: one === other ? 'same' : 'apart', both: [] };
    case 'single-choice':
    case 'multiple-choice':
    case 'checklist':
      return choices(prompt.choices, pickedIn(one), pickedIn(other));
    // What was picked can be laid side by side; words of one's own beside it cannot.
    case 'feelings':
    case 'support-menu': {
      const [mine, theirs] = [pickedIn(one), pickedIn(other)];
      return mine.length > 0 && theirs.length > 0 ? choices(prompt.choices, mine, theirs) : null;
    }
    default:
      return null;
  }
}

function isComparable(value: AnswerValue): boolean {
  return isAnswered(value) && value !== RATHER_NOT_SAY && value !== NOT_SURE;
}

function numbers(steps: number): Compared {
  return { of: 'numbers', closeness: steps === 0 ? 'same' : steps <= NEAR ? 'near' : 'apart', both: [] };
}

function choices(
  offered: readonly { readonly id: string; readonly label: string }[],
  one: readonly string[],
  other: readonly string[],
): Compared {
  const shared = offered.filter(({ id }) => one.includes(id) && other.includes(id));
  const isSame = one.length === other.length && shared.length === one.length;
  const closeness = isSame ? 'same' : shared.length > 0 ? 'near' : 'apart';
  return { of: 'choices', closeness, both: shared.map(({ label }) => label) };
}
