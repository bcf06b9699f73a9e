import type { Written } from '../../../built-in';

export const AFTER_A_RELAPSE_EN: Written<'support-plan'> = {
  id: 'after-a-relapse',
  kind: 'support-plan',
  title: 'The days after using again',
  tags: ['substance use', 'fresh start', 'hard days'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    purpose: 'Using again is a time to pull closer and to look at the plan, not to start from nothing.',
    needs: [
      {
        id: 'need-listen',
        support: 'listen',
        words: 'Somebody who hears me out without a talk about mistakes',
      },
      {
        id: 'need-practical-help',
        support: 'practical-help',
        words: 'A ride to the group or to the doctor today',
      },
      {
        id: 'need-distract',
        support: 'distract',
        words: 'Company in the hours that are hard',
      },
    ],
    offers: [
      {
        id: 'offer-hear',
        support: 'listen',
        who: 'My sponsor',
        what: 'Takes my call',
        when: 'Any time before eleven at night',
      },
      {
        id: 'offer-ride',
        support: 'practical-help',
        who: 'Mom',
        what: 'Drives me and waits outside',
        when: 'Today, and each day this week',
      },
      {
        id: 'offer-film',
        support: 'distract',
        who: 'My cousin',
        what: 'Comes over for a film',
        when: 'From six to ten this week',
      },
    ],
    steps: [
      {
        id: 'step-tell',
        who: 'Me',
        what: 'Tell the programme what happened',
        when: 'Today before noon',
        often: 'Once',
        knownBy: 'I have a time to come in',
        planB: 'Mom calls, and I sit beside her',
      },
      {
        id: 'step-group',
        who: 'Me',
        what: 'Go to a group',
        when: 'At seven in the evening',
        often: 'Every day this week',
        knownBy: 'I tick it here',
        planB: 'I join by phone',
      },
      {
        id: 'step-clear',
        who: 'Me and my cousin',
        what: 'Clear out what is left in the house',
        when: 'This afternoon',
        often: 'Once',
        knownBy: 'The bag is gone',
        planB: 'My cousin does it while I am out',
      },
    ],
    signs: [
      {
        id: 'sign-alone',
        sign: 'I want to be alone at the hour I used to use',
        helps: 'I text “Anchor” and somebody comes by',
      },
      {
        id: 'sign-one',
        sign: 'I tell myself that one is fine',
        helps: 'I wait ten minutes and call before I decide',
      },
    ],
    places: [
      {
        id: 'place-meeting',
        name: 'Open meeting of a mutual help group',
        when: 'Daily at noon and at seven',
        contact: 'No need to sign up',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
