import type { Choice, Language } from '@common-ground/contract';
import { partsFault } from './parts';
import { choiceConcerns, offers, pickedIn, type PromptRules, type Room } from './prompt-rules';
import { linesOf } from './sentences';

/** Ours, to begin with; the author changes them as they like. */
const FEELINGS: Readonly<Record<Language, readonly (readonly [group: string, ...words: string[]])[]>> = {
  en: [
    ['Good', 'happy', 'calm', 'proud', 'hopeful', 'thankful', 'loved'],
    ['Sad', 'sad', 'lonely', 'hurt', 'hopeless'],
    ['Angry', 'angry', 'annoyed', 'treated unfairly'],
    ['Afraid', 'worried', 'scared', 'tense', 'unsure'],
    ['Worn out', 'tired', 'empty', 'overwhelmed'],
    ['Hard to say', 'guilty', 'ashamed', 'torn', 'numb'],
  ],
  es: [
    ['Bien', 'alegría', 'calma', 'orgullo', 'esperanza', 'gratitud', 'cariño'],
    ['Tristeza', 'tristeza', 'soledad', 'dolor', 'desesperanza'],
    ['Enojo', 'enojo', 'fastidio', 'sensación de injusticia'],
    ['Miedo', 'preocupación', 'miedo', 'tensión', 'inseguridad'],
    ['Agotamiento', 'cansancio', 'vacío', 'agobio'],
    ['Difícil de decir', 'culpa', 'vergüenza', 'dudas', 'nada'],
  ],
};

const SUPPORT: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Listen to me',
    'Take my mind off it',
    'Help with something practical',
    'Quiet company',
    'Leave me be for now',
  ],
  es: [
    'Que me escuchen',
    'Que me distraigan',
    'Ayuda con algo práctico',
    'Compañía tranquila',
    'Que me dejen a solas por ahora',
  ],
};

function numbered(id: string, choices: readonly Omit<Choice, 'id'>[]): Choice[] {
  return choices.map((choice, at) => ({ id: `${id}-${at + 1}`, ...choice }));
}

/** The choices under their groups, in the order in which the groups first come up. */
export function grouped(
  choices: readonly Choice[],
): readonly { readonly group: string; readonly choices: readonly Choice[] }[] {
  const groups = new Map<string, Choice[]>();
  for (const choice of choices) {
    const group = choice.group ?? '';
    groups.set(group, [...(groups.get(group) ?? []), choice]);
  }
  return [...groups].map(([group, members]) => ({ group, choices: members }));
}

export const FEELINGS_PICKER: PromptRules<'feelings'> = {
  blank: (id, language) => ({
    choices: numbered(
      id,
      FEELINGS[language].flatMap(([group, ...words]) => words.map((label) => ({ label, group }))),
    ),
  }),
  halfMinutes: () => 2,
  concerns: (prompt) => choiceConcerns(prompt, 2),
  words: ({ choices }) =>
    grouped(choices).flatMap(({ group, choices: own }) => [group, ...own.map(({ label }) => label)]),
  marks: () => [],
  fault: (prompt, value) => partsFault(value, { picks: (id) => offers(prompt, id), words: ['own'] }),
  mayStayOpen: () => false,
  tests: ['includes', 'leaves-out', 'answered'],
  room: ({ choices }): readonly Room[] => [
    ...grouped(choices).map(({ group, choices: own }): Room => ({
      sort: 'marks',
      shape: 'box',
      group,
      labels: own.map(({ label }) => label),
    })),
    { sort: 'field', part: 'feelings.own', text: '', isLong: false },
  ],
  says: ({ choices }, value) => ({
    sort: 'choices',
    labels: choices.filter(({ id }) => pickedIn(value).includes(id)).map(({ label }) => label),
    lines: linesOf('feelings', ['own'], value),
  }),
};

export const SUPPORT_MENU: PromptRules<'support-menu'> = {
  blank: (id, language) => ({
    choices: numbered(
      id,
      SUPPORT[language].map((label) => ({ label })),
    ),
    asksFromWhom: true,
    asksWhen: false,
  }),
  halfMinutes: () => 2,
  concerns: (prompt) => choiceConcerns(prompt, 2),
  words: ({ choices }) => choices.map(({ label }) => label),
  marks: ({ asksFromWhom, asksWhen }) => [asksFromWhom ? '(from whom)' : '', asksWhen ? '(when)' : ''],
  fault: (prompt, value) =>
    partsFault(value, { picks: (id) => offers(prompt, id), words: supportFields(prompt) }),
  mayStayOpen: () => false,
  tests: ['includes', 'leaves-out', 'answered'],
  room: (prompt): readonly Room[] => [
    { sort: 'marks', shape: 'box', group: '', labels: prompt.choices.map(({ label }) => label) },
    ...supportFields(prompt).map((part): Room => ({
      sort: 'field',
      part: `support-menu.${part}`,
      text: '',
      isLong: false,
    })),
  ],
  says: (prompt, value) => ({
    sort: 'choices',
    labels: prompt.choices.filter(({ id }) => pickedIn(value).includes(id)).map(({ label }) => label),
    lines: linesOf('support-menu', ['from', 'when'], value),
  }),
};

/** What a support menu asks besides the kind of support. */
export function supportFields(prompt: {
  readonly asksFromWhom: boolean;
  readonly asksWhen: boolean;
}): ('from' | 'when')[] {
  return [
    ...(prompt.asksFromWhom ? (['from'] as const) : []),
    ...(prompt.asksWhen ? (['when'] as const) : []),
  ];
}
