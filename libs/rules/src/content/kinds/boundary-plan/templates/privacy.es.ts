import type { Written } from '../../../built-in';

export const PRIVACY_ES: Written<'boundary-plan'> = {
  id: 'privacy-es',
  kind: 'boundary-plan',
  title: 'Celular, diario y puertas cerradas',
  tags: ['privacidad', 'confianza', 'límites'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    situation: 'Por preocupación leí mensajes y notas que no eran míos. Se supo, y ahora casi no hablamos.',
    value: 'Quiero que haya confianza, y preguntar en vez de buscar.',
    limits: [
      {
        id: 'read',
        words: 'No leo mensajes, diarios ni notas que no son míos.',
      },
      {
        id: 'knock',
        words: 'Toco, y espero la respuesta antes de entrar.',
      },
    ],
    action:
      'Cuando llega la preocupación, hago una pregunta en voz alta. Lo demás lo escribo en mi cuaderno.',
    saying:
      '«Leí tus notas, y lo siento. No lo haré más. Si me preocupo, te pregunto, y puedes decir que no quieres contestar».',
    sayingWhen: 'Mañana después de cenar, si tienes un rato',
    offer: 'Puedes cerrar tu puerta. Estoy ahí cuando quieras hablar, mientras no duerma.',
    steps: [
      {
        id: 'first',
        words: 'Paro, lo dejo, y digo que casi miro.',
      },
      {
        id: 'second',
        words: 'Llamo a mi persona de apoyo y digo a qué le tengo miedo.',
      },
      {
        id: 'third',
        words: 'Llevo la preocupación a la sesión familiar, con mis palabras.',
      },
    ],
    supportedBy: 'La otra madre o el otro padre, y mi grupo del lunes',
    safety:
      'Si veo u oigo que una vida corre peligro, actúo enseguida y pido ayuda. Digo con franqueza que lo hice.',
    startOn: null,
    reviewOn: null,
  },
};
