import type { Written } from '../../../built-in';

export const NIGHT_CALLS_ES: Written<'boundary-plan'> = {
  id: 'night-calls-es',
  kind: 'boundary-plan',
  title: 'Llamadas y mensajes de noche',
  tags: ['sueño', 'noches', 'límites'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    situation:
      'Las llamadas y los mensajes siguen hasta las dos de la mañana. Contesto cada uno, y luego no puedo trabajar.',
    value: 'Quiero estar para ti, y estar con fuerzas cuando estoy.',
    limits: [
      {
        id: 'ten',
        words: 'Después de las diez de la noche contesto solo si hay peligro.',
      },
    ],
    action: 'Pongo mi celular para que suenen dos llamadas seguidas. Miro los mensajes a las siete.',
    saying:
      '«Quiero saber cómo estás. Hasta las diez estoy para ti. Si hay peligro, llama dos veces y contesto».',
    sayingWhen: 'El sábado, en nuestro paseo',
    offer:
      'Una llamada cada tarde a las ocho, hasta las ocho y media. Para la noche: el 988, por llamada o mensaje.',
    steps: [
      {
        id: 'first',
        words:
          'No contesto. Mando un mensaje ya escrito: «Estoy durmiendo. Llamo a las siete. Si hay peligro: llama dos veces, o al 988».',
      },
      {
        id: 'second',
        words: 'Llamo a las siete, como dije, y escucho diez minutos.',
      },
      {
        id: 'third',
        words: 'Pido hablar de las noches en la próxima sesión familiar.',
      },
    ],
    supportedBy: 'Mi pareja, que conoce el plan',
    safety: 'Si dices que quieres morir, o creo que hay peligro, contesto a cualquier hora y pido ayuda.',
    startOn: null,
    reviewOn: null,
  },
};
