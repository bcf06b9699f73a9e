import type { Written } from '../../../built-in';

export const BACK_TO_WORK_OR_SCHOOL_ES: Written<'support-plan'> = {
  id: 'back-to-work-or-school-es',
  kind: 'support-plan',
  title: 'De vuelta al trabajo o a la escuela',
  tags: ['trabajo', 'escuela', 'pasos pequeños'],
  source:
    'Con nuestras propias palabras, según la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    purpose: 'Volver con pasos pequeños deja fuerzas también para la tarde.',
    needs: [
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'Ayuda por las mañanas y con los papeles',
      },
      {
        id: 'need-listen',
        support: 'listen',
        words: 'Diez minutos para contar cómo fue',
      },
      {
        id: 'need-distract',
        support: 'distract',
        words: 'Algo agradable que no tenga que ver',
      },
    ],
    offers: [
      {
        id: 'offer-morning',
        support: 'practical-help',
        who: 'Papá',
        what: 'Hace el desayuno y prepara el almuerzo',
        when: 'Los días de trabajo a las siete',
      },
      {
        id: 'offer-talk',
        support: 'listen',
        who: 'Mi tía',
        what: 'Una llamada de vuelta a casa',
        when: 'A las cuatro y media',
      },
      {
        id: 'offer-game',
        support: 'distract',
        who: 'Mi hermana',
        what: 'Un juego de cartas',
        when: 'Martes y viernes por la tarde',
      },
    ],
    steps: [
      {
        id: 'step-half',
        who: 'Yo',
        what: 'Trabajo o estudio medio día',
        when: 'De nueve a una',
        often: 'Tres días por semana',
        knownBy: 'Lo marco aquí',
        planB: 'Voy una hora, o aviso y descanso',
      },
      {
        id: 'step-contact',
        who: 'Yo',
        what: 'Escribo a la persona de allá que lo sabe',
        when: 'El lunes a mediodía',
        often: 'Una vez por semana',
        knownBy: 'Tengo respuesta',
        planB: 'Papá me ayuda a escribir dos líneas',
      },
    ],
    signs: [
      {
        id: 'sign-sunday',
        sign: 'Me duele la barriga el domingo por la tarde',
        helps: 'Preparamos la ropa juntos y nos acostamos temprano',
      },
      {
        id: 'sign-late',
        sign: 'Llego tarde dos días seguidos',
        helps: 'Hacemos más corto el día, no la semana',
      },
    ],
    places: [
      {
        id: 'place-office',
        name: 'Oficina de apoyo a estudiantes o personal',
        when: 'Entre semana hasta las cuatro',
        contact: 'Preguntar en la recepción',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
