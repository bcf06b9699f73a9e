import type { Written } from '../../../built-in';

export const BACK_TO_WORK_OR_SCHOOL_EN: Written<'support-plan'> = {
  id: 'back-to-work-or-school',
  kind: 'support-plan',
  title: 'Back to work or school',
  tags: ['work', 'school', 'small steps'],
  source:
    'Our own words, after the Family Psychoeducation Evidence-Based Practices KIT, SAMHSA 2009 (SMA-09-4422), https://library.samhsa.gov/product/family-psychoeducation-evidence-based-practices-ebp-kit/sma09-4422, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    purpose: 'Going back in small steps leaves strength for the evening, too.',
    needs: [
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'Help with mornings and with papers',
      },
      {
        id: 'need-listen',
        support: 'listen',
        words: 'Ten minutes to tell how it was',
      },
      {
        id: 'need-distract',
        support: 'distract',
        words: 'Something nice that has nothing to do with it',
      },
    ],
    offers: [
      {
        id: 'offer-morning',
        support: 'practical-help',
        who: 'Dad',
        what: 'Makes breakfast and packs lunch',
        when: 'On work days at seven',
      },
      {
        id: 'offer-talk',
        support: 'listen',
        who: 'My aunt',
        what: 'A call on the way home',
        when: 'At half past four',
      },
      {
        id: 'offer-game',
        support: 'distract',
        who: 'My sister',
        what: 'A game of cards',
        when: 'Tuesday and Friday evening',
      },
    ],
    steps: [
      {
        id: 'step-half',
        who: 'Me',
        what: 'Work or learn for half a day',
        when: 'From nine to one',
        often: 'Three days a week',
        knownBy: 'I tick it here',
        planB: 'I go for one hour, or call in and rest',
      },
      {
        id: 'step-contact',
        who: 'Me',
        what: 'Write to the one person there who knows',
        when: 'On Monday at noon',
        often: 'Once a week',
        knownBy: 'I have an answer',
        planB: 'Dad helps me to write two lines',
      },
    ],
    signs: [
      {
        id: 'sign-sunday',
        sign: 'My belly hurts on Sunday evening',
        helps: 'We lay out clothes together and go to bed early',
      },
      {
        id: 'sign-late',
        sign: 'I come late two days in a row',
        helps: 'We make the day shorter, not the week',
      },
    ],
    places: [
      {
        id: 'place-office',
        name: 'Student or staff support office',
        when: 'Weekdays until four',
        contact: 'Ask at the front desk',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
