import { NOT_SURE } from '@common-ground/contract';
import {
  choiceConcerns,
  listFault,
  offers,
  saysChoices,
  twoBlankChoices,
  type PromptRules,
} from './prompt-rules';

const NOT_SURE_MARK = '(not sure)';

export const SINGLE_CHOICE: PromptRules<'single-choice'> = {
  blank: (id) => ({ choices: twoBlankChoices(id), notSure: false }),
  halfMinutes: () => 1,
  concerns: (prompt) => choiceConcerns(prompt, 2),
  words: ({ choices }) => choices.map(({ label }) => label),
  marks: ({ notSure }) => (notSure ? [NOT_SURE_MARK] : []),
  fault: (prompt, value) => {
    if (typeof value !== 'string') return 'wrong-sort';
    return offers(prompt, value) ? null : 'not-a-choice';
  },
  mayStayOpen: () => false,
  tests: ['is', 'is-not', 'answered'],
  says: saysChoices,
};

export const MULTIPLE_CHOICE: PromptRules<'multiple-choice'> = {
  blank: (id) => ({ choices: twoBlankChoices(id), notSure: false }),
  halfMinutes: () => 2,
  concerns: (prompt) => choiceConcerns(prompt, 2),
  words: ({ choices }) => choices.map(({ label }) => label),
  marks: ({ notSure }) => (notSure ? [NOT_SURE_MARK] : []),
  fault: (prompt, value) => (value === NOT_SURE && prompt.notSure ? null : listFault(prompt, value)),
  mayStayOpen: () => false,
  tests: ['includes', 'leaves-out', 'answered'],
  says: saysChoices,
};

/** Nothing ticked says something as well, so it may stay as it is. */
export const CHECKLIST: PromptRules<'checklist'> = {
  blank: (id) => ({ choices: twoBlankChoices(id) }),
  halfMinutes: () => 2,
  concerns: (prompt) => choiceConcerns(prompt, 1),
  words: ({ choices }) => choices.map(({ label }) => label),
  marks: () => [],
  fault: listFault,
  mayStayOpen: () => true,
  tests: ['includes', 'leaves-out', 'answered'],
  says: saysChoices,
};

export const YES_NO: PromptRules<'yes-no'> = {
  blank: () => ({ notSure: true }),
  halfMinutes: () => 1,
  concerns: () => [],
  words: () => [],
  marks: ({ notSure }) => (notSure ? [NOT_SURE_MARK] : []),
  fault: (prompt, value) => {
    if (typeof value !== 'string') return 'wrong-sort';
    return value === 'yes' || value === 'no' || (prompt.notSure && value === NOT_SURE)
      ? null
      : 'not-a-choice';
  },
  mayStayOpen: () => false,
  tests: ['is', 'is-not', 'answered'],
  says: (_prompt, value) => {
    if (value === NOT_SURE) return { sort: 'not-sure' };
    return { sort: value === 'yes' ? 'yes' : 'no' };
  },
};
