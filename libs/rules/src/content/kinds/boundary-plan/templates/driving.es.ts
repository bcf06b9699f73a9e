import type { Written } from '../../../built-in';

export const DRIVING_ES: Written<'boundary-plan'> = {
  id: 'driving-es',
  kind: 'boundary-plan',
  title: 'Los viajes en auto, y quién maneja',
  tags: ['manejar', 'seguridad', 'límites'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    situation:
      'Después de una mala noche o de beber, manejar no es seguro. Discutimos por las llaves en el patio.',
    value: 'Quiero que lleguemos bien a casa.',
    limits: [
      {
        id: 'ride',
        words: 'Subo al auto solo si quien maneja está despierto y no ha bebido.',
      },
    ],
    action: 'Llevo dinero para un taxi en el abrigo. Planeo la vuelta antes de salir.',
    saying:
      '«Esos días me da miedo ir en auto. Entonces tomo el autobús, y me alegraría que vinieras conmigo».',
    sayingWhen: 'Un día en que nadie tiene que ir a ningún lado',
    offer: 'Te llevo yo cuando puedo. Pago la mitad de un taxi a cualquier sesión.',
    steps: [
      {
        id: 'first',
        words: 'Digo: «Hoy no subo. Pido un taxi para dos».',
      },
      {
        id: 'second',
        words: 'Bajo en la próxima parada segura y vuelvo de otra manera.',
      },
      {
        id: 'third',
        words: 'Hablo de ello al día siguiente, y pido al programa ayuda con los viajes.',
      },
    ],
    supportedBy: 'Alguien del vecindario que puede recogerme',
    safety: 'Si alguien se va y no está en condiciones de manejar, llamo al 911. Puede salvar vidas.',
    startOn: null,
    reviewOn: null,
  },
};
