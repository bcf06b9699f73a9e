import type { Written } from '../../../../built-in';

export const ABOUT_ANXIETY_EN: Written<'worksheet'> = {
  id: 'about-anxiety',
  kind: 'worksheet',
  title: 'When somebody has strong fears',
  tags: ['hand-out', 'anxiety', 'signs', 'triggers'],
  source:
    'Our own words. Facts after: National Institute of Mental Health, Anxiety Disorders, health topic page, https://www.nimh.nih.gov/health/topics/anxiety-disorders; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'en',
    whyItHelps: 'Knowing how fear works makes it easier to help without feeding it.',
    whenAndWhere: 'Read it at your own pace, alone or together. You can come back to it.',
    blocks: [
      {
        kind: 'section',
        id: 's-what',
        title: 'What it is',
      },
      {
        kind: 'guidance',
        id: 'what',
        text: 'Fear keeps us safe. With an anxiety illness the alarm rings too often and too loud. It does not stop by itself. The fear is real, even when there is no danger. It is not a choice. It can be treated, and many people get much better.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Signs you may see',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Worry that does not stop. A fast heart, sweat, short breath. Tight muscles, a sore belly or head. Poor sleep. Asking again and again if all is well. Staying away from places, people or tasks.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'What can set it off',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Change. Too much at once. Crowds, news, tests, money. Coffee and energy drinks. Too little sleep. Things that bring back a bad time. After alcohol wears off, fear can be stronger.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'What helps',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'A calm voice and slow breath. Small steps toward what is feared, at the pace of the person who takes them. Praise for trying. If you answer the same worry many times, the calm does not last long. You can say so kindly, and sit with it together.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'What to say',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '“I see that this is hard. I am with you.” “Breathe with me, out slowly.” “Which small part of it could we do today?” It helps little to say that there is nothing to fear.',
      },
      {
        kind: 'section',
        id: 's-you',
        title: 'And you?',
      },
      {
        kind: 'guidance',
        id: 'for-you',
        text: 'Looking after somebody is hard work. Your own sleep, food and friends matter, too. Groups for families can be a place to rest and to learn.',
      },
      {
        kind: 'section',
        id: 's-now',
        title: 'When to get help at once',
      },
      {
        kind: 'guidance',
        id: 'now',
        text: 'Get help now if fear comes with talk of dying, or with days of no food or sleep. Chest pain that is new, or trouble breathing that does not pass, can be the body: call 911. The numbers are under “Get help now”. In the United States, call 911 if there is danger. Call or text 988 at any hour, also in Spanish.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: 'Which of these have you seen lately?',
        help: 'Leave it empty if you would rather talk about it.',
        optional: true,
        choices: [
          {
            id: 'worry',
            label: 'Worry that does not stop',
          },
          {
            id: 'body',
            label: 'Fast heart, short breath',
          },
          {
            id: 'sleep',
            label: 'Poor sleep',
          },
          {
            id: 'avoiding',
            label: 'Staying away from places or people',
          },
          {
            id: 'asking',
            label: 'Asking again and again',
          },
        ],
      },
      {
        kind: 'long-answer',
        id: 'ask',
        question: 'What would you like to ask in the family session?',
        help: '',
        optional: true,
      },
    ],
  },
};
