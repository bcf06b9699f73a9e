import type { Written } from '../../../../built-in';

export const ABOUT_TRAUMA_ES: Written<'worksheet'> = {
  id: 'about-trauma-es',
  kind: 'worksheet',
  title: 'Cuando algo malo no suelta',
  tags: ['para leer', 'trauma', 'señales', 'lo que dispara'],
  source:
    'Con nuestras propias palabras. Datos según: National Institute of Mental Health, Post-Traumatic Stress Disorder, 2023, https://www.nimh.nih.gov/health/publications/post-traumatic-stress-disorder-ptsd; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'es',
    whyItHelps: 'Cuando se sabe qué es un disparador, una reacción repentina se entiende mejor.',
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
        text: 'Después de algo terrible el cuerpo puede seguir listo para el peligro mucho tiempo. Eso es el trauma. Puede venir de la violencia, de un accidente, de una pérdida o de años de miedo en la infancia. Mucha gente mejora con el tiempo. A veces dura más de un mes y estorba la vida. Se puede tratar.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Señales que puede ver',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Malos sueños. Recuerdos que vienen como si pasara ahora. Evitar lugares, personas o temas. Saltar con ruidos pequeños. Mal sueño. Enojo rápido. No sentir nada, o sentirse lejos. Culpa que no va con los hechos.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'Lo que puede dispararlo',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Un olor, una canción, una voz. Un portazo. Alguien muy cerca por detrás. Una fecha. Las noticias. Un contacto sin aviso. Para otros puede parecer que no es nada.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'Lo que ayuda',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Avisar qué viene. Preguntar antes de tocar. Tener libre la salida del cuarto. Días ordenados. Volver al presente: nombrar cinco cosas que se ven. Que la persona elija si cuenta y cuándo. Escuchar basta.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'Qué decir',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '«Estás aquí, en la cocina. Es martes. Estoy contigo». «¿Me quieres cerca, o un poco más lejos?» «No hace falta que me lo cuentes». Pedir detalles puede traerlo todo de vuelta.',
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
        text: 'Pida ayuda ya si alguien habla de morir, quiere hacerse daño, o le hacen daño ahora. Si no hay seguridad en casa, la línea nacional contra la violencia doméstica atiende día y noche: 1-800-799-7233. Los números están en «Pedir ayuda ahora». En Estados Unidos, llame al 911 si hay peligro. Llame o escriba al 988 a cualquier hora, también en español.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: '¿Cuáles de estas ha visto últimamente?',
        help: 'Déjelo en blanco si prefiere hablarlo.',
        optional: true,
        choices: [
          {
            id: 'dreams',
            label: 'Malos sueños',
          },
          {
            id: 'now',
            label: 'Recuerdos como si fuera ahora',
          },
          {
            id: 'away',
            label: 'Evita cosas',
          },
          {
            id: 'jumpy',
            label: 'Salta con ruidos pequeños',
          },
          {
            id: 'numb',
            label: 'No siente nada, o se siente lejos',
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
