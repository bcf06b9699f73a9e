import type { Written } from '../../../../built-in';

export const ABOUT_SUBSTANCE_USE_EN: Written<'worksheet'> = {
  id: 'about-substance-use',
  kind: 'worksheet',
  title: 'When somebody drinks or uses drugs',
  tags: ['hand-out', 'substance use', 'signs', 'triggers'],
  source:
    'Our own words. Facts after: National Institute on Drug Abuse, Drugs, Brains, and Behavior: The Science of Addiction, 2020, https://nida.nih.gov/publications/drugs-brains-behavior-science-addiction; 988 Suicide & Crisis Lifeline, https://988lifeline.org',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    minutes: 8,
    language: 'en',
    whyItHelps: 'Knowing why stopping is hard makes room for help that works, and for limits of your own.',
    whenAndWhere: 'Read it at your own pace, alone or together. You can come back to it.',
    blocks: [
      {
        kind: 'section',
        id: 's-what',
        title: 'What it is',
      },
      {
        kind: 'guidance',
        id: 'what',
        text: 'Alcohol and drugs can change how the brain works. Then stopping takes more than wanting to. It is an illness, and it can be treated. Talks help, medicine helps, and people who know the way. Using again after a time without is common. It shows that the plan needs a change.',
      },
      {
        kind: 'section',
        id: 's-signs',
        title: 'Signs you may see',
      },
      {
        kind: 'guidance',
        id: 'signs',
        text: 'Using more than was meant. Money or things that go missing. New friends, hidden hours. Missed work or school. Mood that swings. Red or very small eyes. Shaking, sweat or bad sleep when it wears off.',
      },
      {
        kind: 'section',
        id: 's-triggers',
        title: 'What can set it off',
      },
      {
        kind: 'guidance',
        id: 'triggers',
        text: 'Being hungry, angry, lonely or tired. Places and people from that time. Payday. Pain. A fight. A party. And good news, too: people want to celebrate.',
      },
      {
        kind: 'section',
        id: 's-helps',
        title: 'What helps',
      },
      {
        kind: 'guidance',
        id: 'helps',
        text: 'Care for the person, and clear limits for yourself. Talk when nobody has used. Notice each day that goes well. A ride to a group. A home without alcohol, if you can agree on that. Have naloxone at home if opioids may be used: it can save a life.',
      },
      {
        kind: 'section',
        id: 's-say',
        title: 'What to say',
      },
      {
        kind: 'guidance',
        id: 'say',
        text: '“I love you, and I am worried.” “I will drive you to the group tonight.” “I do not give money, and I will eat with you.” Shame pushes people away from help. Kind, clear words do not.',
      },
      {
        kind: 'section',
        id: 's-you',
        title: 'And you?',
      },
      {
        kind: 'guidance',
        id: 'for-you',
        text: 'Looking after somebody is hard work. Your own sleep, food and friends matter, too. Groups for families can be a place to rest and to learn.',
      },
      {
        kind: 'section',
        id: 's-now',
        title: 'When to get help at once',
      },
      {
        kind: 'guidance',
        id: 'now',
        text: 'Get help now if somebody cannot be woken, breathes very slowly, has blue lips, or has a fit. Call 911, give naloxone if you have it, lay them on their side and stay. Stopping alcohol all at once after heavy use can be dangerous: call a doctor first. The numbers are under “Get help now”. In the United States, call 911 if there is danger. Call or text 988 at any hour, also in Spanish.',
      },
      {
        kind: 'checklist',
        id: 'seen',
        question: 'Which of these have you seen lately?',
        help: 'Leave it empty if you would rather talk about it.',
        optional: true,
        choices: [
          {
            id: 'more',
            label: 'Using more than was meant',
          },
          {
            id: 'missing',
            label: 'Money or things go missing',
          },
          {
            id: 'hours',
            label: 'Hidden hours',
          },
          {
            id: 'mood',
            label: 'Mood that swings',
          },
          {
            id: 'wears-off',
            label: 'Shaking or sweat',
          },
        ],
      },
      {
        kind: 'long-answer',
        id: 'ask',
        question: 'What would you like to ask in the family session?',
        help: '',
        optional: true,
      },
    ],
  },
};
