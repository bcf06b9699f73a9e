import type { Written } from '../../../built-in';

export const ASKING_FOR_SPACE_ES: Written<'role-play-script'> = {
  id: 'asking-for-space-es',
  kind: 'role-play-script',
  title: 'Pedir un poco de espacio',
  tags: ['espacio', 'hablar', 'límites'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    scene:
      'Es después de cenar. Alguien tuvo un día largo y quiere estar a solas. La otra persona quiere hablar.',
    goal: 'Pedir espacio con cariño, y decir cuándo se vuelve.',
    roles: [
      {
        id: 'me',
        name: 'Quien quiere espacio',
        castAs: '',
        wants: 'Una hora a solas',
        feels: 'Sin fuerzas, y con miedo de herir',
        knows: 'No pasó nada malo',
      },
      {
        id: 'other',
        name: 'Quien quiere hablar',
        castAs: '',
        wants: 'Saber que todo va bien',
        feels: 'Preocupación',
        knows: 'Una puerta cerrada fue mala señal una vez',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'En la puerta, de frente.',
        line: '¿Te puedo decir qué me gustaría ahora?',
        softer: '¿Tienes un minuto? No es nada malo.',
        firmer: 'Quiero decirte algo antes de subir.',
        why: 'Decirlo antes evita que la otra persona adivine.',
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
        cue: 'Deje lo que tiene en las manos.',
        line: 'Sí, dime.',
        softer: 'Claro. Te escucho.',
        firmer: 'Sí. Que sea corto, también tengo cansancio.',
        why: 'Un sí corto basta.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Despacio.',
        line: 'Tuve un día lleno. Quisiera una hora a solas. A las nueve bajo y me siento contigo.',
        softer: 'Me gusta estar contigo, y ahora no puedo más. ¿Me das una hora?',
        firmer: 'Subo una hora. A las nueve vuelvo.',
        why: 'Una hora de vuelta convierte la puerta cerrada en una pausa.',
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
        cue: 'Suelte el aire antes de contestar.',
        line: 'Me preocupo cuando la puerta está cerrada. A las nueve está bien.',
        softer: 'Gracias por decírmelo. Nos vemos a las nueve.',
        firmer: 'A las nueve, entonces. Si no bajas, toco.',
        why: 'Basta con decir la preocupación en una línea.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'Si preguntan muchas veces qué pasa',
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
        cue: 'La misma voz, las mismas palabras.',
        line: 'Oigo que te preocupas. Estoy bien. Todavía quiero esa hora, y a las nueve estoy aquí.',
        softer: 'Me importas. Estoy bien. A las nueve.',
        firmer: 'Estoy bien. Hablamos a las nueve.',
        why: 'Repetir lo mismo evita que crezca.',
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
        cue: 'Un gesto con la cabeza.',
        line: 'Gracias. Hasta las nueve.',
        softer: 'Gracias, me ayuda mucho.',
        firmer: 'Bien. A las nueve.',
        why: 'Cumplir la hora es lo que da confianza.',
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
        words: 'Hay una hora de vuelta. Cúmplanla, también si cuesta.',
      },
      {
        id: 'stopped',
        words: 'Pararon a tiempo. Eso también se aprende. Prueben otro día.',
      },
    ],
    pauseWord: 'Puerto',
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
