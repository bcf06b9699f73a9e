import type { Written } from '../../../built-in';

export const HOLIDAYS_ES: Written<'support-plan'> = {
  id: 'holidays-es',
  kind: 'support-plan',
  title: 'Para los días de fiesta',
  tags: ['fiestas', 'visitas', 'días difíciles'],
  source:
    'Con nuestras propias palabras, según la guía Family Psychoeducation, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    purpose:
      'Las fiestas traen ruido, dinero y viejas historias. Un plan pequeño deja espacio para lo bueno.',
    needs: [
      {
        id: 'need-leave-me-be',
        support: 'leave-me-be',
        words: 'Un cuarto donde pueda estar a solas un rato',
      },
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'Una manera de irme temprano',
      },
      {
        id: 'need-listen',
        support: 'listen',
        words: 'Una persona que esté pendiente de mí',
      },
    ],
    offers: [
      {
        id: 'offer-room',
        support: 'leave-me-be',
        who: 'La abuela',
        what: 'Me guarda libre el cuarto pequeño',
        when: 'Todo el día',
      },
      {
        id: 'offer-car',
        support: 'practical-help',
        who: 'Papá',
        what: 'Me lleva a casa cuando doy la señal',
        when: 'A cualquier hora, sin despedidas',
      },
      {
        id: 'offer-look',
        support: 'listen',
        who: 'Mi prima',
        what: 'Pregunta «¿todo bien?»',
        when: 'Una vez cada hora',
      },
    ],
    steps: [
      {
        id: 'step-short',
        who: 'Yo',
        what: 'Me quedo dos horas',
        when: 'De doce a dos',
        often: 'El mismo día',
        knownBy: 'Miramos juntos el reloj',
        planB: 'Voy solo para el postre',
      },
      {
        id: 'step-drink',
        who: 'Papá y yo',
        what: 'Llevamos nuestras bebidas',
        when: 'Al llegar',
        often: 'En cada visita',
        knownBy: 'Mi vaso está lleno',
        planB: 'Tengo una taza de té en la mano',
      },
      {
        id: 'step-after',
        who: 'Yo',
        what: 'Hago algo tranquilo después',
        when: 'Al volver a casa',
        often: 'En cada visita',
        knownBy: 'Lo marco aquí',
        planB: 'Me acuesto con música',
      },
    ],
    signs: [
      {
        id: 'sign-jaw',
        sign: 'Se me aprieta la mandíbula',
        helps: 'Voy al cuarto pequeño diez minutos',
      },
      {
        id: 'sign-snap',
        sign: 'Doy respuestas cortas',
        helps: 'Mi prima me invita a tomar aire',
      },
    ],
    places: [
      {
        id: 'place-open',
        name: 'Puertas abiertas del programa',
        when: 'Al día siguiente',
        contact: 'Venga tal como está',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
