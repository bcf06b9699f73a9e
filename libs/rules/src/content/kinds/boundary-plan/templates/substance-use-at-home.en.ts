import type { Written } from '../../../built-in';

export const SUBSTANCE_USE_AT_HOME_EN: Written<'boundary-plan'> = {
  id: 'substance-use-at-home',
  kind: 'boundary-plan',
  title: 'Alcohol and drugs in my home',
  tags: ['substance use', 'home', 'limits'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    situation:
      'When somebody has been drinking or using in the house, I cannot sleep, and the children are afraid.',
    value: 'I want our home to be a place where everybody can rest.',
    limits: [
      {
        id: 'home',
        words: 'I do not sit at a table where people drink or use.',
      },
    ],
    action: 'I keep my own home free of alcohol. I tell my guests before they come.',
    saying:
      '“I love you. I am keeping alcohol and drugs out of our home. I would like us to talk about it when you feel clear.”',
    sayingWhen: 'In the morning, when nobody has used, with our therapist if we can',
    offer: 'There is a bed and a meal for you. I will drive you to a group or to the doctor at any time.',
    steps: [
      {
        id: 'first',
        words: 'I say calmly: “I see that you have used. I will talk with you tomorrow.”',
      },
      {
        id: 'second',
        words: 'I take the children and myself to the other room, or to my sister for the night.',
      },
      {
        id: 'third',
        words: 'I call the programme in the morning and ask for an earlier session.',
      },
    ],
    supportedBy: 'My sister, and the group for families on Thursday',
    safety:
      'If somebody cannot be woken or breathes badly, I call 911 and stay. If I am afraid, I go with the children to a safe place.',
    startOn: null,
    reviewOn: null,
  },
};
