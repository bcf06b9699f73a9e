import type { Written } from '../../../built-in';

export const FIRST_CALL_AFTER_DISCHARGE_EN: Written<'role-play-script'> = {
  id: 'first-call-after-discharge',
  kind: 'role-play-script',
  title: 'The first call after coming home',
  tags: ['coming home', 'phone', 'first days'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    scene: 'It is the second day at home. A relative calls for the first time and does not know what to say.',
    goal: 'Keeping a first call short and warm, and agreeing on how to go on.',
    roles: [
      {
        id: 'me',
        name: 'The one who calls',
        castAs: '',
        wants: 'To show that the other is missed',
        feels: 'Nervous',
        knows: 'Visits were not possible',
      },
      {
        id: 'other',
        name: 'The one who is home',
        castAs: '',
        wants: 'To be talked to as before',
        feels: 'Thin-skinned',
        knows: 'Three calls came today already',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Sit down before you dial.',
        line: 'It is me. I am glad you are home. Do you have five minutes?',
        softer: 'Hello, you. Is this a good moment?',
        firmer: 'Hello. I want to hear your voice, five minutes.',
        why: 'A length makes it easy to say yes.',
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
        cue: 'A little flat.',
        line: 'Five minutes is good. I am a bit worn out.',
        softer: 'Good that you call. I am tired.',
        firmer: 'Five minutes. I do not want to talk about the hospital.',
        why: 'You may say what you do not want to talk about.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Smile. It can be heard.',
        line: 'We do not have to talk about it. I have missed you. The dog has, too.',
        softer: 'I thought of you. You can tell me as much or as little as you like.',
        firmer: 'I missed you. May I tell you what the dog did?',
        why: 'Ordinary life is good news.',
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
        cue: 'Softer now.',
        line: 'What did the dog do?',
        softer: 'I missed you, too.',
        firmer: 'Good. Something else for a change.',
        why: 'Small talk carries a lot.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'If there is a long silence',
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
        cue: 'Wait. Count to five.',
        line: 'We can just be quiet for a bit. Or I call on Thursday, if you like that better.',
        softer: 'No words needed. I am here.',
        firmer: 'Shall I call on Thursday instead?',
        why: 'Silence is not a bad sign.',
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
        cue: 'Look at the clock: five minutes.',
        line: 'My five minutes are over. Would a call on Thursday be good, or a text?',
        softer: 'I will let you rest. Thursday?',
        firmer: 'That was five. Thursday at four?',
        why: 'Ending in time makes the next call easy.',
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
        words: 'You have a day for the next call. Keep it short again.',
      },
      {
        id: 'stopped',
        words: 'You stopped in time. That is a skill, too. Try again another day.',
      },
    ],
    pauseWord: 'Dog',
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
