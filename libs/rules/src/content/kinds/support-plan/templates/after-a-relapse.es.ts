import type { Written } from '../../../built-in';

export const AFTER_A_RELAPSE_ES: Written<'support-plan'> = {
  id: 'after-a-relapse-es',
  kind: 'support-plan',
  title: 'Los días después de volver a usar',
  tags: ['alcohol y drogas', 'nuevo comienzo', 'días difíciles'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    purpose: 'Volver a usar es un momento para acercarse y mirar el plan, no para empezar de cero.',
    needs: [
      {
        id: 'need-listen',
        support: 'listen',
        words: 'Alguien que me escuche sin hablar de errores',
      },
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'Que me lleven hoy al grupo o al médico',
      },
      {
        id: 'need-distract',
        support: 'distract',
        words: 'Compañía en las horas difíciles',
      },
    ],
    offers: [
      {
        id: 'offer-hear',
        support: 'listen',
        who: 'Mi padrino o madrina del grupo',
        what: 'Me contesta la llamada',
        when: 'A cualquier hora antes de las once de la noche',
      },
      {
        id: 'offer-ride',
        support: 'practical-help',
        who: 'Mamá',
        what: 'Me lleva y espera afuera',
        when: 'Hoy, y cada día de esta semana',
      },
      {
        id: 'offer-film',
        support: 'distract',
        who: 'Mi primo',
        what: 'Viene a ver una película',
        when: 'De seis a diez esta semana',
      },
    ],
    steps: [
      {
        id: 'step-tell',
        who: 'Yo',
        what: 'Cuento al programa lo que pasó',
        when: 'Hoy antes del mediodía',
        often: 'Una vez',
        knownBy: 'Tengo una cita',
        planB: 'Mamá llama, y yo me siento a su lado',
      },
      {
        id: 'step-group',
        who: 'Yo',
        what: 'Voy a un grupo',
        when: 'A las siete de la tarde',
        often: 'Cada día de esta semana',
        knownBy: 'Lo marco aquí',
        planB: 'Me uno por teléfono',
      },
      {
        id: 'step-clear',
        who: 'Mi primo y yo',
        what: 'Sacamos lo que queda en la casa',
        when: 'Esta tarde',
        often: 'Una vez',
        knownBy: 'La bolsa ya no está',
        planB: 'Mi primo lo hace mientras estoy fuera',
      },
    ],
    signs: [
      {
        id: 'sign-alone',
        sign: 'Quiero estar a solas a la hora en que usaba',
        helps: 'Escribo «Ancla» y alguien viene',
      },
      {
        id: 'sign-one',
        sign: 'Me digo que una vez no importa',
        helps: 'Espero diez minutos y llamo antes de decidir',
      },
    ],
    places: [
      {
        id: 'place-meeting',
        name: 'Reunión abierta de un grupo de ayuda mutua',
        when: 'Cada día a mediodía y a las siete',
        contact: 'No hace falta inscribirse',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
