import type { Written } from '../../../built-in';

export const HOLIDAYS_EN: Written<'support-plan'> = {
  id: 'holidays',
  kind: 'support-plan',
  title: 'Through the holidays',
  tags: ['holidays', 'visitors', 'hard days'],
  source:
    'Our own words, after the Family Psychoeducation Evidence-Based Practices KIT, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    purpose: 'Holidays mean noise, money and old stories. A small plan leaves room for the good parts.',
    needs: [
      {
        id: 'need-leave-me-be',
        support: 'leave-me-be',
        words: 'A room where I can be alone for a while',
      },
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'A way to leave early',
      },
      {
        id: 'need-listen',
        support: 'listen',
        words: 'One person who looks at me now and then',
      },
    ],
    offers: [
      {
        id: 'offer-room',
        support: 'leave-me-be',
        who: 'Grandma',
        what: 'Keeps the small room free for me',
        when: 'All day',
      },
      {
        id: 'offer-car',
        support: 'practical-help',
        who: 'Dad',
        what: 'Drives me home when I give the sign',
        when: 'At any time, no goodbye needed',
      },
      {
        id: 'offer-look',
        support: 'listen',
        who: 'My cousin',
        what: 'Asks “still fine?”',
        when: 'Once each hour',
      },
    ],
    steps: [
      {
        id: 'step-short',
        who: 'Me',
        what: 'Stay for two hours',
        when: 'From noon to two',
        often: 'On the day itself',
        knownBy: 'We look at the clock together',
        planB: 'I come for the dessert only',
      },
      {
        id: 'step-drink',
        who: 'Me and Dad',
        what: 'Bring our own drinks',
        when: 'When we arrive',
        often: 'Each visit',
        knownBy: 'My glass is full',
        planB: 'I hold a cup of tea',
      },
      {
        id: 'step-after',
        who: 'Me',
        what: 'Do one calm thing after',
        when: 'When I am home',
        often: 'Each visit',
        knownBy: 'I tick it here',
        planB: 'I lie down with music',
      },
    ],
    signs: [
      {
        id: 'sign-jaw',
        sign: 'My jaw gets tight',
        helps: 'I go to the small room for ten minutes',
      },
      {
        id: 'sign-snap',
        sign: 'I give short answers',
        helps: 'My cousin asks me out for air',
      },
    ],
    places: [
      {
        id: 'place-open',
        name: 'Open house of the programme',
        when: 'On the day after',
        contact: 'Come as you are',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
