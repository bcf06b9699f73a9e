import type { Written } from '../../../built-in';

export const NO_TO_MONEY_ES: Written<'role-play-script'> = {
  id: 'no-to-money-es',
  kind: 'role-play-script',
  title: 'Decir que no al dinero',
  tags: ['dinero', 'límites', 'decir que no'],
  source:
    'Con nuestras propias palabras, según el Protocolo TIP 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, dominio público',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'es',
    scene:
      'Alguien llama por la tarde. Hay una cuenta, y la otra persona dice desde hace semanas que ya no presta.',
    goal: 'Decir que no una vez, con cariño, y ofrecer lo que sí puede.',
    roles: [
      {
        id: 'me',
        name: 'Quien dice que no',
        castAs: '',
        wants: 'Mantener el límite y la relación',
        feels: 'Pena, y cansancio de pelear',
        knows: 'Hay comida en casa para compartir',
      },
      {
        id: 'other',
        name: 'Quien pide',
        castAs: '',
        wants: 'Cuarenta dólares para esta noche',
        feels: 'Miedo y vergüenza',
        knows: 'Antes funcionó',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Al teléfono, en una silla.',
        line: 'Me alegra oírte. ¿Qué pasa?',
        softer: 'Me alegra que llames. ¿Cómo estás?',
        firmer: 'Hola. Tengo cinco minutos.',
        why: 'Primero el cariño. Se dice no al dinero, no a la persona.',
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
        cue: 'Rápido, un poco fuerte.',
        line: 'Necesito cuarenta dólares hoy, o tengo un problema.',
        softer: 'Me cuesta pedirlo. ¿Me prestas cuarenta dólares?',
        firmer: 'Necesito cuarenta dólares. Hoy.',
        why: 'Háganlo como suena de verdad.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Respire. Pies en el suelo.',
        line: 'Te quiero, y ya no presto dinero. Tengo sopa para dos. ¿Quieres venir a las seis?',
        softer: 'Siento que estés así. No presto dinero. Ven a comer conmigo.',
        firmer: 'No presto dinero. Se cena a las seis.',
        why: 'Un no, un sí. Sin largas razones.',
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
        cue: 'Silencio, luego enojo.',
        line: 'Así que es eso. Bueno. Voy a las seis.',
        softer: 'Está bien. Tengo hambre de todos modos.',
        firmer: 'La sopa no paga una cuenta.',
        why: 'Puede venir el enojo. Pasa.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'Si vuelven a pedir, o se enojan',
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
        cue: 'Las mismas palabras, voz más suave.',
        line: 'Oigo lo difícil que es. Sobre el dinero digo que no. A las seis sigue siendo sí.',
        softer: 'Te oigo. Dinero no, cena sí.',
        firmer: 'No. A las seis.',
        why: 'Razones nuevas abren otra ronda. Las mismas palabras la cierran.',
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
        cue: 'Despacio.',
        line: 'Ahora cuelgo. A las seis estoy en la puerta.',
        softer: 'Me voy. Me alegra verte a las seis.',
        firmer: 'Hasta las seis. Adiós.',
        why: 'Se puede terminar una llamada con cariño.',
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
        words: 'Dijo que no, y con cariño. A las seis, en la puerta.',
      },
      {
        id: 'stopped',
        words: 'Pararon a tiempo. Eso también se aprende. Prueben otro día.',
      },
    ],
    pauseWord: 'Sopa',
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
