import type { Written } from '../../../built-in';

export const MONEY_ES: Written<'boundary-plan'> = {
  id: 'money-es',
  kind: 'boundary-plan',
  title: 'Dinero: lo que doy y lo que no',
  tags: ['dinero', 'ayudar', 'límites'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    situation:
      'Me piden dinero de un momento a otro. Digo que sí por miedo a una pelea. Después me enojo, y falta para la renta.',
    value: 'Quiero ayudar de maneras que pueda sostener, y quiero que volvamos a confiar.',
    limits: [
      {
        id: 'cash',
        words: 'No presto dinero en efectivo.',
      },
    ],
    action: 'Guardo mi tarjeta del banco. Decido sobre dinero los domingos, con calma.',
    saying:
      '«Te quiero, y ya no presto dinero. Si te falta comida o un pasaje, dímelo. Lo compramos juntos».',
    sayingWhen: 'El domingo después de comer, cuando nadie está pidiendo nada',
    offer: 'Comparto mis comidas. Pago yo el pase del autobús en la oficina. Te ayudo a mirar tus cuentas.',
    steps: [
      {
        id: 'first',
        words: 'Digo una vez: «No presto dinero. A las cinco puedo ir de compras contigo».',
      },
      {
        id: 'second',
        words: 'Salgo del cuarto o termino la llamada, y llamo a mi persona de apoyo.',
      },
      {
        id: 'third',
        words: 'Lo anoto y lo llevo a la sesión familiar.',
      },
    ],
    supportedBy: 'Una amistad que lo sabe. Puedo llamar hasta las nueve de la noche.',
    safety:
      'Si alguien sale herido, o temo que pase, voy a un lugar seguro y pido ayuda. Entonces este plan espera.',
    startOn: null,
    reviewOn: null,
  },
};
