import type { Written } from '../../../built-in';

export const COMING_HOME_EN: Written<'worksheet'> = {
  id: 'coming-home',
  kind: 'worksheet',
  title: 'Coming home from the programme',
  tags: ['coming home', 'first days', 'daily life'],
  source:
    'Our own words, after the Family Psychoeducation Evidence-Based Practices KIT, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 12,
    language: 'en',
    whyItHelps: 'A few plain agreements before the first day home can take some of the worry out of it.',
    whenAndWhere: 'Fill it in on your own, a few days before. Bring it to the family session.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Coming home is a big step for the whole family. It is fine to look forward to it and to be afraid of it at once.',
      },
      {
        kind: 'short-answer',
        id: 'look-forward',
        question: 'What do you look forward to?',
        help: '',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'worry',
        question: 'What worries you a little?',
        help: 'Worries are easier to carry once they are on paper.',
        optional: false,
      },
      {
        kind: 'single-choice',
        id: 'first-evening',
        question: 'What would you like the first evening to be like?',
        help: '',
        optional: false,
        choices: [
          {
            id: 'quiet',
            label: 'Quiet, with nothing planned',
          },
          {
            id: 'meal',
            label: 'A meal together',
          },
          {
            id: 'film',
            label: 'A film or a game',
          },
          {
            id: 'alone',
            label: 'Mostly on my own',
          },
        ],
        notSure: true,
      },
      {
        kind: 'checklist',
        id: 'talk-about',
        question: 'Which of these would you like to agree on before?',
        help: '',
        optional: true,
        choices: [
          {
            id: 'knocking',
            label: 'Knocking before coming in',
          },
          {
            id: 'questions',
            label: 'When to ask how it is going, and when not',
          },
          {
            id: 'medicine',
            label: 'Who looks after the medicine',
          },
          {
            id: 'visits',
            label: 'Who visits, and when',
          },
          {
            id: 'chores',
            label: 'Who does what in the house',
          },
        ],
      },
      {
        kind: 'short-answer',
        id: 'ask-me',
        question: 'How would you like to be asked how you are?',
        help: 'In your own words, for example: “Good day, or long day?”',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'hard-moment',
        question: 'What will help if a hard moment comes on the first day?',
        help: '',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'who-first',
        question: 'Who can you turn to first, and how?',
        help: '',
        optional: false,
      },
      {
        kind: 'date',
        id: 'look-again',
        question: 'On what day will you look at this again?',
        help: '',
        optional: true,
      },
      {
        kind: 'guidance',
        id: 'not-right-away',
        text: 'Your answers are not read right away. If you feel unsafe, use “Get help now” or a number on the safety card.',
      },
    ],
  },
};
