import type { Written } from '../../../../built-in';

export const ABOUT_PSYCHOSIS_EN: Written<'worksheet'> = {
  id: 'about-psychosis',
  kind: 'worksheet',
  title: 'When somebody hears or believes things others do not',
  tags: ['hand-out', 'psychosis', 'signs', 'triggers'],
  source:
    'Our own words. Facts after: National Institute of Mental Health, Understanding Psychosis, 2023, https://www.nimh.nih.gov/health/publications/understanding-psychosis; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'en',
    whyItHelps: 'Knowing the early signs helps you to act soon, and help that comes soon works better.',
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
        text: 'In psychosis the mind mixes up what is real and what is not. Somebody may hear voices, see things, or be sure of something that others cannot follow. It is an illness and it can be treated. It is nobody’s fault. Many people get better, most of all when help comes early.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Signs you may see',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'School or work gets hard. Clear thinking gets hard. Being on guard or uneasy with others. Less washing and care for oneself. More time alone. Strong feelings, or none. Speech that is hard to follow.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'What can set it off',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Nights with little sleep. Long stress, loud fights at home. Cannabis and other drugs. Stopping medicine all at once. A big change, also a good one.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'What helps',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'A calm home with few demands at once. Short, plain sentences. One person talks at a time. Sleep, food and a steady day. Going along to visits. You do not have to agree with what somebody hears or believes. You can agree that it feels bad.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'What to say',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '“That sounds frightening. I am with you.” “I do not hear it, and I believe that you do.” “What would help you feel safer right now?” Arguing about what is real tends to make it worse.',
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
        text: 'Get help now if voices tell somebody to do harm, or if they talk of dying. Get help, too, when they are so afraid or mixed up that they are not safe. Keep your distance if you feel unsafe. Speak softly, and give room to leave. The numbers are under “Get help now”. In the United States, call 911 if there is danger. Call or text 988 at any hour, also in Spanish.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: 'Which of these have you seen lately?',
        help: 'Leave it empty if you would rather talk about it.',
        optional: true,
        choices: [
          {
            id: 'thinking',
            label: 'Thinking is hard to follow',
          },
          {
            id: 'guard',
            label: 'On guard with others',
          },
          {
            id: 'care',
            label: 'Less care for oneself',
          },
          {
            id: 'voices',
            label: 'Hearing or seeing things',
          },
          {
            id: 'sleep',
            label: 'Nights with little sleep',
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
