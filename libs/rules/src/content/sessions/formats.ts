import type { AgendaEntry, Language, SessionFormat, SessionPlan } from '@common-ground/contract';

type Words = Readonly<Record<Language, string>>;

interface Format {
  readonly purpose: Words;
  readonly goRound: Words;
  readonly agenda: readonly (readonly [minutes: number, title: Words])[];
}

const GROUND_RULES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'One person speaks at a time.',
    'Speak for yourself: “I feel …”, “I need …”.',
    'Anybody may pass, and anybody may ask for a break.',
    'What is said here stays here, unless somebody is in danger.',
  ],
  es: [
    'Habla una persona a la vez.',
    'Hable por usted: «Yo siento …», «Yo necesito …».',
    'Cualquiera puede pasar su turno o pedir una pausa.',
    'Lo que se dice aquí se queda aquí, salvo que alguien esté en peligro.',
  ],
};

const WELCOME: Words = { en: 'Welcome and ground rules', es: 'Bienvenida y acuerdos' };
const GO_ROUND: Words = { en: 'Go-round', es: 'Ronda' };
const CLOSE: Words = { en: 'Close: one thing that helped', es: 'Cierre: algo que ayudó' };

const FORMATS: Readonly<Record<SessionFormat, Format>> = {
  'family-session': {
    purpose: { en: '', es: '' },
    goRound: {
      en: 'What went a little better since we last met?',
      es: '¿Qué salió un poco mejor desde la última vez?',
    },
    agenda: [
      [5, WELCOME],
      [10, GO_ROUND],
      [25, { en: 'Our one topic', es: 'Nuestro único tema' }],
      [5, { en: 'Who does what until next time', es: 'Quién hace qué hasta la próxima vez' }],
      [5, CLOSE],
    ],
  },
  // The times of SAMHSA's Family Psychoeducation kit for a group of 90 minutes.
  'problem-solving': {
    purpose: {
      en: 'Choose one problem and plan small steps.',
      es: 'Elegir un problema y planear pasos pequeños.',
    },
    goRound: {
      en: 'What went well this week, and what was hard?',
      es: '¿Qué salió bien esta semana y qué fue difícil?',
    },
    agenda: [
      [15, { en: 'Arriving and small talk', es: 'Llegada y charla' }],
      [20, GO_ROUND],
      [5, { en: 'Choose one problem', es: 'Elegir un problema' }],
      [
        45,
        {
          en: 'Solve it: define, list options, + and –, choose, plan',
          es: 'Resolverlo: definir, opciones, + y –, elegir, planear',
        },
      ],
      [5, CLOSE],
    ],
  },
  'first-session': {
    purpose: {
      en: 'Get to know each other and say what each of us hopes for.',
      es: 'Conocernos y decir qué espera cada quien.',
    },
    goRound: { en: 'What do you hope will be different?', es: '¿Qué espera que sea diferente?' },
    agenda: [
      [10, WELCOME],
      [15, { en: 'Who we are to each other', es: 'Quiénes somos unos para otros' }],
      [15, { en: 'What each of us hopes for', es: 'Qué espera cada quien' }],
      [5, { en: 'How we work, and whom to call', es: 'Cómo trabajamos y a quién llamar' }],
      [5, CLOSE],
    ],
  },
  'boundary-talk': {
    purpose: {
      en: 'Say one limit calmly and hear what the others need.',
      es: 'Decir un límite con calma y escuchar qué necesitan los demás.',
    },
    goRound: {
      en: 'What helps you stay calm when we talk?',
      es: '¿Qué le ayuda a mantener la calma al hablar?',
    },
    agenda: [
      [5, WELCOME],
      [5, GO_ROUND],
      [10, { en: 'Say the limit, as written', es: 'Decir el límite, como está escrito' }],
      [15, { en: 'Each one: what I heard, what I need', es: 'Cada quien: qué escuché, qué necesito' }],
      [
        10,
        { en: 'What I will do, and when we look at it again', es: 'Qué haré y cuándo lo veremos otra vez' },
      ],
      [5, CLOSE],
    ],
  },
  'staying-connected': {
    purpose: {
      en: 'Plan the first weeks at home and how we stay in touch.',
      es: 'Planear las primeras semanas en casa y cómo seguir en contacto.',
    },
    goRound: { en: 'What do you look forward to?', es: '¿Qué espera con gusto?' },
    agenda: [
      [5, WELCOME],
      [5, GO_ROUND],
      [15, { en: 'Early signs, and what helps', es: 'Primeras señales y qué ayuda' }],
      [15, { en: 'Who offers what, and when', es: 'Quién ofrece qué y cuándo' }],
      [5, { en: 'Whom to call', es: 'A quién llamar' }],
      [5, CLOSE],
    ],
  },
};

/** What stands in a plan when an hour of this format begins. */
export function planFor(
  format: SessionFormat,
  language: Language,
): Pick<SessionPlan, 'purpose' | 'minutes' | 'groundRules' | 'goRound' | 'agenda'> {
  const { purpose, goRound, agenda } = FORMATS[format];
  return {
    purpose: purpose[language],
    minutes: agenda.reduce((sum, [minutes]) => sum + minutes, 0),
    groundRules: GROUND_RULES[language],
    goRound: goRound[language],
    agenda: agenda.map(([minutes, title], at): AgendaEntry => ({
      id: `entry-${at + 1}`,
      title: title[language],
      minutes,
      fixedStart: null,
      documentIds: [],
    })),
  };
}
