import type { Written } from '../../../built-in';

export const PRIVACY_EN: Written<'boundary-plan'> = {
  id: 'privacy',
  kind: 'boundary-plan',
  title: 'Phone, diary and closed doors',
  tags: ['privacy', 'trust', 'limits'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    situation:
      'Out of worry I have read messages and notes that were not mine. It was found out, and now we hardly talk.',
    value: 'I want us to trust each other, and I want to ask instead of search.',
    limits: [
      {
        id: 'read',
        words: 'I do not read messages, diaries or notes that are not mine.',
      },
      {
        id: 'knock',
        words: 'I knock, and I wait for an answer before I come in.',
      },
    ],
    action: 'When worry comes, I ask one question out loud. I write the rest in my own notebook.',
    saying:
      '“I read your notes, and I am sorry. I will not do it again. When I worry, I will ask you, and you can say that you do not want to answer.”',
    sayingWhen: 'Tomorrow after supper, if you have time for it',
    offer: 'You can keep your door closed. I am there when you want to talk, at any hour that I am awake.',
    steps: [
      {
        id: 'first',
        words: 'I stop, put it down, and say that I nearly looked.',
      },
      {
        id: 'second',
        words: 'I call my support person and say what I am afraid of.',
      },
      {
        id: 'third',
        words: 'I bring the worry to the family session, in my own words.',
      },
    ],
    supportedBy: 'The other parent, and my group on Monday',
    safety:
      'If I see or hear that a life may be in danger, I act at once and call for help. I say openly that I did.',
    startOn: null,
    reviewOn: null,
  },
};
