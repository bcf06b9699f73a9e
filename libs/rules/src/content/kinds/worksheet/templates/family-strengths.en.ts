import type { Written } from '../../../built-in';

export const FAMILY_STRENGTHS_EN: Written<'worksheet'> = {
  id: 'family-strengths',
  kind: 'worksheet',
  title: 'Strengths in our family',
  tags: ['strengths', 'first session', 'hope'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'en',
    whyItHelps: 'Seeing what already works gives you something to build on when things are hard.',
    whenAndWhere: 'Any quiet quarter of an hour will do. Each of you fills in one of your own.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Hard times take up so much room that good things get lost from view. This sheet is only about those.',
      },
      {
        kind: 'long-answer',
        id: 'got-through',
        question: 'Think of something hard that your family got through. What helped?',
        help: '',
        optional: false,
      },
      {
        kind: 'multiple-choice',
        id: 'good-at',
        question: 'What is your family good at?',
        help: '',
        optional: false,
        choices: [
          {
            id: 'humour',
            label: 'Laughing together',
          },
          {
            id: 'showing-up',
            label: 'Being there when it counts',
          },
          {
            id: 'food',
            label: 'Cooking and eating together',
          },
          {
            id: 'working',
            label: 'Getting things done',
          },
          {
            id: 'quiet',
            label: 'Sitting together without words',
          },
          {
            id: 'faith',
            label: 'Sharing faith or customs',
          },
        ],
        notSure: true,
      },
      {
        kind: 'short-answer',
        id: 'thanks',
        question: 'What has somebody in the family done lately that was good for you?',
        help: 'Small is fine.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'give',
        question: 'What do you yourself bring to this family?',
        help: 'It can be hard to say. A friend of yours might say it for you.',
        optional: false,
      },
      {
        kind: 'scale',
        id: 'close',
        question: 'How close do you feel to your family today?',
        help: 'There is no right number.',
        optional: true,
        lowLabel: 'Far away',
        highLabel: 'Very close',
      },
      {
        kind: 'short-answer',
        id: 'more-of',
        question: 'What would you like more of?',
        help: '',
        optional: false,
      },
    ],
  },
};
