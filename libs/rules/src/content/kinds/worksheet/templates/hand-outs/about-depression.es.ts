import type { Written } from '../../../../built-in';

export const ABOUT_DEPRESSION_ES: Written<'worksheet'> = {
  id: 'about-depression-es',
  kind: 'worksheet',
  title: 'Cuando alguien tiene depresión',
  tags: ['para leer', 'depresión', 'señales', 'lo que dispara'],
  source:
    'Con nuestras propias palabras. Datos según: National Institute of Mental Health, Depression, 2024, https://www.nimh.nih.gov/health/publications/depression; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'es',
    whyItHelps: 'Saber lo que hace la depresión ayuda a seguir con cariño, también hacia usted.',
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
        text: 'La depresión es una enfermedad. Es más que un día triste. Dura dos semanas o más, casi todo el día, y quita las fuerzas. No es culpa de nadie, y se puede tratar. La terapia ayuda a mucha gente. Las medicinas ayudan a mucha gente. A veces se usan las dos cosas.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Señales que puede ver',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Ánimo bajo o vacío. Nada de gusto por cosas que antes gustaban. Dormir poco o demasiado. Comer menos o más. Lentitud, cansancio o nervios. Dificultad con decisiones pequeñas. Hablar de culpa, o de pesar en los demás.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'Lo que puede dispararlo',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Una pérdida. Mucho estrés por largo tiempo. Una enfermedad o una medicina nueva. Dormir poco. El alcohol o las drogas. Para algunas personas, los meses oscuros. Y a veces nada que se vea.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'Lo que ayuda',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Cosas pequeñas, lado a lado. Un paseo corto. Una comida en la mesa. Luz por la mañana. Llevar a la persona a su sesión. Pregunte qué ayuda quiere, y dé esa. Mejorar lleva semanas, con subidas y bajadas.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'Qué decir',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '«Me alegra que me lo cuentes». «Estoy aquí, no hace falta hablar». «¿Vamos hasta la puerta, solo hasta la puerta?» Pedir a alguien que se anime puede doler, aunque se diga con cariño.',
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
        text: 'Pida ayuda ya si alguien habla de morir o de querer morir, regala cosas queridas o se despide. Se puede preguntar: «¿Estás pensando en quitarte la vida?» Preguntar no mete esa idea en la cabeza. Quédese cerca. Los números están en «Pedir ayuda ahora». En Estados Unidos, llame al 911 si hay peligro. Llame o escriba al 988 a cualquier hora, también en español.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: '¿Cuáles de estas ha visto últimamente?',
        help: 'Déjelo en blanco si prefiere hablarlo.',
        optional: true,
        choices: [
          {
            id: 'mood',
            label: 'Ánimo bajo o vacío',
          },
          {
            id: 'joy',
            label: 'Nada de gusto por las cosas',
          },
          {
            id: 'sleep',
            label: 'El sueño ha cambiado',
          },
          {
            id: 'food',
            label: 'La comida ha cambiado',
          },
          {
            id: 'alone',
            label: 'Se aparta de la gente',
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
