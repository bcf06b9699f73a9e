import type { Written } from '../../../../built-in';

export const ABOUT_PSYCHOSIS_ES: Written<'worksheet'> = {
  id: 'about-psychosis-es',
  kind: 'worksheet',
  title: 'Cuando alguien oye o cree cosas que otros no',
  tags: ['para leer', 'psicosis', 'señales', 'lo que dispara'],
  source:
    'Con nuestras propias palabras. Datos según: National Institute of Mental Health, Understanding Psychosis, 2023, https://www.nimh.nih.gov/health/publications/understanding-psychosis; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'es',
    whyItHelps: 'Conocer las primeras señales ayuda a actuar pronto, y la ayuda temprana funciona mejor.',
    whenAndWhere: 'Léala a su ritmo, a solas o en compañía. Puede volver a ella.',
    blocks: [
      {
        kind: 'section',
        id: 's-what',
        title: 'Qué es',
      },
      {
        kind: 'guidance',
        id: 'what',
        text: 'En la psicosis la mente confunde lo que es real y lo que no. Alguien puede oír voces, ver cosas, o creer con fuerza algo que otros no creen. Es una enfermedad y se puede tratar. No es culpa de nadie. Mucha gente mejora, sobre todo si la ayuda llega pronto.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Señales que puede ver',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Cuesta la escuela o el trabajo. Cuesta pensar con claridad. Desconfianza o inquietud con otros. Menos aseo y cuidado. Más tiempo a solas. Sentimientos muy fuertes, o ninguno. Habla difícil de seguir.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'Lo que puede dispararlo',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Noches con poco sueño. Mucho estrés, peleas en casa. La marihuana y otras drogas. Dejar las medicinas de golpe. Un cambio grande, aunque sea bueno.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'Lo que ayuda',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Una casa tranquila, con pocas exigencias a la vez. Frases cortas y claras. Una persona habla a la vez. Sueño, comida y un día ordenado. Ir con la persona a sus citas. No hace falta creer lo que alguien oye o piensa. Se puede estar de acuerdo en que duele.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'Qué decir',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '«Eso debe de dar miedo. Estoy contigo». «Yo no lo oigo, y creo que tú sí». «¿Qué te ayudaría a sentir más calma ahora?» Discutir sobre lo que es real suele empeorarlo.',
      },
      {
        kind: 'section',
        id: 's-you',
        title: '¿Y usted?',
      },
      {
        kind: 'guidance',
        id: 'for-you',
        text: 'Cuidar de alguien cansa. Usted también importa: su sueño, su comida, sus amistades. Los grupos para familias pueden ser un lugar para descansar y aprender.',
      },
      {
        kind: 'section',
        id: 's-now',
        title: 'Cuándo pedir ayuda enseguida',
      },
      {
        kind: 'guidance',
        id: 'now',
        text: 'Pida ayuda ya si las voces piden hacer daño, o si alguien habla de morir. También si hay tanto miedo o confusión que alguien corre peligro. Mantenga distancia si siente peligro. Hable bajo y deje libre la salida. Los números están en «Pedir ayuda ahora». En Estados Unidos, llame al 911 si hay peligro. Llame o escriba al 988 a cualquier hora, también en español.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: '¿Cuáles de estas ha visto últimamente?',
        help: 'Déjelo en blanco si prefiere hablarlo.',
        optional: true,
        choices: [
          {
            id: 'thinking',
            label: 'Cuesta seguir lo que piensa',
          },
          {
            id: 'guard',
            label: 'Desconfía de otros',
          },
          {
            id: 'care',
            label: 'Menos cuidado personal',
          },
          {
            id: 'voices',
            label: 'Oye o ve cosas',
          },
          {
            id: 'sleep',
            label: 'Noches con poco sueño',
          },
        ],
      },
      {
        kind: 'long-answer',
        id: 'ask',
        question: '¿Qué le gustaría preguntar en la sesión familiar?',
        help: '',
        optional: true,
      },
    ],
  },
};
