import type { Written } from '../../../built-in';

export const FIRST_CALL_AFTER_DISCHARGE_ES: Written<'role-play-script'> = {
  id: 'first-call-after-discharge-es',
  kind: 'role-play-script',
  title: 'La primera llamada después de volver a casa',
  tags: ['volver a casa', 'teléfono', 'primeros días'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    scene: 'Es el segundo día en casa. Un familiar llama por primera vez y no sabe qué decir.',
    goal: 'Una primera llamada corta y cálida, y acordar cómo seguir.',
    roles: [
      {
        id: 'me',
        name: 'Quien llama',
        castAs: '',
        wants: 'Mostrar que extraña a la otra persona',
        feels: 'Nervios',
        knows: 'No se podía visitar',
      },
      {
        id: 'other',
        name: 'Quien volvió a casa',
        castAs: '',
        wants: 'Que le hablen como antes',
        feels: 'Todo a flor de piel',
        knows: 'Hoy ya hubo tres llamadas',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Siéntese antes de marcar.',
        line: 'Soy yo. Me alegra que estés en casa. ¿Tienes cinco minutos?',
        softer: 'Hola. ¿Es buen momento?',
        firmer: 'Hola. Quiero oír tu voz, cinco minutos.',
        why: 'Decir cuánto dura hace más fácil el sí.',
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
        cue: 'Sin mucha energía.',
        line: 'Cinco minutos está bien. Tengo algo de cansancio.',
        softer: 'Qué bueno que llames. Tengo cansancio.',
        firmer: 'Cinco minutos. Del hospital no quiero hablar.',
        why: 'Se puede decir de qué no se quiere hablar.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Sonría. Se oye.',
        line: 'No hace falta hablar de eso. Te extrañé. El perro también.',
        softer: 'Pensé en ti. Cuéntame lo que quieras, mucho o poco.',
        firmer: 'Te extrañé. ¿Te cuento lo que hizo el perro?',
        why: 'La vida normal es buena noticia.',
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
        cue: 'Con más calma.',
        line: '¿Qué hizo el perro?',
        softer: 'Yo también te extrañé.',
        firmer: 'Bien. Otra cosa para variar.',
        why: 'Una charla sencilla une mucho.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'Si hay un silencio largo',
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
        cue: 'Espere. Cuente hasta cinco.',
        line: 'Podemos quedarnos en silencio un rato. O llamo el jueves, si prefieres.',
        softer: 'No hacen falta palabras. Aquí estoy.',
        firmer: '¿Mejor llamo el jueves?',
        why: 'El silencio no es mala señal.',
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
        cue: 'Mire el reloj: cinco minutos.',
        line: 'Se acabaron mis cinco minutos. ¿Te va bien que llame el jueves, o mejor un mensaje?',
        softer: 'Te dejo descansar. ¿El jueves?',
        firmer: 'Ya son cinco. ¿El jueves a las cuatro?',
        why: 'Terminar a tiempo hace más fácil la próxima llamada.',
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
        words: 'Ya hay día para la próxima llamada. Que sea corta otra vez.',
      },
      {
        id: 'stopped',
        words: 'Pararon a tiempo. Eso también se aprende. Prueben otro día.',
      },
    ],
    pauseWord: 'Perro',
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
