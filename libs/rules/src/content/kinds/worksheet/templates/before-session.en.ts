import type { Written } from '../../../built-in';

export const BEFORE_SESSION_EN: Written<'worksheet'> = {
  id: 'before-session',
  kind: 'worksheet',
  title: 'Before the family session',
  tags: ['family session', 'getting ready'],
  source:
    'Our own words, after the Family Psychoeducation Evidence-Based Practices KIT, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 6,
    language: 'en',
    whyItHelps: 'A few minutes of thought beforehand help the hour go to what matters to you.',
    whenAndWhere: 'One or two days before the session, on your own.',
    blocks: [
      {
        kind: 'guidance',
        id: 'start',
        text: 'You do not have to have it all worked out. A few words are enough.',
      },
      {
        kind: 'short-answer',
        id: 'went-well',
        question: 'What went a little better since last time?',
        help: '',
        optional: false,
      },
      {
        kind: 'long-answer',
        id: 'talk-about',
        question: 'What would you like to talk about?',
        help: 'Pick one thing. If there are many, pick the smallest one.',
        optional: false,
      },
      {
        kind: 'short-answer',
        id: 'not-yet',
        question: 'Is there something you do not want to talk about yet?',
        help: 'You do not have to say why.',
        optional: true,
      },
      {
        kind: 'single-choice',
        id: 'how-to-be',
        question: 'What would help you to say it?',
        help: '',
        optional: false,
        choices: [
          {
            id: 'first',
            label: 'Going first',
          },
          {
            id: 'later',
            label: 'Going later',
          },
          {
            id: 'read',
            label: 'Reading it out',
          },
          {
            id: 'help',
            label: 'The therapist helps me begin',
          },
        ],
        notSure: true,
      },
      {
        kind: 'scale',
        id: 'ready',
        question: 'How ready do you feel for the session?',
        help: '',
        optional: false,
        lowLabel: 'Not ready',
        highLabel: 'Quite ready',
      },
      {
        kind: 'short-answer',
        id: 'after',
        question: 'What will you do for yourself afterwards?',
        help: 'A walk, a tea, a call.',
        optional: false,
      },
    ],
  },
};
