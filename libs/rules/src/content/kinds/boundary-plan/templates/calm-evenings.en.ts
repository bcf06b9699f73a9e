import type { Written } from '../../../built-in';

export const CALM_EVENINGS_EN: Written<'boundary-plan'> = {
  id: 'calm-evenings',
  kind: 'boundary-plan',
  title: 'Calm evenings at home',
  tags: ['evenings', 'arguments', 'money'],
  source:
    'SAMHSA, Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy (2020), on limits in families',
  lastCheckedOn: '2026-11-25',
  content: {
    format: 1,
    language: 'en',
    situation:
      'Some evenings a talk about money or plans turns loud. We stop hearing each other, and it goes on for hours.',
    value: 'I want us to talk so that each of us is heard.',
    limits: [
      { id: 'loud', words: 'When a talk turns loud, I leave the room and come back when it is quiet.' },
    ],
    action: 'I keep my own voice low. I tell you when I notice that I am getting loud.',
    saying:
      '“I love you and I want to talk about this. When it gets loud I cannot think. I will take twenty minutes and then I will come back.”',
    sayingWhen: 'On Sunday after lunch, when we are both calm',
    offer: 'I still eat with you. I still drive you to your sessions. I am there if you are in danger.',
    steps: [
      { id: 'first', words: 'I say once: “It is getting loud. I want to go on in twenty minutes.”' },
      { id: 'second', words: 'I go to the kitchen, breathe, and come back after twenty minutes.' },
      { id: 'third', words: 'I end the talk for today and write it on our list for the family session.' },
    ],
    supportedBy: 'My sister. I can call her until ten in the evening.',
    safety:
      'If anybody is hurt, I go to a safe place and call for help. I do the same if I am afraid that somebody will be. This plan waits then.',
    startOn: null,
    reviewOn: null,
  },
};
