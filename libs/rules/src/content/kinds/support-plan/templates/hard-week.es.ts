import type { Written } from '../../../built-in';

export const HARD_WEEK_ES: Written<'support-plan'> = {
  id: 'hard-week-es',
  kind: 'support-plan',
  title: 'Apoyo para una semana difícil',
  tags: ['días difíciles', 'vida diaria', 'repartir tareas'],
  source:
    'SAMHSA, Family Psychoeducation Evidence-Based Practices KIT (2009), sobre el reparto de tareas en la familia',
  lastCheckedOn: '2026-11-25',
  content: {
    format: 1,
    language: 'es',
    purpose: 'La ayuda que tiene nombre y hora es más fácil de dar y de recibir.',
    needs: [
      { id: 'need-listen', support: 'listen', words: 'Alguien que escuche sin arreglar nada' },
      { id: 'need-practical', support: 'practical-help', words: 'Viajes y una comida caliente al día' },
      { id: 'need-quiet', support: 'quiet-company', words: 'Alguien en el cuarto mientras hago mis tareas' },
    ],
    offers: [
      {
        id: 'offer-call',
        support: 'listen',
        who: 'Papá',
        what: 'Una llamada de diez minutos',
        when: 'Cada noche a las ocho',
      },
      {
        id: 'offer-rides',
        support: 'practical-help',
        who: 'Mamá',
        what: 'Llevarme al programa',
        when: 'Martes y jueves a las nueve',
      },
      {
        id: 'offer-room',
        support: 'quiet-company',
        who: 'Mi hermano',
        what: 'Leer en el mismo cuarto',
        when: 'Después de la escuela, media hora',
      },
    ],
    steps: [
      {
        id: 'step-breakfast',
        who: 'Mamá y yo',
        what: 'Desayunar juntos',
        when: 'A las ocho',
        often: 'Cada día',
        knownBy: 'Hay dos tazas en el fregadero',
        planB: 'Como un plátano y le escribo a mamá',
      },
      {
        id: 'step-walk',
        who: 'Yo',
        what: 'Dar una vuelta a la manzana',
        when: 'Después de comer',
        often: 'Cada día menos el domingo',
        knownBy: 'Lo marco aquí',
        planB: 'Me quedo cinco minutos junto a la ventana abierta',
      },
    ],
    signs: [
      {
        id: 'sign-sleep',
        sign: 'Duermo menos de cinco horas',
        helps: 'Se lo digo a mamá por la mañana. Ese día, sin planes grandes.',
      },
      {
        id: 'sign-quiet',
        sign: 'Dejo de contestar mensajes',
        helps: 'Una llamada sin preguntas: «Estoy aquí a las ocho»',
      },
    ],
    places: [
      {
        id: 'place-library',
        name: 'Grupo de dibujo en la biblioteca',
        when: 'Miércoles a las cuatro',
        contact: 'Preguntar en el mostrador',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
