import type { Written } from '../../../built-in';

export const SUBSTANCE_USE_AT_HOME_ES: Written<'boundary-plan'> = {
  id: 'substance-use-at-home-es',
  kind: 'boundary-plan',
  title: 'Alcohol y drogas en mi casa',
  tags: ['alcohol y drogas', 'casa', 'límites'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    situation: 'Cuando alguien bebe o usa drogas en la casa, no puedo dormir, y los niños tienen miedo.',
    value: 'Quiero que nuestra casa sea un lugar donde todos descansen.',
    limits: [
      {
        id: 'home',
        words: 'No me quedo en una mesa donde se bebe o se usa.',
      },
    ],
    action: 'Mantengo mi casa libre de alcohol. Aviso a mis visitas antes de que vengan.',
    saying:
      '«Te quiero. Mantengo el alcohol y las drogas fuera de nuestra casa. Me gustaría hablarlo cuando estés con la mente clara».',
    sayingWhen: 'Por la mañana, cuando nadie ha usado, con el terapeuta si se puede',
    offer: 'Hay una cama y un plato para ti. Te llevo a un grupo o al médico a cualquier hora.',
    steps: [
      {
        id: 'first',
        words: 'Digo con calma: «Veo que usaste. Hablo contigo mañana».',
      },
      {
        id: 'second',
        words: 'Me voy con los niños a otro cuarto, o a casa de mi hermana por la noche.',
      },
      {
        id: 'third',
        words: 'Llamo al programa por la mañana y pido una sesión antes.',
      },
    ],
    supportedBy: 'Mi hermana, y el grupo para familias del jueves',
    safety:
      'Si alguien no despierta o respira mal, llamo al 911 y me quedo. Si tengo miedo, voy con los niños a un lugar seguro.',
    startOn: null,
    reviewOn: null,
  },
};
