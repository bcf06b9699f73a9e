import type { Written } from '../../../../built-in';

export const ABOUT_SUBSTANCE_USE_ES: Written<'worksheet'> = {
  id: 'about-substance-use-es',
  kind: 'worksheet',
  title: 'Cuando alguien bebe o usa drogas',
  tags: ['para leer', 'alcohol y drogas', 'señales', 'lo que dispara'],
  source:
    'Con nuestras propias palabras. Datos según: National Institute on Drug Abuse, Drugs, Brains, and Behavior: The Science of Addiction, 2020, https://nida.nih.gov/publications/drugs-brains-behavior-science-addiction; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'es',
    whyItHelps:
      'Saber por qué es difícil parar abre espacio a la ayuda que funciona y a los límites propios.',
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
        text: 'El alcohol y las drogas pueden cambiar cómo trabaja el cerebro. Entonces parar pide más que querer. Es una enfermedad, y se puede tratar con terapia, con medicinas y con gente que conoce el camino. Volver a usar después de un tiempo es común. Muestra que el plan pide un cambio.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Señales que puede ver',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Usar más de lo pensado. Dinero o cosas que faltan. Nuevas amistades, horas ocultas. Faltar al trabajo o a la escuela. Cambios de ánimo. Ojos rojos, o pupilas muy pequeñas. Temblor, sudor o mal sueño cuando pasa el efecto.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'Lo que puede dispararlo',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Hambre, enojo, soledad o cansancio. Lugares y personas de esa época. El día de pago. El dolor. Una pelea. Una fiesta. Y también las buenas noticias: dan ganas de celebrar.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'Lo que ayuda',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Cariño por la persona, y límites claros para usted. Hablar cuando nadie ha usado. Notar cada día que va bien. Llevar a la persona a un grupo. Una casa sin alcohol, si lo pueden acordar. Tenga naloxona en casa si puede haber opioides: puede salvar una vida.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'Qué decir',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '«Te quiero, y me preocupo». «Esta noche te llevo al grupo». «Dinero no doy, y ceno contigo». La vergüenza aleja de la ayuda. Las palabras claras y con cariño, no.',
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
        text: 'Pida ayuda ya si alguien no despierta, respira muy despacio, tiene los labios azules o tiene convulsiones. Llame al 911, dé naloxona si tiene, acueste a la persona de lado y quédese. Dejar el alcohol de golpe después de beber mucho puede ser peligroso: llame antes a un médico. Los números están en «Pedir ayuda ahora». En Estados Unidos, llame al 911 si hay peligro. Llame o escriba al 988 a cualquier hora, también en español.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: '¿Cuáles de estas ha visto últimamente?',
        help: 'Déjelo en blanco si prefiere hablarlo.',
        optional: true,
        choices: [
          {
            id: 'more',
            label: 'Usa más de lo pensado',
          },
          {
            id: 'missing',
            label: 'Faltan dinero o cosas',
          },
          {
            id: 'hours',
            label: 'Horas ocultas',
          },
          {
            id: 'mood',
            label: 'Cambios de ánimo',
          },
          {
            id: 'wears-off',
            label: 'Temblor o sudor',
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
