import type { Written } from '../../../built-in';

export const WHEN_SLEEP_BREAKS_ES: Written<'support-plan'> = {
  id: 'when-sleep-breaks-es',
  kind: 'support-plan',
  title: 'Cuando el sueño se rompe',
  tags: ['sueño', 'noches', 'primeras señales'],
  source:
    'Con nuestras propias palabras, según la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    purpose: 'El sueño suele ser lo primero que falla, así que es un buen lugar para empezar.',
    needs: [
      {
        id: 'need-quiet-company',
        support: 'quiet-company',
        words: 'Alguien que se siente conmigo hasta que me dé sueño',
      },
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'Una casa en silencio después de las diez',
      },
    ],
    offers: [
      {
        id: 'offer-tea',
        support: 'quiet-company',
        who: 'Mi pareja',
        what: 'Se sienta conmigo con un té sin cafeína',
        when: 'De nueve y media a diez',
      },
      {
        id: 'offer-quiet',
        support: 'practical-help',
        who: 'Todos',
        what: 'Bajan pantallas y ruido',
        when: 'Después de las diez de la noche',
      },
    ],
    steps: [
      {
        id: 'step-up',
        who: 'Yo',
        what: 'Me levanto y abro las cortinas',
        when: 'A las siete',
        often: 'Cada día',
        knownBy: 'Hay luz en mi cuarto',
        planB: 'Me siento y prendo una lámpara',
      },
      {
        id: 'step-coffee',
        who: 'Yo',
        what: 'Tomo el último café',
        when: 'Antes del mediodía',
        often: 'Cada día',
        knownBy: 'La taza está lavada',
        planB: 'Tomo media taza',
      },
      {
        id: 'step-note',
        who: 'Yo',
        what: 'Anoto cuándo dormí',
        when: 'Después de desayunar',
        often: 'Cada día',
        knownBy: 'Hay una línea en la nota',
        planB: 'Se lo digo a alguien que lo anota',
      },
    ],
    signs: [
      {
        id: 'sign-two',
        sign: 'Dos noches con menos de cinco horas',
        helps: 'Cancelamos los planes del día y avisamos al programa',
      },
      {
        id: 'sign-awake',
        sign: 'A las tres de la mañana, sin sueño y con muchos planes',
        helps: 'Mi pareja me recuerda nuestra lista. Llamamos al médico por la mañana.',
      },
    ],
    places: [
      {
        id: 'place-walk',
        name: 'Grupo de caminata por la mañana',
        when: 'Martes a las nueve',
        contact: 'Sale de la entrada del parque',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
