import type { Written } from '../../../built-in';

export const APOLOGISING_EN: Written<'role-play-script'> = {
  id: 'apologising',
  kind: 'role-play-script',
  title: 'Saying sorry',
  tags: ['apology', 'repair', 'arguments'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    scene: 'Last night there was shouting, and a door slammed. It is the next day, on the back steps.',
    goal: 'Saying sorry without a “but”, and saying what you will do.',
    roles: [
      {
        id: 'me',
        name: 'The one who is sorry',
        castAs: '',
        wants: 'To make it right',
        feels: 'Ashamed',
        knows: 'The words last night were too much',
      },
      {
        id: 'other',
        name: 'The one who was hurt',
        castAs: '',
        wants: 'That it does not happen again',
        feels: 'Sore, and not ready to hug',
        knows: 'Sorry has been said before',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Sit one step lower.',
        line: 'I would like to say something about last night. Is that all right?',
        softer: 'Could I sit with you for a minute? It is about last night.',
        firmer: 'I want to talk about last night. I will be short.',
        why: 'The one who was hurt says if and when.',
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
        cue: 'Eyes on the garden.',
        line: 'You can talk. I may not say much.',
        softer: 'All right. Go slowly, please.',
        firmer: 'Say it. Then I want some quiet.',
        why: 'Listening is not the same as forgiving.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'No “but”. No reasons yet.',
        line: 'I shouted, and I slammed the door. That was wrong, and I am sorry. It scared you.',
        softer: 'I am sorry that I shouted. I saw your face.',
        firmer: 'I shouted. I was wrong. I am sorry.',
        why: 'What I did, that it was wrong, what it did to you.',
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
        cue: 'Take as long as you like.',
        line: 'It did scare me. I am glad you say it. I am still sore.',
        softer: 'Thank you. I want some time.',
        firmer: 'I have heard that before. What will be different?',
        why: 'Sore is an honest answer.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'If they ask what will change',
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
        cue: 'One thing, small and sure.',
        line: 'When I get loud, I will go out to the yard for ten minutes. I told my therapist so that I keep to it.',
        softer: 'I will step outside first next time. You can remind me with our word.',
        firmer: 'I go outside when I get loud. You can count on it.',
        why: 'A small act that you keep is worth more than a big promise.',
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
        cue: 'Stand up first, and leave room.',
        line: 'Thank you for hearing me. You do not have to answer today.',
        softer: 'Thank you. I will make supper.',
        firmer: 'That is all I wanted to say.',
        why: 'Asking for forgiveness right away is one more demand.',
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
        words: 'It has been said. Now keep the one small thing.',
      },
      {
        id: 'stopped',
        words: 'You stopped in time. That is a skill, too. Try again another day.',
      },
    ],
    pauseWord: 'Garden',
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
