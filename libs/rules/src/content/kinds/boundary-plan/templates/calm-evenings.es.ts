import type { Written } from '../../../built-in';

export const CALM_EVENINGS_ES: Written<'boundary-plan'> = {
  id: 'calm-evenings-es',
  kind: 'boundary-plan',
  title: 'Tardes tranquilas en casa',
  tags: ['tardes', 'discusiones', 'dinero'],
  source:
    'SAMHSA, Protocolo para mejorar el tratamiento 39: Substance Use Disorder Treatment and Family Therapy (2020), sobre los límites en la familia',
  lastCheckedOn: '2026-11-25',
  content: {
    format: 1,
    language: 'es',
    situation:
      'Algunas tardes, una charla sobre dinero o planes sube de tono. Dejamos de oírnos, y dura horas.',
    value: 'Quiero que hablemos de modo que cada quien sea escuchado.',
    limits: [
      { id: 'loud', words: 'Cuando una charla sube de tono, salgo del cuarto y vuelvo cuando hay calma.' },
    ],
    action: 'Hablo en voz baja. Digo cuando noto que yo subo el tono.',
    saying:
      '«Te quiero y quiero hablar de esto. Cuando hay gritos no puedo pensar. Me tomaré veinte minutos y luego volveré».',
    sayingWhen: 'El domingo después de comer, cuando los dos estemos en calma',
    offer: 'Sigo comiendo contigo, sigo llevándote a tus sesiones y estoy ahí si estás en peligro.',
    steps: [
      { id: 'first', words: 'Digo una vez: «Está subiendo el tono. Quiero seguir en veinte minutos».' },
      { id: 'second', words: 'Voy a la cocina, respiro y vuelvo a los veinte minutos.' },
      { id: 'third', words: 'Dejo la charla por hoy y la apunto en la lista para la sesión familiar.' },
    ],
    supportedBy: 'Mi hermana. Puedo llamarla hasta las diez de la noche.',
    safety:
      'Si alguien sale herido, o temo que pase, voy a un lugar seguro y pido ayuda enseguida. Este plan espera entonces.',
    startOn: null,
    reviewOn: null,
  },
};
