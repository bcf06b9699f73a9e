import type { Written } from '../../../built-in';

export const FIRST_WEEK_HOME_EN: Written<'support-plan'> = {
  id: 'first-week-home',
  kind: 'support-plan',
  title: 'The first week at home',
  tags: ['coming home', 'first days', 'daily life'],
  source:
    'Our own words, after the Family Psychoeducation Evidence-Based Practices KIT, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    purpose: 'A steady first week makes room to rest, and to find out what still is hard.',
    needs: [
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'Rides, and somebody who keeps an eye on the calendar',
      },
      {
        id: 'need-quiet-company',
        support: 'quiet-company',
        words: 'Somebody in the house in the evening',
      },
      {
        id: 'need-leave-me-be',
        support: 'leave-me-be',
        words: 'One hour a day with my door closed',
      },
    ],
    offers: [
      {
        id: 'offer-rides',
        support: 'practical-help',
        who: 'Mom',
        what: 'Drives me to the programme',
        when: 'Monday, Wednesday and Friday at nine',
      },
      {
        id: 'offer-evening',
        support: 'quiet-company',
        who: 'My brother',
        what: 'Is at home and does his own thing',
        when: 'From six to nine',
      },
      {
        id: 'offer-door',
        support: 'leave-me-be',
        who: 'Everybody',
        what: 'Leaves my closed door closed',
        when: 'From four to five',
      },
    ],
    steps: [
      {
        id: 'step-pills',
        who: 'Me and Dad',
        what: 'Fill the pill box for the week',
        when: 'On Sunday at six',
        often: 'Once a week',
        knownBy: 'Each day has its place filled',
        planB: 'We call the nurse line of the programme',
      },
      {
        id: 'step-walk',
        who: 'Me',
        what: 'Walk around the block',
        when: 'After breakfast',
        often: 'Every day',
        knownBy: 'I tick it here',
        planB: 'I sit on the steps for five minutes',
      },
      {
        id: 'step-bed',
        who: 'Me',
        what: 'Go to bed',
        when: 'At half past ten',
        often: 'Every day',
        knownBy: 'The light is out',
        planB: 'I lie down and listen to the radio',
      },
    ],
    signs: [
      {
        id: 'sign-bed',
        sign: 'I stay in bed past noon',
        helps: 'One cup of tea brought to me, no questions',
      },
      {
        id: 'sign-skip',
        sign: 'I skip a session',
        helps: 'Mom asks once, and we call the programme together',
      },
    ],
    places: [
      {
        id: 'place-group',
        name: 'Evening group of the programme',
        when: 'Thursday at six',
        contact: 'The number is on the safety card',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
