import type { Written } from '../../../built-in';

export const COMING_HOME_ES: Written<'worksheet'> = {
  id: 'coming-home-es',
  kind: 'worksheet',
  title: 'Volver a casa después del programa',
  tags: ['volver a casa', 'primeros días', 'vida diaria'],
  source:
    'Con nuestras propias palabras, según la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 12,
    language: 'es',
    whyItHelps: 'Unos pocos acuerdos claros antes del primer día en casa pueden quitar algo de preocupación.',
    whenAndWhere: 'Llénela a solas, unos días antes. Llévela a la sesión familiar.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Volver a casa es un gran paso para toda la familia. Se puede sentir alegría y miedo a la vez.',
      },
      {
        kind: 'short-answer',
        id: 'look-forward',
        question: '¿Qué espera con ganas?',
        help: '',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'worry',
        question: '¿Qué le preocupa un poco?',
        help: 'Las preocupaciones pesan menos cuando se escriben.',
        optional: false,
      },
      {
        kind: 'single-choice',
        id: 'first-evening',
        question: '¿Cómo le gustaría que fuera la primera tarde?',
        help: '',
        optional: false,
        choices: [
          {
            id: 'quiet',
            label: 'Tranquila, sin planes',
          },
          {
            id: 'meal',
            label: 'Una comida en familia',
          },
          {
            id: 'film',
            label: 'Una película o un juego',
          },
          {
            id: 'alone',
            label: 'Sobre todo a solas',
          },
        ],
        notSure: true,
      },
      {
        kind: 'checklist',
        id: 'talk-about',
        question: '¿Qué le gustaría acordar antes?',
        help: '',
        optional: true,
        choices: [
          {
            id: 'knocking',
            label: 'Tocar antes de entrar',
          },
          {
            id: 'questions',
            label: 'Cuándo preguntar cómo va, y cuándo no',
          },
          {
            id: 'medicine',
            label: 'Quién se ocupa de las medicinas',
          },
          {
            id: 'visits',
            label: 'Quién visita, y cuándo',
          },
          {
            id: 'chores',
            label: 'Quién hace qué en la casa',
          },
        ],
      },
      {
        kind: 'short-answer',
        id: 'ask-me',
        question: '¿Cómo le gustaría que le preguntaran cómo está?',
        help: 'Con sus palabras, por ejemplo: «¿Día bueno o día largo?»',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'hard-moment',
        question: '¿Qué ayudará si llega un momento difícil el primer día?',
        help: '',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'who-first',
        question: '¿A quién puede acudir primero, y cómo?',
        help: '',
        optional: false,
      },
      {
        kind: 'date',
        id: 'look-again',
        question: '¿Qué día volverán a mirar esto?',
        help: '',
        optional: true,
      },
      {
        kind: 'guidance',
        id: 'not-right-away',
        text: 'Sus respuestas no se leen al momento. Si siente que está en peligro, use «Pedir ayuda ahora» o un número de la tarjeta de seguridad.',
      },
    ],
  },
};
