import type { Written } from '../../../built-in';

export const MEDICATION_TALK_EN: Written<'role-play-script'> = {
  id: 'medication-talk',
  kind: 'role-play-script',
  title: 'Talking about medicine',
  tags: ['medicine', 'worry', 'talking'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    scene: 'It is Saturday morning. The pill box is still full. One of you has seen it and is worried.',
    goal: 'Asking instead of checking, and leaving the choice with the person who takes the medicine.',
    roles: [
      {
        id: 'me',
        name: 'The one who worries',
        castAs: '',
        wants: 'To understand',
        feels: 'Afraid of last spring',
        knows: 'Friday and Saturday are still in the box',
      },
      {
        id: 'other',
        name: 'The one who takes the medicine',
        castAs: '',
        wants: 'To be asked, not checked',
        feels: 'Tired of side effects',
        knows: 'There is a visit on Tuesday',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Sit down. Leave the pill box where it is.',
        line: 'May I ask you something about your medicine?',
        softer: 'I have a worry. Is now a good time?',
        firmer: 'I would like to talk about medicine today. When?',
        why: 'Asking leave keeps it a talk.',
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
        cue: 'Arms crossed.',
        line: 'If it is only a question, yes.',
        softer: 'All right. I had thought you would ask.',
        firmer: 'One question. Then I want my coffee.',
        why: 'It is fine to set terms.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Say what you saw, and what you feel.',
        line: 'I saw that Friday is still in the box. I got scared. How is it going with the pills?',
        softer: 'I worry, and I would rather ask than guess. How are they for you?',
        firmer: 'Two days are in the box. What is going on?',
        why: 'What you saw, what you feel, one open question.',
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
        cue: 'Look out of the window first.',
        line: 'I get so tired from them that I cannot read. I left them out.',
        softer: 'I did not want to scare you. I feel like a stone on them.',
        firmer: 'I stopped. It is my body.',
        why: 'The reason is the part that helps.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'If they say “leave it alone”',
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
        cue: 'Lean back a little.',
        line: 'It is your choice. Would you tell the doctor on Tuesday what you just told me? I can come along.',
        softer: 'I hear you. Would you like me to sit with you while you call the nurse?',
        firmer: 'I will leave it now. Tuesday I will ask if you want me to come.',
        why: 'Stopping all at once can be hard on the body. The doctor can look for another way.',
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
        cue: 'Stand up slowly.',
        line: 'Thank you for telling me. Coffee?',
        softer: 'I am glad I know. Let us have coffee.',
        firmer: 'Thank you. Tuesday, then.',
        why: 'An ordinary ending says that the bond holds.',
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
        words: 'You know the reason now. Take it to the visit on Tuesday.',
      },
      {
        id: 'stopped',
        words: 'You stopped in time. That is a skill, too. Try again another day.',
      },
    ],
    pauseWord: 'Coffee',
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
