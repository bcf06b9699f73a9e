import type { ContactCardPrompt } from '@common-ground/contract';
import { partsFault } from './parts';
import { isBlankText, type PartName, type PromptRules } from './prompt-rules';
import { linesOf } from './sentences';

export const CARD_FIELDS = ['name', 'phone', 'when'] as const;

function cardWords(prompt: ContactCardPrompt): Record<string, string> {
  return Object.fromEntries(CARD_FIELDS.map((field) => [field, prompt[field]]));
}

/** What the author filled in need not be written again. */
export const CONTACT_CARD: PromptRules<'contact-card'> = {
  blank: () => ({ name: '', phone: '', when: '' }),
  halfMinutes: () => 2,
  concerns: () => [],
  words: (prompt) => CARD_FIELDS.map((field) => prompt[field]),
  marks: () => [],
  fault: (_prompt, value) => partsFault(value, { words: CARD_FIELDS }),
  mayStayOpen: (prompt) => CARD_FIELDS.some((field) => !isBlankText(prompt[field])),
  tests: ['answered'],
  room: (prompt) =>
    CARD_FIELDS.map((field) => ({
      sort: 'field',
      part: `contact-card.${field}` satisfies PartName,
      text: prompt[field],
      isLong: false,
    })),
  given: (prompt) => linesOf('contact-card', CARD_FIELDS, { words: cardWords(prompt) }),
  says: (_prompt, value) => ({ sort: 'lines', lines: linesOf('contact-card', CARD_FIELDS, value) }),
};

export const ACKNOWLEDGEMENT: PromptRules<'acknowledgement'> = {
  blank: () => ({ text: '' }),
  halfMinutes: () => 2,
  concerns: ({ text }) => (isBlankText(text) ? [['text', 'nothing-to-read', true]] : []),
  words: ({ text }) => [text],
  marks: () => [],
  fault: (_prompt, value) => {
    if (typeof value !== 'string') return 'wrong-sort';
    return value === 'read' ? null : 'not-a-choice';
  },
  mayStayOpen: () => false,
  tests: ['answered'],
  room: ({ text }) => [
    { sort: 'text', text },
    { sort: 'answers', answers: ['read'] },
  ],
  says: () => ({ sort: 'read' }),
};
