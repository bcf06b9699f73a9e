import { choiceConcerns, listFault, pickedIn, twoBlankChoices, type PromptRules } from './prompt-rules';

export const RANKING: PromptRules<'ranking'> = {
  blank: (id) => ({ choices: twoBlankChoices(id) }),
  halfMinutes: () => 3,
  concerns: (prompt) => choiceConcerns(prompt, 2),
  words: ({ choices }) => choices.map(({ label }) => label),
  marks: () => [],
  fault: listFault,
  mayStayOpen: () => false,
  tests: ['answered'],
  room: ({ choices }) => [
    { sort: 'marks', shape: 'number', group: '', labels: choices.map(({ label }) => label) },
  ],
  says: ({ choices }, value) => {
    const labels = pickedIn(value).flatMap((id) => choices.find((choice) => choice.id === id)?.label ?? []);
    return labels.length > 0 ? { sort: 'ranked', labels } : { sort: 'nothing' };
  },
};
