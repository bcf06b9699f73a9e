import type { Written } from '../../../built-in';

export const PROBLEM_SOLVING_TOGETHER_ES: Written<'worksheet'> = {
  id: 'problem-solving-together-es',
  kind: 'worksheet',
  title: 'Resolver un problema juntos',
  tags: ['resolver problemas', 'sesión familiar'],
  source:
    'Con nuestras propias palabras, según los pasos para resolver problemas de la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), dominio público',
  lastCheckedOn: '2026-11-25',
  content: {
    format: 1,
    minutes: 20,
    language: 'es',
    whyItHelps: 'Ir por pasos pequeños, con un solo problema, puede hacer más fácil hablar de él y actuar.',
    whenAndWhere:
      'Elija un momento tranquilo de esta semana y un lugar sin ruido. Hágala primero a solas y llévela a la sesión familiar.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Elija un solo problema, y que sea pequeño. Están del mismo lado y lo miran juntos. Puede parar y seguir después.',
      },
      {
        kind: 'long-answer',
        id: 'problem',
        question: '¿Qué problema le gustaría trabajar?',
        help: 'Cuente qué pasa, cuándo y dónde. No hace falta decir de quién es la culpa.',
        optional: false,
      },
      {
        kind: 'yes-no',
        id: 'within-reach',
        question: '¿Es algo que su familia puede cambiar, al menos en parte?',
        help: 'Si no, tal vez quiera volver atrás y elegir una parte más pequeña.',
        optional: false,
        notSure: true,
      },
      {
        kind: 'long-answer',
        id: 'ideas',
        question: '¿Qué podrían probar? Anote todas las ideas.',
        help: 'Las ideas raras también valen. Después las van a comparar.',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'for-and-against',
        question: '¿Qué tienen a favor y en contra sus mejores ideas?',
        help: 'Escriba al menos un punto a favor y uno en contra de cada una.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'choice',
        question: '¿Qué idea probaría primero?',
        help: 'No tiene que ser perfecta. Basta con que sea pequeña y posible.',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'tasks',
        question: '¿Quién hace qué, y cuándo?',
        help: 'Por ejemplo: «Papá maneja el martes. Ese día yo hago la cena».',
        optional: false,
      },
      {
        kind: 'checklist',
        id: 'ready',
        question: 'Antes de empezar, marque lo que ya está claro.',
        help: '',
        optional: true,
        choices: [
          { id: 'person', label: 'Cada tarea tiene una persona.' },
          { id: 'time', label: 'Cada tarea tiene un día y una hora.' },
          { id: 'things', label: 'Tenemos lo que hace falta.' },
          { id: 'slip', label: 'Sabemos qué haremos si algo falla.' },
        ],
      },
      {
        kind: 'scale',
        id: 'readiness',
        question: '¿Qué tanto siente que puede intentarlo?',
        help: '',
        optional: false,
        lowLabel: 'Todavía nada',
        highLabel: 'Por completo',
      },
      {
        kind: 'date',
        id: 'look-back',
        question: '¿Qué día van a mirar cómo les fue?',
        help: 'Dentro de una semana es un buen comienzo.',
        optional: true,
      },
    ],
  },
};
