import type { AnswerValue, Prompt, PromptKind } from '@common-ground/contract';
import { dayOf, faultOf, formOf, valueOf, withToggled, withWords } from './answer-form';

const CHOICES = [
  { id: 'walk', label: 'A walk' },
  { id: 'tea', label: 'Tea' },
  { id: 'quiet', label: 'Quiet' },
];
const asked = { id: 'p', question: 'How was it?', help: '', optional: false };
const prompts: { [K in PromptKind]: Extract<Prompt, { kind: K }> } = {
  'short-answer': { kind: 'short-answer', ...asked },
  'long-answer': { kind: 'long-answer', ...asked },
  'single-choice': { kind: 'single-choice', ...asked, choices: CHOICES, notSure: true },
  'multiple-choice': { kind: 'multiple-choice', ...asked, choices: CHOICES, notSure: true },
  scale: { kind: 'scale', ...asked, lowLabel: 'Calm', highLabel: 'Storm' },
  'yes-no': { kind: 'yes-no', ...asked, notSure: true },
  checklist: { kind: 'checklist', ...asked, choices: CHOICES },
  date: { kind: 'date', ...asked },
  feelings: { kind: 'feelings', ...asked, choices: CHOICES },
  ranking: { kind: 'ranking', ...asked, choices: CHOICES },
  'i-statement': { kind: 'i-statement', ...asked },
  'if-then': { kind: 'if-then', ...asked },
  'support-menu': { kind: 'support-menu', ...asked, choices: CHOICES, asksFromWhom: true, asksWhen: true },
  'contact-card': { kind: 'contact-card', ...asked, name: 'Elena', phone: '555-0100', when: '' },
  acknowledgement: { kind: 'acknowledgement', ...asked, text: 'How we work together.' },
  'timed-exercise': {
    kind: 'timed-exercise',
    ...asked,
    rounds: 2,
    steps: [{ id: 'in', label: 'In', seconds: 4 }],
  },
  'repeating-row': {
    kind: 'repeating-row',
    ...asked,
    rowsFor: 'person',
    columns: [{ id: 'does', label: 'What they do', sort: 'text', choices: [] }],
  },
};

describe('the fields of a question', () => {
  it.each<[PromptKind, AnswerValue]>([
    ['short-answer', 'Talk on Friday'],
    ['long-answer', ' two lines\nof words '],
    ['single-choice', 'tea'],
    ['single-choice', 'not-sure'],
    ['multiple-choice', ['walk', 'quiet']],
    ['multiple-choice', 'not-sure'],
    ['scale', 0],
    ['scale', 10],
    ['yes-no', 'no'],
    ['checklist', ['tea']],
    ['date', '2026-12-01'],
    ['feelings', { picked: ['tea'], words: { own: 'heavy' } }],
    ['ranking', ['quiet', 'walk', 'tea']],
    ['i-statement', { words: { feel: 'tired', like: 'a rest' } }],
    ['if-then', { words: { if: 'it gets loud', then: 'I go outside' } }],
    ['support-menu', { picked: ['walk'], words: { from: 'Rosa' } }],
    ['contact-card', { words: { name: 'Elena', phone: '555-0101' } }],
    ['acknowledgement', 'read'],
    ['timed-exercise', 'skipped'],
    ['repeating-row', { rows: [{ id: 'a', name: 'Rosa', cells: { does: 'calls' } }] }],
    ['long-answer', 'rather-not-say'],
    ['scale', 'rather-not-say'],
    ['date', 'rather-not-say'],
    ['checklist', null],
    ['short-answer', null],
  ])('give a saved %s answer back unchanged: %j', (kind, value) => {
    expect(valueOf(prompts[kind], formOf(prompts[kind], value))).toEqual(value);
  });

  it('keep what was typed when somebody would rather not say, and give it back when they change their mind', () => {
    const typed = formOf(prompts['long-answer'], 'I was scared');
    const held = { ...typed, instead: 'rather-not-say' as const };
    expect(valueOf(prompts['long-answer'], held)).toBe('rather-not-say');
    expect(valueOf(prompts['long-answer'], { ...held, instead: null })).toBe('I was scared');
  });

  it('list ticked choices in the order of the page', () => {
    const ticked = withToggled(withToggled(formOf(prompts.checklist, null), 'quiet', true), 'walk', true);
    expect(valueOf(prompts.checklist, ticked)).toEqual(['walk', 'quiet']);
  });

  it('take back "not sure" when a choice is ticked', () => {
    const unsure = formOf(prompts['multiple-choice'], 'not-sure');
    expect(valueOf(prompts['multiple-choice'], withToggled(unsure, 'tea', true))).toEqual(['tea']);
  });

  it.each([
    ['1', '12', '2026', '2026-12-01'],
    [' 09 ', '2', '2027', '2027-02-09'],
    ['30', '2', '2027', null],
    ['1', '13', '2026', null],
    ['1', '12', '26', null],
    ['', '12', '2026', null],
    ['x', '12', '2026', null],
  ])('read day %j month %j year %j as %j', (day, month, year, expected) => {
    expect(dayOf({ day, month, year })).toBe(expected);
  });

  it('hold somebody back only when they go on with nothing, or with half a day', () => {
    const empty = formOf(prompts.date, null);
    expect(faultOf(prompts.date, empty)).toBe('required');
    expect(faultOf({ ...prompts.date, optional: true }, empty)).toBeNull();
    const half = { ...empty, day: { day: '3', month: '', year: '' } };
    expect(faultOf({ ...prompts.date, optional: true }, half)).toBe('not-a-day');
    expect(faultOf(prompts.date, { ...half, instead: 'rather-not-say' })).toBeNull();
    expect(faultOf(prompts.checklist, formOf(prompts.checklist, null))).toBeNull();
    expect(faultOf(prompts['long-answer'], formOf(prompts['long-answer'], 'a'.repeat(20_001)))).toBe(
      'too-long',
    );
  });
});

describe('an answer of several things', () => {
  it('is none while all of its fields are empty', () => {
    const form = withWords(formOf(prompts['i-statement'], null), 'feel', '');
    expect(valueOf(prompts['i-statement'], form)).toBeNull();
    expect(faultOf(prompts['i-statement'], form)).toBe('required');
  });

  it('needs no answer where the author has filled the card in, and keeps the rest of it when one line is corrected', () => {
    const card = prompts['contact-card'];
    const form = formOf(card, null);
    expect(faultOf(card, form)).toBeNull();
    expect(valueOf(card, withWords(form, 'when', 'evenings'))).toEqual({
      words: { name: 'Elena', phone: '555-0100', when: 'evenings' },
    });
  });

  it('has no order until somebody has said so', () => {
    expect(valueOf(prompts.ranking, formOf(prompts.ranking, null))).toBeNull();
    expect(faultOf(prompts.ranking, formOf(prompts.ranking, null))).toBe('required');
  });

  it('takes back "rather not say" when something is written', () => {
    const form = withWords(formOf(prompts['if-then'], 'rather-not-say'), 'then', 'breathe');
    expect(valueOf(prompts['if-then'], form)).toEqual({ words: { then: 'breathe' } });
  });
});
