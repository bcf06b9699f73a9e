import { ACTION_FIELDS, LANGUAGES, type ActionField, type SessionAction } from '@common-ground/contract';
import { VAGUE_WORDS } from './vague-words';
import { agreedTooEarly, isSettled, openQuestions, type ActionWords } from './vagueness';

const CLEAR: ActionWords = {
  who: 'Rosa',
  what: 'Says good morning before she asks about medicine',
  when: 'At breakfast, from Monday',
  howOften: 'Every day until we meet',
  howWeWillKnow: 'Maya ticks the card on the fridge',
  ifItSlips: 'She says so the same evening and starts again the next morning',
};
const CLEAR_IN_SPANISH: ActionWords = {
  who: 'Rosa',
  what: 'Decir buenos días antes de preguntar por la medicina',
  when: 'En el desayuno, desde el lunes',
  howOften: 'Cada día hasta que nos veamos',
  howWeWillKnow: 'Maya marca la tarjeta',
  ifItSlips: 'Lo dice la misma noche y empieza otra vez al día siguiente',
};
const asked = (field: ActionField, words: string): string | undefined =>
  openQuestions({ ...CLEAR, [field]: words }).find((question) => question.field === field)?.because;

describe('what is asked about an action before it is agreed on', () => {
  it('nothing, when everybody could see it happen', () => {
    expect(openQuestions(CLEAR)).toEqual([]);
    expect(openQuestions(CLEAR_IN_SPANISH)).toEqual([]);
  });

  it('everything, of an empty one, in the order of the form', () => {
    const empty = { who: ' ', what: '', when: '', howOften: '\n', howWeWillKnow: '…', ifItSlips: '–' };
    expect(openQuestions(empty).map(({ field, because }) => [field, because])).toEqual(
      ['who', 'what', 'when', 'howOften', 'howWeWillKnow', 'ifItSlips'].map((field) => [field, 'missing']),
    );
  });

  it.each<[ActionField, string]>([
    ['what', 'we will try to be nicer'],
    ['what', 'Be more patient with each other.'],
    ['what', "We'll communicate better"],
    ['what', 'Respect'],
    ['what', 'Vamos a tratar de ser más amables'],
    ['what', 'Apoyarnos y comunicarnos'],
    ['what', 'I am going to be good'],
    ['what', 'Show more love'],
    ['what', 'Voy a ser amable con Leo'],
    ['what', 'Poner atención'],
    ['who', 'Everybody'],
    ['who', 'Todos'],
    ['when', 'Soon'],
    ['when', 'cuando se pueda'],
    ['howOften', 'More often'],
    ['howOften', 'a veces'],
    ['howWeWillKnow', "We'll see"],
    ['howWeWillKnow', 'Se va a notar'],
    ['ifItSlips', 'Try harder'],
    ['ifItSlips', 'Ya veremos'],
  ])('what %s means, of "%s"', (field, words) => {
    expect(asked(field, words)).toBe('vague');
  });

  it.each(LANGUAGES.flatMap((language) => ACTION_FIELDS.map((field) => [field, language] as const)))(
    'what %s means, of every vague word of the list in %s said alone',
    (field, language) => {
      const { vague } = VAGUE_WORDS[language][field];
      expect(vague.filter((words) => asked(field, words) !== 'vague')).toEqual([]);
    },
  );

  it.each<[ActionField, string]>([
    ['what', 'Be nicer: say thank you for the meal'],
    ['what', 'Walk around the block together'],
    ['what', 'Ser más amable: preguntar cómo le fue'],
    ['what', 'Water the plants'],
    ['who', 'Rosa and David'],
    ['who', 'We three: Rosa, David and Leo'],
    ['when', 'Soon, by Friday'],
    ['when', 'Whenever she comes home after 6'],
    ['howOften', 'Once a day, more if he asks'],
    ['howOften', '3 times'],
    ['howWeWillKnow', 'It feels better, and he says so on a scale of 10'],
    ['ifItSlips', 'Try again the next day'],
  ])('nothing about %s, of "%s"', (field, words) => {
    expect(asked(field, words)).toBeUndefined();
  });

  it('what is done instead, of what only says what is not done any more', () => {
    expect(asked('what', 'I will not shout')).toBe('instead');
    expect(asked('what', 'Stop nagging')).toBe('instead');
    expect(asked('what', 'No gritar')).toBe('instead');
    expect(asked('what', 'I will not shout but leave the room for ten minutes')).toBeUndefined();
    expect(asked('what', 'No gritar, sino salir a caminar')).toBeUndefined();
  });

  it('finds words in any case, with either apostrophe', () => {
    expect(asked('what', 'WE’LL TRY TO BE NICER')).toBe('vague');
  });

  it('answers fast, however long somebody writes', () => {
    const long = 'we will try to be nicer '.repeat(20_000);
    const begun = Date.now();
    expect(asked('what', long)).toBe('vague');
    asked('what', "'".repeat(50_000));
    expect(Date.now() - begun).toBeLessThan(500);
  });
});

describe('agreeing on an action', () => {
  const action = (change: Partial<SessionAction> = {}): SessionAction => ({
    ...CLEAR,
    id: 'one',
    agreed: true,
    ...change,
  });
  const vague = action({ what: 'Be nicer' });

  it('needs an answer to every question', () => {
    expect(isSettled(CLEAR)).toBe(true);
    expect(agreedTooEarly([action(), vague], [])).toEqual([vague]);
    expect(agreedTooEarly([{ ...vague, agreed: false }], [])).toEqual([]);
  });

  it('stands, once it was accepted, as long as nobody changes it', () => {
    expect(agreedTooEarly([vague], [vague])).toEqual([]);
    expect(agreedTooEarly([vague], [{ ...vague, agreed: false }])).toEqual([vague]);
    expect(agreedTooEarly([{ ...vague, what: 'Be kinder' }], [vague])).toHaveLength(1);
  });
});
