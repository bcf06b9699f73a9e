import type { Written } from '../../../../built-in';

export const ABOUT_DEPRESSION_EN: Written<'worksheet'> = {
  id: 'about-depression',
  kind: 'worksheet',
  title: 'When somebody has depression',
  tags: ['hand-out', 'depression', 'signs', 'triggers'],
  source:
    'Our own words. Facts after: National Institute of Mental Health, Depression, 2024, https://www.nimh.nih.gov/health/publications/depression; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'en',
    whyItHelps: 'Knowing what depression does makes it easier to stay kind, also to yourself.',
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
        text: 'Depression is an illness. It is more than a sad day. It lasts two weeks or longer, most of the day, and it takes the strength out of life. It is nobody’s fault, and it can be treated. Talks with a therapist help many people. Medicine helps many people. Often both are used.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Signs you may see',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'A low or empty mood. No joy in things that were fun before. Sleep that is too short or too long. Eating less or more. Being slow, tired or on edge. Trouble with small choices. Talk of guilt or of being a burden to you.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'What can set it off',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'A loss. Long stress. An illness or a new medicine. Too little sleep. Alcohol or drugs. For some, the dark months of the year. And now and then nothing that anybody can see.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'What helps',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Small things, done side by side. A short walk. One meal at the table. Light in the morning. A ride to the session. Ask which help is wanted, and give that. Getting better takes weeks, and it goes up and down.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'What to say',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '“I am glad you told me.” “I am here, you do not have to talk.” “Shall we go to the door together, just to the door?” Words that ask for good cheer can hurt, even when they are meant well.',
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
        text: 'Get help now if somebody talks about wanting to die, gives away dear things, or says goodbye. It is safe to ask: “Are you thinking of ending your life?” Asking does not put the thought there. Stay near. The numbers are under “Get help now”. In the United States, call 911 if there is danger. Call or text 988 at any hour, also in Spanish.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: 'Which of these have you seen lately?',
        help: 'Leave it empty if you would rather talk about it.',
        optional: true,
        choices: [
          {
            id: 'mood',
            label: 'A low or empty mood',
          },
          {
            id: 'joy',
            label: 'No joy in things',
          },
          {
            id: 'sleep',
            label: 'Sleep has changed',
          },
          {
            id: 'food',
            label: 'Eating has changed',
          },
          {
            id: 'alone',
            label: 'Staying away from people',
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
