import type { Written } from '../../../built-in';

export const ASKING_FOR_SPACE_EN: Written<'role-play-script'> = {
  id: 'asking-for-space',
  kind: 'role-play-script',
  title: 'Asking for some space',
  tags: ['space', 'talking', 'limits'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    scene:
      'It is after supper. One of you has had a long day and wants to be alone. The other would like to talk.',
    goal: 'Asking for space in a kind way, with a time to come back.',
    roles: [
      {
        id: 'me',
        name: 'The one who wants space',
        castAs: '',
        wants: 'An hour alone',
        feels: 'Full up, and afraid to hurt',
        knows: 'Nothing bad has happened',
      },
      {
        id: 'other',
        name: 'The one who wants to talk',
        castAs: '',
        wants: 'To know that all is well',
        feels: 'Worried',
        knows: 'A closed door was a bad sign once',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Stand in the door, facing the other.',
        line: 'Can I tell you what I would like right now?',
        softer: 'Do you have a minute? It is nothing bad.',
        firmer: 'I want to tell you something before I go up.',
        why: 'Saying it first keeps the other from guessing.',
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
        cue: 'Put down what you are holding.',
        line: 'Yes, tell me.',
        softer: 'Of course. I am listening.',
        firmer: 'Yes. Please be short, I am tired, too.',
        why: 'A short yes is enough.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Slowly.',
        line: 'I had a full day. I would like an hour on my own. At nine I will come down and sit with you.',
        softer: 'I like being with you, and right now I am full up. May I have an hour?',
        firmer: 'I am going up for an hour. At nine I am back.',
        why: 'A time to come back turns a closed door into a pause.',
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
        cue: 'Breathe out before you answer.',
        line: 'I get worried when the door is closed. Nine is fine.',
        softer: 'Thank you for telling me. See you at nine.',
        firmer: 'Nine, then. I will knock if you are not down.',
        why: 'Saying your worry in one line is enough.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'If they ask what is wrong, again and again',
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
        cue: 'Same calm voice, same words.',
        line: 'I hear that you worry. I am safe. I still want the hour, and I will be here at nine.',
        softer: 'You matter to me. I am safe. Nine o’clock.',
        firmer: 'I am safe. We talk at nine.',
        why: 'Saying the same thing again keeps it from growing.',
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
        cue: 'Small nod.',
        line: 'Thank you. Until nine.',
        softer: 'Thank you, that helps me a lot.',
        firmer: 'Good. Nine.',
        why: 'Keeping the time is what builds trust.',
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
        words: 'There is a time to come back. Keep it, also when it is hard.',
      },
      {
        id: 'stopped',
        words: 'You stopped in time. That is a skill, too. Try again another day.',
      },
    ],
    pauseWord: 'Harbor',
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
