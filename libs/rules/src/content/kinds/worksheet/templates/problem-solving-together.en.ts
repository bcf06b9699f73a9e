import type { Written } from '../../../built-in';

export const PROBLEM_SOLVING_TOGETHER_EN: Written<'worksheet'> = {
  id: 'problem-solving-together',
  kind: 'worksheet',
  title: 'Problem solving together',
  tags: ['problem solving', 'family session'],
  source:
    'Our own words, after the problem-solving steps of the Family Psychoeducation toolkit, SAMHSA 2009 (SMA-09-4422), public domain',
  lastCheckedOn: '2026-11-25',
  content: {
    format: 1,
    minutes: 20,
    language: 'en',
    whyItHelps: 'Taking one problem in small steps can make it easier to talk about and easier to act on.',
    whenAndWhere:
      'Pick a calm time this week and a quiet place. Do it alone first, then bring it to the family session.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'Choose one problem, and a small one. You are on the same side, looking at it together. You can stop and come back later.',
      },
      {
        kind: 'long-answer',
        id: 'problem',
        question: 'What is the one problem you would like to work on?',
        help: 'Say what happens, when and where. There is no need to say whose fault it is.',
        optional: false,
      },
      {
        kind: 'yes-no',
        id: 'within-reach',
        question: 'Is it something your family can change, at least in part?',
        help: 'If not, you may want to go back and pick a smaller piece of it.',
        optional: false,
        notSure: true,
      },
      {
        kind: 'long-answer',
        id: 'ideas',
        question: 'What could you try? List every idea.',
        help: 'Odd ideas are welcome. Weighing them comes next.',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'for-and-against',
        question: 'What speaks for your best ideas, and what speaks against them?',
        help: 'Write at least one plus and one minus for each.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'choice',
        question: 'Which idea would you try first?',
        help: 'It does not have to be perfect. Small and doable is enough.',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'tasks',
        question: 'Who does what, and when?',
        help: 'For example: “Dad drives on Tuesday. I make supper that day.”',
        optional: false,
      },
      {
        kind: 'checklist',
        id: 'ready',
        question: 'Before you start, tick what is already clear.',
        help: '',
        optional: true,
        choices: [
          { id: 'person', label: 'Each task has a person.' },
          { id: 'time', label: 'Each task has a day and a time.' },
          { id: 'things', label: 'We have what we need for it.' },
          { id: 'slip', label: 'We know what we will do if it slips.' },
        ],
      },
      {
        kind: 'scale',
        id: 'readiness',
        question: 'How ready do you feel to try this?',
        help: '',
        optional: false,
        lowLabel: 'Not ready at all',
        highLabel: 'Fully ready',
      },
      {
        kind: 'date',
        id: 'look-back',
        question: 'On what day will you look at how it went?',
        help: 'About a week from now is a good start.',
        optional: true,
      },
    ],
  },
};
