import type { Written } from '../../../../built-in';

export const ABOUT_BIPOLAR_ES: Written<'worksheet'> = {
  id: 'about-bipolar-es',
  kind: 'worksheet',
  title: 'Cuando el ánimo sube y baja mucho',
  tags: ['para leer', 'bipolar', 'señales', 'lo que dispara'],
  source:
    'Con nuestras propias palabras. Datos según: National Institute of Mental Health, Bipolar Disorder, 2022, https://www.nimh.nih.gov/health/publications/bipolar-disorder; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'es',
    whyItHelps:
      'Las familias que conocen las primeras señales pueden actuar cuando el cambio todavía es pequeño.',
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
        text: 'Con la enfermedad bipolar el ánimo sube y baja en olas que duran días o semanas. Una subida puede sentirse muy bien al principio, y luego hacer daño. Una bajada pesa como una piedra. Entre las olas la persona puede estar bien. Se puede tratar, y el tratamiento dura mucho tiempo.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Señales que puede ver',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Señales de una subida: dormir poco sin cansancio. Hablar y pensar muy rápido. Grandes planes, grandes gastos, grandes riesgos. Enojo fácil. Señales de una bajada: tristeza honda, nada de fuerzas ni de gusto, dormir demasiado o muy poco, pensar en la muerte.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'Lo que puede dispararlo',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Perder sueño, sobre todo. Los viajes y el trabajo de noche. Mucho estrés, y también mucha alegría. El alcohol y las drogas. Dejar las medicinas. Algunas medicinas para otras cosas. Para algunas personas, la primavera.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'Lo que ayuda',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Un día ordenado. Dormir y comer a las mismas horas. Anotar el ánimo y el sueño. Las medicinas como se acordó con el médico. En un buen momento, escriban: las primeras señales, a quién llamar y quién guarda la tarjeta del banco.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'Qué decir',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: 'Qué decir en una subida: «Dormiste tres horas. Eso está en nuestra lista. ¿Llamamos?» En una bajada: «Estoy aquí. Hagamos una cosa pequeña». Una subida no es momento para grandes conversaciones. Pueden esperar.',
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
        text: 'Pida ayuda ya si alguien habla de morir, corre grandes riesgos u oye voces. Dos noches o más sin dormir también son señal para llamar. Los números están en «Pedir ayuda ahora». En Estados Unidos, llame al 911 si hay peligro. Llame o escriba al 988 a cualquier hora, también en español.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: '¿Cuáles de estas ha visto últimamente?',
        help: 'Déjelo en blanco si prefiere hablarlo.',
        optional: true,
        choices: [
          {
            id: 'sleep',
            label: 'Duerme poco y sin cansancio',
          },
          {
            id: 'fast',
            label: 'Habla muy rápido',
          },
          {
            id: 'spending',
            label: 'Grandes planes o gastos',
          },
          {
            id: 'cross',
            label: 'Enojo fácil',
          },
          {
            id: 'low',
            label: 'Tristeza honda',
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
