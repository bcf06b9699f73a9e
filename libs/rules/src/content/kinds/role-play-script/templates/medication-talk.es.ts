import type { Written } from '../../../built-in';

export const MEDICATION_TALK_ES: Written<'role-play-script'> = {
  id: 'medication-talk-es',
  kind: 'role-play-script',
  title: 'Hablar de las medicinas',
  tags: ['medicinas', 'preocupación', 'hablar'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    scene: 'Es sábado por la mañana. El pastillero sigue lleno. Alguien lo vio y se preocupa.',
    goal: 'Preguntar en vez de vigilar, y dejar la decisión a quien toma la medicina.',
    roles: [
      {
        id: 'me',
        name: 'Quien se preocupa',
        castAs: '',
        wants: 'Entender',
        feels: 'Miedo por lo de la primavera',
        knows: 'El viernes y el sábado siguen en la caja',
      },
      {
        id: 'other',
        name: 'Quien toma la medicina',
        castAs: '',
        wants: 'Que pregunten, sin vigilar',
        feels: 'Cansancio por los efectos',
        knows: 'El martes hay cita',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Siéntese. Deje el pastillero en su lugar.',
        line: '¿Te puedo preguntar algo sobre tu medicina?',
        softer: 'Tengo una preocupación. ¿Es buen momento?',
        firmer: 'Hoy quisiera hablar de la medicina. ¿Cuándo?',
        why: 'Pedir permiso hace que sea una charla.',
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
        cue: 'Brazos cruzados.',
        line: 'Si es solo una pregunta, sí.',
        softer: 'Está bien. Pensé que ibas a preguntar.',
        firmer: 'Una pregunta. Luego quiero mi café.',
        why: 'Se pueden poner condiciones.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Diga lo que vio y lo que siente.',
        line: 'Vi que el viernes sigue en la caja. Me dio miedo. ¿Cómo te va con las pastillas?',
        softer: 'Me preocupo, y prefiero preguntar. ¿Cómo te sientan?',
        firmer: 'Hay dos días en la caja. ¿Qué pasa?',
        why: 'Lo que vio, lo que siente, una pregunta abierta.',
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
        cue: 'Mire primero por la ventana.',
        line: 'Me dan tanto cansancio que no puedo leer. Las dejé.',
        softer: 'No quería darte miedo. Con ellas me siento como una piedra.',
        firmer: 'Las dejé. Es mi cuerpo.',
        why: 'La razón es la parte que ayuda.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'Si dicen «déjalo»',
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
        cue: 'Échese un poco hacia atrás.',
        line: 'Es tu decisión. ¿Le contarías al médico el martes lo que me dijiste? Puedo acompañarte.',
        softer: 'Te oigo. ¿Te ayudaría que me sentara contigo mientras llamas a la enfermería?',
        firmer: 'Ahora lo dejo. El martes pregunto si quieres que vaya.',
        why: 'Dejarla de golpe puede ser duro para el cuerpo. El médico puede buscar otro camino.',
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
        cue: 'Levántese despacio.',
        line: 'Gracias por contármelo. ¿Café?',
        softer: 'Me alegra saberlo. Tomemos café.',
        firmer: 'Gracias. El martes, entonces.',
        why: 'Un final normal muestra que la relación aguanta.',
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
        words: 'Ya conocen la razón. Llévenla a la cita del martes.',
      },
      {
        id: 'stopped',
        words: 'Pararon a tiempo. Eso también se aprende. Prueben otro día.',
      },
    ],
    pauseWord: 'Café',
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
