import type { Written } from '../../../built-in';

export const HARD_WEEK_EN: Written<'support-plan'> = {
  id: 'hard-week',
  kind: 'support-plan',
  title: 'Support through a hard week',
  tags: ['hard days', 'daily life', 'sharing tasks'],
  source:
    'SAMHSA, Family Psychoeducation Evidence-Based Practices KIT (2009), on sharing out tasks in a family',
  lastCheckedOn: '2026-11-25',
  content: {
    format: 1,
    language: 'en',
    purpose: 'Help that has a name and a time is easier to give and easier to take.',
    needs: [
      { id: 'need-listen', support: 'listen', words: 'Somebody who listens and does not fix anything' },
      { id: 'need-practical', support: 'practical-help', words: 'Rides, and one warm meal a day' },
      { id: 'need-quiet', support: 'quiet-company', words: 'Somebody in the room while I do my homework' },
    ],
    offers: [
      {
        id: 'offer-call',
        support: 'listen',
        who: 'Dad',
        what: 'A ten-minute call',
        when: 'Every evening at eight',
      },
      {
        id: 'offer-rides',
        support: 'practical-help',
        who: 'Mom',
        what: 'Rides to the programme',
        when: 'Tuesday and Thursday at nine',
      },
      {
        id: 'offer-room',
        support: 'quiet-company',
        who: 'My brother',
        what: 'Reads in the same room',
        when: 'After school, for half an hour',
      },
    ],
    steps: [
      {
        id: 'step-breakfast',
        who: 'Me and Mom',
        what: 'Have breakfast together',
        when: 'At eight',
        often: 'Every day',
        knownBy: 'Two cups are in the sink',
        planB: 'I eat a banana and text Mom',
      },
      {
        id: 'step-walk',
        who: 'Me',
        what: 'Walk around the block',
        when: 'After lunch',
        often: 'Every day but Sunday',
        knownBy: 'I tick it here',
        planB: 'I stand at the open window for five minutes',
      },
    ],
    signs: [
      {
        id: 'sign-sleep',
        sign: 'I sleep less than five hours',
        helps: 'I tell Mom in the morning; no big plans that day',
      },
      {
        id: 'sign-quiet',
        sign: 'I stop answering texts',
        helps: 'One call, no questions: “I am here at eight.”',
      },
    ],
    places: [
      {
        id: 'place-library',
        name: 'Drawing group at the library',
        when: 'Wednesday at four',
        contact: 'Ask at the desk',
      },
    ],
    startOn: null,
    reviewOn: null,
  },
};
