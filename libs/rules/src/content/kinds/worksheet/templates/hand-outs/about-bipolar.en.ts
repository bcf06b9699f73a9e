import type { Written } from '../../../../built-in';

export const ABOUT_BIPOLAR_EN: Written<'worksheet'> = {
  id: 'about-bipolar',
  kind: 'worksheet',
  title: 'When moods go very high and very low',
  tags: ['hand-out', 'bipolar', 'signs', 'triggers'],
  source:
    'Our own words. Facts after: National Institute of Mental Health, Bipolar Disorder, 2022, https://www.nimh.nih.gov/health/publications/bipolar-disorder; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'en',
    whyItHelps: 'Families who know the first signs can act while a high or low is still small.',
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
        text: 'With bipolar illness the mood goes up and down in waves that last for days or weeks. A high can feel great at first, and then do harm. A low feels like a stone. Between the waves people can be well. It can be treated, and treatment goes on for a long time.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Signs you may see',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Signs of a high: little sleep and no tiredness. Fast talk and fast thoughts. Big plans, big spending, big risks. Being easily cross. Signs of a low: deep sadness, no strength, no joy, too much or too little sleep, thoughts of death.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'What can set it off',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Lost sleep, most of all. Travel and night work. Great stress, and great joy. Alcohol and drugs. Stopping medicine. Some medicines for other things. For some, spring.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'What helps',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'A steady day. Bed and meals at the same hours. A note of mood and sleep. Medicine as agreed with the doctor. In a good time, write down together: the first signs, whom to call, and who holds the bank card.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'What to say',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: 'What to say in a high: “You slept three hours. That is on our list. Shall we call?” In a low: “I am here. Let us do one small thing.” A high is a bad time for big talks. They can wait.',
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
        text: 'Get help now if somebody talks of dying, takes great risks or hears voices. Two nights or more with no sleep are a sign to call, too. The numbers are under “Get help now”. In the United States, call 911 if there is danger. Call or text 988 at any hour, also in Spanish.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: 'Which of these have you seen lately?',
        help: 'Leave it empty if you would rather talk about it.',
        optional: true,
        choices: [
          {
            id: 'sleep',
            label: 'Little sleep and no tiredness',
          },
          {
            id: 'fast',
            label: 'Fast talk',
          },
          {
            id: 'spending',
            label: 'Big plans or spending',
          },
          {
            id: 'cross',
            label: 'Easily cross',
          },
          {
            id: 'low',
            label: 'Deep sadness',
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
