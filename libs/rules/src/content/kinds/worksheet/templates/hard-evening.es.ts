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
    whenAndWhere: 'Elige un día tranquilo, después de comer. Piensa en una sola tarde.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Se trata de una tarde y de cómo fue, como una película. No se busca a quién culpar. Puedes parar y volver.',
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
        help: 'Cuenta lo que vería y oiría una cámara.',
        optional: false,
      },
      {
        kind: 'multiple-choice',
        id: 'body',
        question: '¿Qué notaste en tu cuerpo?',
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
        question: '¿Qué tan difícil fue para ti en el peor momento?',
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
        question: '¿Qué cosa podrías hacer tú de otra manera la próxima vez?',
        help: 'Elige algo tan pequeño que puedas hacerlo con cansancio.',
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
        text: 'Tus respuestas no se leen al momento. Si sientes que estás en peligro, usa «Ayuda ahora» o un número de la tarjeta de seguridad.',
      },
    ],
  },
};
