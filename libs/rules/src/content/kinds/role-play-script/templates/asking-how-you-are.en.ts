import type { Written } from '../../../built-in';

export const ASKING_HOW_YOU_ARE_EN: Written<'role-play-script'> = {
  id: 'asking-how-you-are',
  kind: 'role-play-script',
  title: 'Asking how somebody really is',
  tags: ['listening', 'worry', 'safety'],
  source:
    'Our own words, after Treatment Improvement Protocol 39: Substance Use Disorder Treatment and Family Therapy, SAMHSA 2020, https://library.samhsa.gov/product/tip-39-substance-use-disorder-treatment-and-family-therapy/pep20-02-02-012, public domain',
  lastCheckedOn: '2026-11-29',
  content: {
    format: 1,
    language: 'en',
    scene: 'You sit in the parked car after a session. One of you has been very quiet for days.',
    goal: 'Asking an open question, hearing the answer out, and asking straight about wanting to die.',
    roles: [
      {
        id: 'me',
        name: 'The one who asks',
        castAs: '',
        wants: 'To know the truth',
        feels: 'Afraid of the answer',
        knows: '988 answers day and night',
      },
      {
        id: 'other',
        name: 'The one who is asked',
        castAs: '',
        wants: 'To weigh on nobody',
        feels: 'Empty',
        knows: 'It is easier side by side than face to face',
      },
    ],
    turns: [
      {
        id: 'open',
        roleId: 'me',
        cue: 'Look ahead, not at each other.',
        line: 'You have been quiet. How are you, really?',
        softer: 'I have time. How is it inside you today?',
        firmer: 'I want to ask how you are, and I want the true answer.',
        why: 'Side by side is easier.',
        calmsDown: false,
        goesTo: '',
        branches: [
          {
            id: 'open-calm',
            ifThey: 'If this is not a good moment',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'reply',
        roleId: 'other',
        cue: 'A long pause.',
        line: 'Not good. Everything is grey.',
        softer: 'I do not know how to say it.',
        firmer: 'Bad. Do not make it big.',
        why: 'Few words are an answer, too.',
        calmsDown: false,
        goesTo: '',
        branches: [],
      },
      {
        id: 'say',
        roleId: 'me',
        cue: 'Let the silence be. Then ask.',
        line: 'Thank you for telling me. When it is this grey, some people think of dying. Do you?',
        softer: 'I am with you. May I ask you straight: do you think of dying?',
        firmer: 'I am asking you: do you think of ending your life?',
        why: 'Asking straight does not put the thought there. It lets it out.',
        calmsDown: false,
        goesTo: '',
        branches: [
          {
            id: 'say-calm',
            ifThey: 'If somebody gets upset',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'answer',
        roleId: 'other',
        cue: 'Quietly.',
        line: 'Now and then. I would not do it. I only want it to stop.',
        softer: 'No. I am only so tired.',
        firmer: 'Yes. Today more than before.',
        why: 'Each of these answers can be said.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'answer-again',
            ifThey: 'If the answer is yes, or not clear',
            goesTo: 'again',
          },
          {
            id: 'answer-calm',
            ifThey: 'If somebody gets upset',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'again',
        roleId: 'me',
        cue: 'Turn toward the other.',
        line: 'I am staying with you. Let us call 988 together, now, from here.',
        softer: 'You are not alone with this. I will dial, and you can listen.',
        firmer: 'I am calling 988 now, and I stay.',
        why: 'Staying and calling together is the help.',
        calmsDown: false,
        goesTo: 'close',
        branches: [
          {
            id: 'again-calm',
            ifThey: 'If somebody gets upset',
            goesTo: 'calm',
          },
        ],
      },
      {
        id: 'calm',
        roleId: 'other',
        cue: 'Both put their feet on the floor and breathe out slowly.',
        line: 'Let us stop for a moment. We can go on when we are both calm.',
        softer: 'I would like a short break. I stay near.',
        firmer: 'I stop here. I will be back in ten minutes.',
        why: 'A body that is calm can listen.',
        calmsDown: true,
        goesTo: 'say',
        branches: [
          {
            id: 'calm-stop',
            ifThey: 'If one of you wants to stop for today',
            goesTo: 'stopped',
          },
        ],
      },
      {
        id: 'close',
        roleId: 'me',
        cue: 'A hand on the seat between you, if that is fine.',
        line: 'I am glad you told me. We tell your therapist tomorrow, together.',
        softer: 'Thank you for trusting me with it.',
        firmer: 'Tomorrow we tell your therapist.',
        why: 'The load gets lighter with more hands.',
        calmsDown: false,
        goesTo: 'agreed',
        branches: [
          {
            id: 'close-calm',
            ifThey: 'If it gets too much',
            goesTo: 'calm',
          },
        ],
      },
    ],
    endings: [
      {
        id: 'agreed',
        words: 'You asked, and you know. Tell the therapist, and call 988 at any hour if it gets worse.',
      },
      {
        id: 'stopped',
        words: 'You stopped in time. That is a skill, too. Try again another day.',
      },
    ],
    pauseWord: 'Window',
    optOut: 'Anybody may stop at any time and does not have to say why.',
    debrief: [
      {
        id: 'well',
        words: 'What went well? Say that first.',
      },
      {
        id: 'body',
        words: 'When did you notice your body get tense?',
      },
      {
        id: 'next',
        words: 'Which one sentence do you want to try at home?',
      },
    ],
  },
};
