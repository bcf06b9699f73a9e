import type { Written } from '../../../built-in';

export const DRIVING_EN: Written<'boundary-plan'> = {
  id: 'driving',
  kind: 'boundary-plan',
  title: 'Rides, and who drives',
  tags: ['driving', 'safety', 'limits'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    situation:
      'After a bad night or after drinking, driving is not safe. We argue about the keys in the yard.',
    value: 'I want all of us to get home in one piece.',
    limits: [
      {
        id: 'ride',
        words: 'I ride along only when the driver is awake and has had nothing to drink.',
      },
    ],
    action: 'I keep money for a taxi in my coat. I plan the way home before we leave.',
    saying:
      '“I get scared in the car on such days. I will take the bus then, and I would be glad if you came with me.”',
    sayingWhen: 'On a day when nobody has to go anywhere',
    offer: 'I will drive you myself when I can. I pay half of a taxi to any session.',
    steps: [
      {
        id: 'first',
        words: 'I say: “I am not getting in today. I am calling a taxi for two.”',
      },
      {
        id: 'second',
        words: 'I get out at the next safe stop and go home another way.',
      },
      {
        id: 'third',
        words: 'I talk about it the next day, and ask the programme for help with rides.',
      },
    ],
    supportedBy: 'A neighbour who can pick me up',
    safety: 'If somebody drives off and is not fit to drive, I call 911. It may save them and others.',
    startOn: null,
    reviewOn: null,
  },
};
