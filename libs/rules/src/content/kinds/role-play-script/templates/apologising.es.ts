import type { Written } from '../../../built-in';

export const APOLOGISING_ES: Written<'role-play-script'> = {
  id: 'apologising-es',
  kind: 'role-play-script',
  title: 'Pedir perdón',
  tags: ['perdón', 'reparar', 'discusiones'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    scene: 'Anoche hubo gritos y un portazo. Es el día siguiente, en la escalera de atrás.',
    goal: 'Pedir perdón sin «pero», y decir qué va a hacer.',
    roles: [
      {
        id: 'me',
        name: 'Quien pide perdón',
        castAs: '',
        wants: 'Arreglarlo',
        feels: 'Vergüenza',
        knows: 'Las palabras de anoche fueron demasiado',
      },
      {
        id: 'other',
        name: 'A quien le dolió',
        castAs: '',
        wants: 'Que no pase otra vez',
        feels: 'Dolor, sin ganas de abrazos',
        knows: 'Ya se pidió perdón otras veces',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Siéntese un escalón más abajo.',
        line: 'Quisiera decir algo sobre anoche. ¿Está bien?',
        softer: '¿Puedo sentarme un minuto? Es sobre anoche.',
        firmer: 'Quiero hablar de anoche. Seré breve.',
        why: 'Quien tiene el dolor dice si quiere y cuándo.',
        calmsDown: false,
        goesTo: '',
        branches: [
          {
            id: 'open-calm',
            ifThey: 'Si no es buen momento',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'reply',
        roleId: 'other',
        cue: 'Mirando el jardín.',
        line: 'Puedes hablar. Quizá yo no diga mucho.',
        softer: 'Está bien. Despacio, por favor.',
        firmer: 'Dilo. Luego quiero silencio.',
        why: 'Escuchar no es lo mismo que perdonar.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Sin «pero». Sin razones todavía.',
        line: 'Grité y di un portazo. Estuvo mal, y lo siento. Te dio miedo.',
        softer: 'Siento haber gritado. Vi tu cara.',
        firmer: 'Grité. Estuvo mal. Lo siento.',
        why: 'Decir qué hice, que estuvo mal y qué causó.',
        calmsDown: false,
        goesTo: '',
        branches: [
          {
            id: 'say-calm',
            ifThey: 'Si alguien se altera',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'answer',
        roleId: 'other',
        cue: 'Tómese su tiempo.',
        line: 'Sí me dio miedo. Me alegra que lo digas. Todavía me duele.',
        softer: 'Gracias. Quiero algo de tiempo.',
        firmer: 'Eso ya lo oí. ¿Qué va a cambiar?',
        why: '«Me duele» es una respuesta honesta.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'Si preguntan qué va a cambiar',
            goesTo: 'again',
          },
          {
            id: 'answer-calm',
            ifThey: 'Si alguien se altera',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'again',
        roleId: 'me',
        cue: 'Una cosa, pequeña y segura.',
        line: 'Cuando suba la voz, salgo al patio diez minutos. Se lo dije a mi terapeuta para cumplirlo.',
        softer: 'La próxima vez salgo primero. Puedes recordármelo con nuestra palabra.',
        firmer: 'Salgo cuando sube mi voz. Puedes contar con eso.',
        why: 'Un acto pequeño que se cumple vale más que una gran promesa.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'again-calm',
            ifThey: 'Si alguien se altera',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'calm',
        roleId: 'other',
        cue: 'Los dos ponen los pies en el suelo y sueltan el aire despacio.',
        line: 'Paremos un momento. Seguimos cuando haya calma.',
        softer: 'Quisiera un descanso corto. Me quedo cerca.',
        firmer: 'Paro aquí. Vuelvo en diez minutos.',
        why: 'Un cuerpo tranquilo puede escuchar.',
        calmsDown: true,
        goesTo: 'say',
        branches: [
          {
            id: 'calm-stop',
            ifThey: 'Si alguien quiere parar por hoy',
            goesTo: 'stopped',
          },
        ],
      },
      {
        id: 'close',
        roleId: 'me',
        cue: 'Levántese usted, y deje espacio.',
        line: 'Gracias por oírme. No hace falta contestar hoy.',
        softer: 'Gracias. Yo hago la cena.',
        firmer: 'Era todo lo que quería decir.',
        why: 'Pedir que perdonen enseguida es otra exigencia.',
        calmsDown: false,
        goesTo: 'agreed',
        branches: [
          {
            id: 'close-calm',
            ifThey: 'Si es demasiado',
            goesTo: 'calm',
          },
        ],
      },
    ],
    endings: [
      {
        id: 'agreed',
        words: 'Ya está dicho. Ahora cumpla esa cosa pequeña.',
      },
      {
        id: 'stopped',
        words: 'Pararon a tiempo. Eso también se aprende. Prueben otro día.',
      },
    ],
    pauseWord: 'Jardín',
    optOut: 'Cualquiera puede parar cuando quiera, sin decir por qué.',
    debrief: [
      {
        id: 'well',
        words: '¿Qué salió bien? Digan eso primero.',
      },
      {
        id: 'body',
        words: '¿Cuándo notó tensión en el cuerpo?',
      },
      {
        id: 'next',
        words: '¿Qué frase quiere probar en casa?',
      },
    ],
  },
};
