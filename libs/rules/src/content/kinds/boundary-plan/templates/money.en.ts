import type { Written } from '../../../built-in';

export const MONEY_EN: Written<'boundary-plan'> = {
  id: 'money',
  kind: 'boundary-plan',
  title: 'Money: what I give and what I do not',
  tags: ['money', 'helping', 'limits'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    situation:
      'I am asked for money at short notice. I say yes because I am afraid of a fight. Afterwards I am angry, and the rent is short.',
    value: 'I want to help in ways that I can stand behind, and I want us to trust each other again.',
    limits: [
      {
        id: 'cash',
        words: 'I do not lend cash any more.',
      },
    ],
    action: 'I put my bank card away. I decide about money on Sundays, when I am calm.',
    saying:
      '“I love you, and I am not lending cash any more. If you are short of food or a bus ticket, tell me. We will buy it together.”',
    sayingWhen: 'On Sunday after lunch, when neither of us is asking for anything',
    offer: 'I share my meals. I pay the bus pass at the office myself. I help you look at your bills.',
    steps: [
      {
        id: 'first',
        words: 'I say once: “I am not lending cash. I can shop with you at five.”',
      },
      {
        id: 'second',
        words: 'I leave the room or end the call, and I call my own support person.',
      },
      {
        id: 'third',
        words: 'I write it down and bring it to the family session.',
      },
    ],
    supportedBy: 'A friend who knows about it. I can call until nine in the evening.',
    safety:
      'If anybody is hurt, I go to a safe place and call for help. I do the same if I am afraid that somebody will be. This plan waits then.',
    startOn: null,
    reviewOn: null,
  },
};
