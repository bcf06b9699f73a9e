import type { Written } from '../../../built-in';

export const HARD_EVENING_EN: Written<'worksheet'> = {
  id: 'hard-evening',
  kind: 'worksheet',
  title: 'What a hard evening looks like',
  tags: ['evenings', 'early signs', 'arguments'],
  source:
    'Our own words, after the Family Psychoeducation Evidence-Based Practices KIT, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 12,
    language: 'en',
    whyItHelps: 'When you see how the evening goes, it gets easier to change one small part of it.',
    whenAndWhere: 'Pick a calm day, after a meal. Think of one evening, not of all of them.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'This is about one evening and how it went, like a film. Nobody is to blame here. You can stop and come back.',
      },
      {
        kind: 'short-answer',
        id: 'before',
        question: 'What was going on just before it got hard?',
        help: 'For example: supper was late, or the phone rang.',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'film',
        question: 'What happened then, step by step?',
        help: 'Say what a camera would see and hear.',
        optional: false,
      },
      {
        kind: 'multiple-choice',
        id: 'body',
        question: 'What did you notice in your body?',
        help: '',
        optional: true,
        choices: [
          {
            id: 'heart',
            label: 'My heart beat fast',
          },
          {
            id: 'tight',
            label: 'I felt tight in my chest or belly',
          },
          {
            id: 'hot',
            label: 'I got hot',
          },
          {
            id: 'numb',
            label: 'I felt far away',
          },
          {
            id: 'tired',
            label: 'I felt very tired',
          },
        ],
        notSure: true,
      },
      {
        kind: 'scale',
        id: 'how-hard',
        question: 'How hard was it for you at its worst?',
        help: '',
        optional: false,
        lowLabel: 'Not hard',
        highLabel: 'As hard as it gets',
      },
      {
        kind: 'long-answer',
        id: 'helped',
        question: 'What helped, even a little?',
        help: 'A pause, a laugh, a door that closed softly: small things count.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'one-thing',
        question: 'What is one thing you yourself could do in another way next time?',
        help: 'Pick something so small that you can do it when you are tired.',
        optional: false,
      },
      {
        kind: 'yes-no',
        id: 'bring',
        question: 'May we look at this together in the family session?',
        help: '',
        optional: false,
        notSure: true,
      },
      {
        kind: 'guidance',
        id: 'not-right-away',
        text: 'Your answers are not read right away. If you feel unsafe, use “Get help now” or a number on the safety card.',
      },
    ],
  },
};
