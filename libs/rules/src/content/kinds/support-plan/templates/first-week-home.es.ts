import type { Written } from '../../../built-in';

export const FIRST_WEEK_HOME_ES: Written<'support-plan'> = {
  id: 'first-week-home-es',
  kind: 'support-plan',
  title: 'La primera semana en casa',
  tags: ['volver a casa', 'primeros días', 'vida diaria'],
  source:
    'Con nuestras propias palabras, según la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    purpose: 'Una primera semana ordenada deja espacio para descansar y ver qué sigue siendo difícil.',
    needs: [
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'Viajes, y alguien que mire el calendario',
      },
      {
        id: 'need-quiet-company',
        support: 'quiet-company',
        words: 'Alguien en casa por la tarde',
      },
      {
        id: 'need-leave-me-be',
        support: 'leave-me-be',
        words: 'Una hora al día con la puerta cerrada',
      },
    ],
    offers: [
      {
        id: 'offer-rides',
        support: 'practical-help',
        who: 'Mamá',
        what: 'Me lleva al programa',
        when: 'Lunes, miércoles y viernes a las nueve',
      },
      {
        id: 'offer-evening',
        support: 'quiet-company',
        who: 'Mi hermano',
        what: 'Está en casa con lo suyo',
        when: 'De seis a nueve',
      },
      {
        id: 'offer-door',
        support: 'leave-me-be',
        who: 'Todos',
        what: 'Dejan cerrada mi puerta',
        when: 'De cuatro a cinco',
      },
    ],
    steps: [
      {
        id: 'step-pills',
        who: 'Papá y yo',
        what: 'Llenamos el pastillero de la semana',
        when: 'El domingo a las seis',
        often: 'Una vez por semana',
        knownBy: 'Cada día tiene lo suyo',
        planB: 'Llamamos a la enfermería del programa',
      },
      {
        id: 'step-walk',
        who: 'Yo',
        what: 'Doy una vuelta a la manzana',
        when: 'Después de desayunar',
        often: 'Cada día',
        knownBy: 'Lo marco aquí',
        planB: 'Me siento cinco minutos en la entrada',
      },
      {
        id: 'step-bed',
        who: 'Yo',
        what: 'Me acuesto',
        when: 'A las diez y media',
        often: 'Cada día',
        knownBy: 'La luz está apagada',
        planB: 'Me acuesto y escucho la radio',
      },
    ],
    signs: [
      {
        id: 'sign-bed',
        sign: 'Sigo en la cama después del mediodía',
        helps: 'Una taza de té, sin preguntas',
      },
      {
        id: 'sign-skip',
        sign: 'Falto a una sesión',
        helps: 'Mamá pregunta una vez, y llamamos juntos al programa',
      },
    ],
    places: [
      {
        id: 'place-group',
        name: 'Grupo de la tarde del programa',
        when: 'Jueves a las seis',
        contact: 'El número está en la tarjeta de seguridad',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
