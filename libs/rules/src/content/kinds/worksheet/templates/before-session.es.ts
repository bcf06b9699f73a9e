import type { Written } from '../../../built-in';

export const BEFORE_SESSION_ES: Written<'worksheet'> = {
  id: 'before-session-es',
  kind: 'worksheet',
  title: 'Antes de la sesión familiar',
  tags: ['sesión familiar', 'preparación'],
  source:
    'Con nuestras propias palabras, según la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 6,
    language: 'es',
    whyItHelps: 'Pensar unos minutos antes ayuda a usar la sesión en lo que más le importa.',
    whenAndWhere: 'Uno o dos días antes de la sesión, a solas.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'No hace falta tenerlo todo claro. Bastan unas palabras.',
      },
      {
        kind: 'short-answer',
        id: 'went-well',
        question: '¿Qué fue un poco mejor desde la última vez?',
        help: '',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'talk-about',
        question: '¿De qué le gustaría hablar?',
        help: 'Elija una cosa. Si hay muchas, elija la más pequeña.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'not-yet',
        question: '¿Hay algo de lo que aún no quiere hablar?',
        help: 'No hace falta decir por qué.',
        optional: true,
      },
      {
        kind: 'single-choice',
        id: 'how-to-be',
        question: '¿Qué le ayudaría a decirlo?',
        help: '',
        optional: false,
        choices: [
          {
            id: 'first',
            label: 'Hablar primero',
          },
          {
            id: 'later',
            label: 'Hablar más tarde',
          },
          {
            id: 'read',
            label: 'Leerlo en voz alta',
          },
          {
            id: 'help',
            label: 'Que mi terapeuta me ayude a empezar',
          },
        ],
        notSure: true,
      },
      {
        kind: 'scale',
        id: 'ready',
        question: '¿Siente que puede con la sesión?',
        help: '',
        optional: false,
        lowLabel: 'Todavía no',
        highLabel: 'Por completo',
      },
      {
        kind: 'short-answer',
        id: 'after',
        question: '¿Qué hará después para cuidarse?',
        help: 'Un paseo, un té, una llamada.',
        optional: false,
      },
    ],
  },
};
