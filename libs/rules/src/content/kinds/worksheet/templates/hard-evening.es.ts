import type { Written } from '../../../built-in';

export const HARD_EVENING_ES: Written<'worksheet'> = {
  id: 'hard-evening-es',
  kind: 'worksheet',
  title: 'Cómo es una tarde difícil',
  tags: ['tardes', 'primeras señales', 'discusiones'],
  source:
    'Con nuestras propias palabras, según la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 12,
    language: 'es',
    whyItHelps: 'Cuando cada quien ve cómo va la tarde, es más fácil cambiar una parte pequeña.',
    whenAndWhere: 'Elija un día tranquilo, después de comer. Piense en una sola tarde.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Se trata de una tarde y de cómo fue, como una película. No se busca a quién culpar. Puede parar y volver.',
      },
      {
        kind: 'short-answer',
        id: 'before',
        question: '¿Qué pasaba justo antes de que se pusiera difícil?',
        help: 'Por ejemplo: la cena iba tarde, o sonó el teléfono.',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'film',
        question: '¿Qué pasó después, paso a paso?',
        help: 'Cuente lo que vería y oiría una cámara.',
        optional: false,
      },
      {
        kind: 'multiple-choice',
        id: 'body',
        question: '¿Qué notó en su cuerpo?',
        help: '',
        optional: true,
        choices: [
          {
            id: 'heart',
            label: 'El corazón me latía rápido',
          },
          {
            id: 'tight',
            label: 'Sentí presión en el pecho o la barriga',
          },
          {
            id: 'hot',
            label: 'Me dio calor',
          },
          {
            id: 'numb',
            label: 'Me sentí lejos',
          },
          {
            id: 'tired',
            label: 'Sentí mucho cansancio',
          },
        ],
        notSure: true,
      },
      {
        kind: 'scale',
        id: 'how-hard',
        question: '¿Qué tan difícil fue para usted en el peor momento?',
        help: '',
        optional: false,
        lowLabel: 'Nada difícil',
        highLabel: 'Lo más difícil',
      },
      {
        kind: 'long-answer',
        id: 'helped',
        question: '¿Qué ayudó, aunque fuera un poco?',
        help: 'Una pausa, una broma, una puerta que se cerró despacio: lo pequeño cuenta.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'one-thing',
        question: '¿Qué cosa podría hacer usted de otra manera la próxima vez?',
        help: 'Elija algo tan pequeño que pueda hacerlo con cansancio.',
        optional: false,
      },
      {
        kind: 'yes-no',
        id: 'bring',
        question: '¿Podemos mirarlo juntos en la sesión familiar?',
        help: '',
        optional: false,
        notSure: true,
      },
      {
        kind: 'guidance',
        id: 'not-right-away',
        text: 'Sus respuestas no se leen al momento. Si siente que está en peligro, use «Pedir ayuda ahora» o un número de la tarjeta de seguridad.',
      },
    ],
  },
};
