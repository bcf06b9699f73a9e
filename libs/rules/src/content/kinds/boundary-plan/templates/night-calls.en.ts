import type { Written } from '../../../built-in';

export const NIGHT_CALLS_EN: Written<'boundary-plan'> = {
  id: 'night-calls',
  kind: 'boundary-plan',
  title: 'Calls and texts at night',
  tags: ['sleep', 'nights', 'limits'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    situation:
      'Calls and texts go on until two at night. I answer every one of them, and in the morning I cannot work.',
    value: 'I want to be there for you, and I want to be awake when I am.',
    limits: [
      {
        id: 'ten',
        words: 'After ten at night I answer calls only when there is danger.',
      },
    ],
    action: 'I set my phone so that your calls ring twice in an emergency. I look at texts at seven.',
    saying:
      '“I want to hear how you are. I am awake for you until ten. If you are in danger, call twice, and I pick up.”',
    sayingWhen: 'On Saturday on our walk',
    offer:
      'A call each evening at eight, for as long as you like, until half past eight. For the night: 988, by call or text.',
    steps: [
      {
        id: 'first',
        words:
          'I do not pick up. I send one text that I wrote before: “I am asleep. I will call at seven. In danger: call twice, or 988.”',
      },
      {
        id: 'second',
        words: 'I call at seven, as I said, and listen for ten minutes.',
      },
      {
        id: 'third',
        words: 'I ask for a talk about nights in the next family session.',
      },
    ],
    supportedBy: 'My partner, who knows the plan',
    safety:
      'If you say that you want to die, I answer at any hour and call for help. I do the same if I believe that you are in danger.',
    startOn: null,
    reviewOn: null,
  },
};
