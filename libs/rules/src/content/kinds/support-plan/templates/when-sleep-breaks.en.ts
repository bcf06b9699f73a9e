import type { Written } from '../../../built-in';

export const WHEN_SLEEP_BREAKS_EN: Written<'support-plan'> = {
  id: 'when-sleep-breaks',
  kind: 'support-plan',
  title: 'When sleep falls apart',
  tags: ['sleep', 'nights', 'early signs'],
  source:
    'Our own words, after the Family Psychoeducation Evidence-Based Practices KIT, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    purpose: 'Sleep is often the first thing to go, so it is a good place to begin.',
    needs: [
      {
        id: 'need-quiet-company',
        support: 'quiet-company',
        words: 'Somebody who sits with me until I am tired',
      },
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'A quiet house after ten',
      },
    ],
    offers: [
      {
        id: 'offer-tea',
        support: 'quiet-company',
        who: 'My partner',
        what: 'Sits with me with a cup of herb tea',
        when: 'From half past nine to ten',
      },
      {
        id: 'offer-quiet',
        support: 'practical-help',
        who: 'Everybody',
        what: 'Turns screens and sound low',
        when: 'After ten at night',
      },
    ],
    steps: [
      {
        id: 'step-up',
        who: 'Me',
        what: 'Get up and open the curtains',
        when: 'At seven',
        often: 'Every day',
        knownBy: 'There is light in my room',
        planB: 'I sit up and put a lamp on',
      },
      {
        id: 'step-coffee',
        who: 'Me',
        what: 'Have my last coffee',
        when: 'Before noon',
        often: 'Every day',
        knownBy: 'The cup is washed',
        planB: 'I have half a cup',
      },
      {
        id: 'step-note',
        who: 'Me',
        what: 'Write down when I slept',
        when: 'After breakfast',
        often: 'Every day',
        knownBy: 'There is a line in the note',
        planB: 'I tell it to somebody who writes it',
      },
    ],
    signs: [
      {
        id: 'sign-two',
        sign: 'Two nights under five hours',
        helps: 'We cancel plans for the day and tell the programme',
      },
      {
        id: 'sign-awake',
        sign: 'I am wide awake at three and full of plans',
        helps: 'My partner reminds me of our list. We call the doctor in the morning.',
      },
    ],
    places: [
      {
        id: 'place-walk',
        name: 'Morning walking group',
        when: 'Tuesday at nine',
        contact: 'It starts at the park gate',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
