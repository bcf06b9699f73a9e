import type { Written } from '../../../built-in';

export const ASKING_HOW_YOU_ARE_ES: Written<'role-play-script'> = {
  id: 'asking-how-you-are-es',
  kind: 'role-play-script',
  title: 'Preguntar cómo está alguien de verdad',
  tags: ['escuchar', 'preocupación', 'seguridad'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    scene: 'Están en el auto, después de una sesión. Alguien lleva días casi sin hablar.',
    goal: 'Hacer una pregunta abierta, escuchar hasta el final y preguntar con claridad por las ganas de morir.',
    roles: [
      {
        id: 'me',
        name: 'Quien pregunta',
        castAs: '',
        wants: 'Saber la verdad',
        feels: 'Miedo a la respuesta',
        knows: 'El 988 atiende día y noche',
      },
      {
        id: 'other',
        name: 'A quien preguntan',
        castAs: '',
        wants: 'No ser una carga para nadie',
        feels: 'Vacío',
        knows: 'Es más fácil de lado que de frente',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Miren hacia delante.',
        line: 'Te noto sin ganas de hablar. ¿Cómo estás de verdad?',
        softer: 'Tengo tiempo. ¿Cómo estás hoy por dentro?',
        firmer: 'Quiero preguntar cómo estás, y oír la verdad.',
        why: 'De lado es más fácil.',
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
        cue: 'Una pausa larga.',
        line: 'Mal. Veo todo gris.',
        softer: 'No sé cómo decirlo.',
        firmer: 'Mal. Y no quiero darle más vueltas.',
        why: 'Pocas palabras también son respuesta.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Deje el silencio. Luego pregunte.',
        line: 'Gracias por decírmelo. Cuando se ve tan gris, hay quien piensa en morir. ¿Tú lo piensas?',
        softer: 'Estoy contigo. ¿Te puedo preguntar con claridad: piensas en morir?',
        firmer: 'Te pregunto: ¿piensas en quitarte la vida?',
        why: 'Preguntar con claridad no mete la idea. La deja salir.',
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
        cue: 'En voz baja.',
        line: 'A veces. No lo haría. Solo quiero que pare.',
        softer: 'No. Solo tengo mucho cansancio.',
        firmer: 'Sí. Hoy más que antes.',
        why: 'Cada una de estas respuestas se puede decir.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'Si la respuesta es sí, o no queda clara',
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
        cue: 'Gírese hacia la otra persona.',
        line: 'Me quedo contigo. Llamemos juntos al 988, ahora, desde aquí.',
        softer: 'No estás a solas con esto. Yo marco, y tú escuchas.',
        firmer: 'Llamo al 988 ahora, y me quedo.',
        why: 'Quedarse y llamar juntos es la ayuda.',
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
        cue: 'Una mano en el asiento, si está bien.',
        line: 'Me alegra que me lo digas. Mañana se lo contamos a tu terapeuta, juntos.',
        softer: 'Gracias por confiármelo.',
        firmer: 'Mañana se lo contamos a tu terapeuta.',
        why: 'La carga pesa menos con más manos.',
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
        words:
          'Usted preguntó, y ya sabe. Cuéntenselo a su terapeuta, y llamen al 988 a cualquier hora si empeora.',
      },
      {
        id: 'stopped',
        words: 'Pararon a tiempo. Eso también se aprende. Prueben otro día.',
      },
    ],
    pauseWord: 'Ventana',
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
