import type { AnswerValue, Prompt, WorksheetContent } from '@common-ground/contract';
import { sheetOf, type DocumentToPrint, type Sheet } from './sheet';

const asked = { question: 'Well?', help: '', optional: false };
const choices = [
  { id: 'a', label: 'Apples' },
  { id: 'b', label: 'Bread' },
];

function sheetWith(blocks: WorksheetContent['blocks'], more: Partial<DocumentToPrint> = {}): Sheet {
  return sheetOf({
    kind: 'worksheet',
    title: 'Evenings',
    content: { format: 1, language: 'en', whyItHelps: '', whenAndWhere: '', minutes: 5, blocks },
    versionNumber: 3,
    printedOn: '2026-11-22',
    safety: {
      practicePhone: '555-0100',
      practiceHours: '8–18',
      emergencyNumber: '911',
      crisisLine: '988',
      checkedOn: '2026-11-01',
    },
    ...more,
  });
}

function spaceFor(prompt: Prompt, value?: AnswerValue) {
  const answers = value === undefined ? undefined : [{ promptId: prompt.id, value }];
  const piece = sheetWith([prompt], { answers }).pieces[0];
  if (piece?.sort !== 'prompt') throw new Error('A prompt was expected.');
  return piece.space;
}

const long: Prompt = { kind: 'long-answer', id: 'p', ...asked };
const single: Prompt = { kind: 'single-choice', id: 'p', ...asked, choices, notSure: true };
const several: Prompt = { kind: 'multiple-choice', id: 'p', ...asked, choices, notSure: true };
const list: Prompt = { kind: 'checklist', id: 'p', ...asked, choices };
const scale: Prompt = { kind: 'scale', id: 'p', ...asked, lowLabel: 'Calm', highLabel: 'Tense' };
const yesNo: Prompt = { kind: 'yes-no', id: 'p', ...asked, notSure: false };
const day: Prompt = { kind: 'date', id: 'p', ...asked };
const text: Prompt = { kind: 'acknowledgement', id: 'p', ...asked, text: 'About sleep.' };

const mark = (label: string, marked = false, said = '') => ({ label, marked, said });

describe('a blank worksheet', () => {
  it('leaves lines to write on', () => {
    expect(spaceFor(long)).toEqual({ sort: 'lines', count: 7 });
  });

  it('offers “not sure” last, and only where its author does', () => {
    expect(spaceFor(single)).toEqual({
      sort: 'marks',
      shape: 'circle',
      marks: [mark('Apples'), mark('Bread'), mark('I’m not sure')],
    });
    expect(spaceFor(yesNo)).toEqual({ sort: 'marks', shape: 'circle', marks: [mark('Yes'), mark('No')] });
    expect(spaceFor(list)).toEqual({ sort: 'marks', shape: 'box', marks: [mark('Apples'), mark('Bread')] });
  });

  it('has a line for a name and says that any question may be left out', () => {
    expect(sheetWith([long])).toMatchObject({
      blanks: ['Name', 'Date'],
      leaveOut: 'You may leave out any question.',
    });
  });

  it('numbers the questions and nothing else', () => {
    const sheet = sheetWith([
      { kind: 'section', id: 's', title: 'Now' },
      { ...long, id: 'one' },
      { kind: 'guidance', id: 'g', text: 'Breathe.' },
      { ...day, id: 'two' },
    ]);
    expect(sheet.pieces.map((piece) => (piece.sort === 'prompt' ? piece.question : piece.sort))).toEqual([
      'section',
      '1. Well?',
      'guidance',
      '2. Well?',
    ]);
  });
});

describe('an answered worksheet', () => {
  it.each<[string, Prompt, AnswerValue, unknown]>([
    [
      'text',
      long,
      'One.\n\nTwo.',
      { sort: 'text', text: { paragraphs: [['One.'], ['Two.']], rightToLeft: false } },
    ],
    ['a number', scale, 7, { sort: 'scale', low: 'Calm', high: 'Tense', chosen: 7, said: '7 out of 10' }],
    [
      'a day in words',
      day,
      '2026-12-01',
      { sort: 'text', text: { paragraphs: [['December 1, 2026']], rightToLeft: false } },
    ],
    ['a wish not to say', single, 'rather-not-say', { sort: 'said', text: 'I’d rather not say' }],
    ['a wish not to read', text, 'rather-not-say', { sort: 'said', text: 'I’d rather not read it' }],
    ['the lack of having read', text, null, { sort: 'said', text: 'No answer' }],
    ['the lack of an answer', long, null, { sort: 'said', text: 'No answer' }],
    [
      'a choice, by shape and by word',
      single,
      'b',
      {
        sort: 'marks',
        shape: 'circle',
        marks: [mark('Apples'), mark('Bread', true, '(chosen)'), mark('I’m not sure')],
      },
    ],
    [
      'several choices',
      several,
      ['a', 'b'],
      {
        sort: 'marks',
        shape: 'box',
        marks: [mark('Apples', true, '(chosen)'), mark('Bread', true, '(chosen)'), mark('I’m not sure')],
      },
    ],
    [
      'a checklist nobody ticked',
      list,
      [],
      { sort: 'marks', shape: 'box', marks: [mark('Apples'), mark('Bread')] },
    ],
  ])('shows %s', (_what, prompt, value, expected) => {
    expect(spaceFor(prompt, value)).toEqual(expected);
  });

  it('says so where nothing was answered, and leaves no lines', () => {
    const piece = sheetWith([long], { answers: [] }).pieces[0];
    expect(piece).toMatchObject({ space: { sort: 'said', text: 'No answer' } });
  });

  it('says whose answers they are', () => {
    expect(sheetWith([long], { answers: [], answersOf: 'Elena' })).toMatchObject({
      whose: 'Answers from Elena',
      blanks: [],
      leaveOut: '',
    });
  });

  it('lets a long answer run over several pages', () => {
    const answers = [{ promptId: 'p', value: 'word '.repeat(4_000) }];
    expect(sheetWith([long], { answers }).pieces[0]).toMatchObject({ whole: false });
    expect(sheetWith([long]).pieces[0]).toMatchObject({ whole: true });
  });
});

describe('the foot of the page', () => {
  it('says whose paper it is, the version and the day', () => {
    expect(sheetWith([], { preparedFor: 'Maya' }).footer).toBe(
      'Prepared for Maya · version 3 · November 22, 2026',
    );
    expect(sheetWith([], { answersOf: 'Elena', versionNumber: null }).footer).toBe(
      'Prepared for Elena · draft · November 22, 2026',
    );
  });

  it('speaks the language asked for', () => {
    expect(sheetWith([], { language: 'es', preparedFor: 'Maya' }).footer).toBe(
      'Preparado para Maya · versión 3 · 22 de noviembre de 2026',
    );
  });
});
