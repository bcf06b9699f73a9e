import type { Written } from '../../../built-in';

export const NO_TO_MONEY_EN: Written<'role-play-script'> = {
  id: 'no-to-money',
  kind: 'role-play-script',
  title: 'Saying no to money',
  tags: ['money', 'limits', 'saying no'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    scene:
      'One of you calls in the afternoon. There is a bill, and the other has said for weeks that there will be no more loans.',
    goal: 'Saying no once, kindly, and offering what you can stand behind.',
    roles: [
      {
        id: 'me',
        name: 'The one who says no',
        castAs: '',
        wants: 'To keep the limit and the bond',
        feels: 'Sorry, and tired of fights',
        knows: 'There is food in the house to share',
      },
      {
        id: 'other',
        name: 'The one who asks',
        castAs: '',
        wants: 'Forty dollars by tonight',
        feels: 'Scared and ashamed',
        knows: 'It has worked before',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'On the phone, sitting down.',
        line: 'It is good to hear your voice. What is up?',
        softer: 'I am glad you call. How are you?',
        firmer: 'Hello. I have five minutes.',
        why: 'Warm first. It is the money you say no to, not the person.',
        calmsDown: false,
        goesTo: '',
        branches: [
          {
            id: 'open-calm',
            ifThey: 'If this is not a good moment',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'reply',
        roleId: 'other',
        cue: 'Fast, a little loud.',
        line: 'I need forty dollars tonight, or I am in trouble.',
        softer: 'I hate to ask. Could you lend me forty dollars?',
        firmer: 'I need forty dollars. Today.',
        why: 'Play it as it really sounds.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'A breath. Feet on the floor.',
        line: 'I love you, and I am not lending money any more. I have soup for two. Would you like to come at six?',
        softer: 'I am sorry it is so tight. I am not lending money. Come and eat with me.',
        firmer: 'I am not lending money. Supper is at six.',
        why: 'One no, one yes. No long reasons.',
        calmsDown: false,
        goesTo: '',
        branches: [
          {
            id: 'say-calm',
            ifThey: 'If somebody gets upset',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'answer',
        roleId: 'other',
        cue: 'Quiet, then angry.',
        line: 'So that is how it is. Fine. I will come at six.',
        softer: 'All right. I am hungry anyway.',
        firmer: 'Soup does not pay a bill.',
        why: 'Anger may come. It passes.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'If they ask again, or get angry',
            goesTo: 'again',
          },
          {
            id: 'answer-calm',
            ifThey: 'If somebody gets upset',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'again',
        roleId: 'me',
        cue: 'Same words, softer voice.',
        line: 'I hear how hard it is. The answer about money is no. Six o’clock is still yes.',
        softer: 'I hear you. No money, and yes to supper.',
        firmer: 'No. Six o’clock.',
        why: 'New reasons open a new round. The same words close it.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'again-calm',
            ifThey: 'If somebody gets upset',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'calm',
        roleId: 'other',
        cue: 'Both put their feet on the floor and breathe out slowly.',
        line: 'Let us stop for a moment. We can go on when we are both calm.',
        softer: 'I would like a short break. I stay near.',
        firmer: 'I stop here. I will be back in ten minutes.',
        why: 'A body that is calm can listen.',
        calmsDown: true,
        goesTo: 'say',
        branches: [
          {
            id: 'calm-stop',
            ifThey: 'If one of you wants to stop for today',
            goesTo: 'stopped',
          },
        ],
      },
      {
        id: 'close',
        roleId: 'me',
        cue: 'Slowly.',
        line: 'I am hanging up now. I will be at the door at six.',
        softer: 'I have to go. I look forward to six.',
        firmer: 'Until six. Bye for now.',
        why: 'You may end a call kindly.',
        calmsDown: false,
        goesTo: 'agreed',
        branches: [
          {
            id: 'close-calm',
            ifThey: 'If it gets too much',
            goesTo: 'calm',
          },
        ],
      },
    ],
    endings: [
      {
        id: 'agreed',
        words: 'You said no and stayed warm. Be at the door at six.',
      },
      {
        id: 'stopped',
        words: 'You stopped in time. That is a skill, too. Try again another day.',
      },
    ],
    pauseWord: 'Soup',
    optOut: 'Anybody may stop at any time and does not have to say why.',
    debrief: [
      {
        id: 'well',
        words: 'What went well? Say that first.',
      },
      {
        id: 'body',
        words: 'When did you notice your body get tense?',
      },
      {
        id: 'next',
        words: 'Which one sentence do you want to try at home?',
      },
    ],
  },
};
