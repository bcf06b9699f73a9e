import type { Written } from '../../../../built-in';

export const ABOUT_ANXIETY_ES: Written<'worksheet'> = {
  id: 'about-anxiety-es',
  kind: 'worksheet',
  title: 'Cuando alguien siente mucho miedo',
  tags: ['para leer', 'ansiedad', 'señales', 'lo que dispara'],
  source:
    'Con nuestras propias palabras. Datos según: National Institute of Mental Health, Anxiety Disorders, health topic page, https://www.nimh.nih.gov/health/topics/anxiety-disorders; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'es',
    whyItHelps: 'Saber cómo funciona el miedo ayuda a apoyar sin hacerlo crecer.',
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
        text: 'El miedo nos protege. Con una enfermedad de ansiedad la alarma suena mucho y muy fuerte, y no para sola. El miedo es real, aunque no haya peligro. No se elige. Se puede tratar, y mucha gente mejora mucho.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Señales que puede ver',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Preocupación que no para. Corazón rápido, sudor, falta de aire. Músculos tensos, dolor de barriga o de cabeza. Mal sueño. Preguntar muchas veces si todo va bien. Evitar lugares, personas o tareas.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'Lo que puede dispararlo',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Un cambio. Demasiado a la vez. Mucha gente, las noticias, un examen, el dinero. El café y las bebidas de energía. Dormir poco. Cosas que recuerdan un mal momento. Después del alcohol el miedo puede ser más fuerte.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'Lo que ayuda',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Una voz tranquila y respirar despacio. Pasos pequeños hacia lo que da miedo, al ritmo de quien los da. Reconocer el intento. Si responde muchas veces a la misma duda, la calma dura poco. Puede decirlo con cariño y quedarse al lado.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'Qué decir',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '«Veo que esto es difícil. Estoy contigo». «Respira conmigo, suelta el aire despacio». «¿Qué parte pequeña podemos hacer hoy?» Ayuda poco decir que no hay nada que temer.',
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
        text: 'Pida ayuda ya si el miedo viene con hablar de morir, o con días sin comer o dormir. Un dolor nuevo en el pecho, o falta de aire que no pasa, puede ser del cuerpo: llame al 911. Los números están en «Pedir ayuda ahora». En Estados Unidos, llame al 911 si hay peligro. Llame o escriba al 988 a cualquier hora, también en español.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: '¿Cuáles de estas ha visto últimamente?',
        help: 'Déjelo en blanco si prefiere hablarlo.',
        optional: true,
        choices: [
          {
            id: 'worry',
            label: 'Preocupación que no para',
          },
          {
            id: 'body',
            label: 'Corazón rápido, falta de aire',
          },
          {
            id: 'sleep',
            label: 'Mal sueño',
          },
          {
            id: 'avoiding',
            label: 'Evita lugares o personas',
          },
          {
            id: 'asking',
            label: 'Pregunta muchas veces',
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
