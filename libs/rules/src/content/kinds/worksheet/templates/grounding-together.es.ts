import { builtInWorksheet } from './built-in-worksheet';

export const GROUNDING_TOGETHER_ES = builtInWorksheet({
  id: 'grounding-together-es',
  title: 'Volver al presente juntos',
  source:
    'Con nuestras propias palabras, según las técnicas de anclaje de Trauma-Informed Care in Behavioral Health Services (TIP 57), SAMHSA 2014, dominio público',
  minutes: 10,
  content: {
    language: 'es',
    whyItHelps:
      'Notar lo que hay alrededor, lado a lado, puede ayudar al cuerpo a calmarse cuando la emoción es fuerte.',
    whenAndWhere: 'Pruébenla primero en un día tranquilo. Siéntense lado a lado, con los pies en el suelo.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Una persona lee despacio. Los ojos pueden seguir abiertos. Cualquiera puede parar cuando quiera, sin dar razones.',
      },
      {
        kind: 'scale',
        id: 'before',
        question: 'Antes de empezar: ¿cuánta tensión sientes?',
        help: '',
        optional: false,
        lowLabel: 'Nada de tensión',
        highLabel: 'Mucha tensión',
      },
      {
        kind: 'guidance',
        id: 'breathing',
        text: 'Toma aire por la nariz mientras cuentas hasta cuatro. Suelta el aire despacio mientras cuentas hasta seis. Hazlo cinco veces. Si te mareas, respira como siempre.',
      },
      {
        kind: 'checklist',
        id: 'senses',
        question: 'Por turnos, digan estas cosas en voz alta. Marca cada una al terminar.',
        help: 'Deja las que no te vayan bien.',
        optional: true,
        choices: [
          { id: 'see', label: 'Cinco cosas que ves' },
          { id: 'touch', label: 'Cuatro cosas que puedes tocar' },
          { id: 'hear', label: 'Tres sonidos que oyes' },
          { id: 'smell', label: 'Dos cosas que puedes oler' },
          { id: 'taste', label: 'Una cosa que puedes saborear' },
        ],
      },
      {
        kind: 'scale',
        id: 'after',
        question: 'Y ahora: ¿cuánta tensión sientes?',
        help: 'Más, menos o igual: todo está bien.',
        optional: false,
        lowLabel: 'Nada de tensión',
        highLabel: 'Mucha tensión',
      },
      {
        kind: 'single-choice',
        id: 'best-sense',
        question: '¿Qué parte te fue mejor?',
        help: '',
        optional: false,
        choices: [
          { id: 'breathing', label: 'Respirar despacio' },
          { id: 'seeing', label: 'Mirar' },
          { id: 'touching', label: 'Tocar' },
          { id: 'hearing', label: 'Escuchar' },
          { id: 'smelling-tasting', label: 'Oler o saborear' },
          { id: 'company', label: 'Hacerlo en compañía' },
        ],
        notSure: true,
      },
      {
        kind: 'long-answer',
        id: 'noticed',
        question: '¿Qué notaste?',
        help: '',
        optional: true,
      },
      {
        kind: 'short-answer',
        id: 'pause-word',
        question: '¿Qué palabra podría decir cualquiera para pedir una pausa así?',
        help: 'Elige una palabra sencilla, como «ancla».',
        optional: false,
      },
      {
        kind: 'yes-no',
        id: 'again',
        question: '¿Te gustaría repetirlo?',
        help: '',
        optional: false,
        notSure: true,
      },
      {
        kind: 'date',
        id: 'next-time',
        question: '¿Qué día podrían intentarlo otra vez?',
        help: '',
        optional: true,
      },
    ],
  },
});
