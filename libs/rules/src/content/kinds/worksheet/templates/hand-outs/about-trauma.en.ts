import type { Written } from '../../../../built-in';

export const ABOUT_TRAUMA_EN: Written<'worksheet'> = {
  id: 'about-trauma',
  kind: 'worksheet',
  title: 'When something bad will not let go',
  tags: ['hand-out', 'trauma', 'signs', 'triggers'],
  source:
    'Our own words. Facts after: National Institute of Mental Health, Post-Traumatic Stress Disorder, 2023, https://www.nimh.nih.gov/health/publications/post-traumatic-stress-disorder-ptsd; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'en',
    whyItHelps: 'When you know what a trigger is, a sudden reaction is less of a riddle.',
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
        text: 'After something frightening the body can stay ready for danger for a long time. That is trauma. It may come after violence, an accident, a loss, or years of fear as a child. Most people feel better with time. For some it stays longer than a month and gets in the way of life. It can be treated.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Signs you may see',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Bad dreams. Memories that come as if it were now. Staying away from places, people or talk. Jumping at small sounds. Poor sleep. Quick anger. Feeling numb, or far away. Guilt that does not fit the facts.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'What can set it off',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'A smell, a song, a voice. A door that slams. Somebody standing close behind. A date. The news. Being touched without warning. A trigger can look like nothing to others.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'What helps',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Saying what comes next. Asking before touching. A way out of the room. Steady days. Grounding: name five things you can see. Let the person choose if and when to tell. Listening is enough.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'What to say',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '“You are here, in the kitchen. It is Tuesday. I am with you.” “Do you want me near, or a bit further off?” “You do not have to tell me.” Asking for details can bring it all back.',
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
        text: 'Get help now if somebody talks of dying, wants to hurt themselves, or is being hurt now. If you are not safe at home, the National Domestic Violence Hotline is there day and night: 1-800-799-7233. The numbers are under “Get help now”. In the United States, call 911 if there is danger. Call or text 988 at any hour, also in Spanish.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: 'Which of these have you seen lately?',
        help: 'Leave it empty if you would rather talk about it.',
        optional: true,
        choices: [
          {
            id: 'dreams',
            label: 'Bad dreams',
          },
          {
            id: 'now',
            label: 'Memories as if it were now',
          },
          {
            id: 'away',
            label: 'Staying away from things',
          },
          {
            id: 'jumpy',
            label: 'Jumping at small sounds',
          },
          {
            id: 'numb',
            label: 'Feeling numb or far away',
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
