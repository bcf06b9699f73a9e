import type { Written } from '../../../built-in';

export const FAMILY_STRENGTHS_ES: Written<'worksheet'> = {
  id: 'family-strengths-es',
  kind: 'worksheet',
  title: 'Lo que nuestra familia hace bien',
  tags: ['fortalezas', 'primera sesión', 'esperanza'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'es',
    whyItHelps: 'Ver lo que ya funciona da una base cuando las cosas se ponen difíciles.',
    whenAndWhere: 'Sirve cualquier rato tranquilo. Cada quien llena la suya.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Los tiempos difíciles ocupan tanto espacio que lo bueno se pierde de vista. Esta hoja trata solo de lo bueno.',
      },
      {
        kind: 'long-answer',
        id: 'got-through',
        question: 'Piense en algo difícil que su familia superó. ¿Qué ayudó?',
        help: '',
        optional: false,
      },
      {
        kind: 'multiple-choice',
        id: 'good-at',
        question: '¿Qué hace bien su familia?',
        help: '',
        optional: false,
        choices: [
          {
            id: 'humour',
            label: 'Reír juntos',
          },
          {
            id: 'showing-up',
            label: 'Estar cuando importa',
          },
          {
            id: 'food',
            label: 'Cocinar y comer juntos',
          },
          {
            id: 'working',
            label: 'Sacar las cosas adelante',
          },
          {
            id: 'quiet',
            label: 'Estar juntos sin palabras',
          },
          {
            id: 'faith',
            label: 'Compartir la fe o las costumbres',
          },
        ],
        notSure: true,
      },
      {
        kind: 'short-answer',
        id: 'thanks',
        question: '¿Qué hizo hace poco alguien de la familia que le ayudó a usted?',
        help: 'Puede ser pequeño.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'give',
        question: '¿Qué le da usted a esta familia?',
        help: 'Puede costar decirlo. Una amistad quizá lo diría por usted.',
        optional: false,
      },
      {
        kind: 'scale',
        id: 'close',
        question: '¿Qué tan cerca se siente hoy de su familia?',
        help: 'No hay un número correcto.',
        optional: true,
        lowLabel: 'Lejos',
        highLabel: 'Muy cerca',
      },
      {
        kind: 'short-answer',
        id: 'more-of',
        question: '¿De qué le gustaría tener más?',
        help: '',
        optional: false,
      },
    ],
  },
};
