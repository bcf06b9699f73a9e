import type { Language, LookBackChoice, LookBackQuestion } from '@common-ground/contract';

interface Words {
  readonly title: string;
  readonly questions: Readonly<
    Record<
      LookBackQuestion,
      { readonly asked: string; readonly choices: Readonly<Partial<Record<LookBackChoice, string>>> }
    >
  >;
}

/** What was asked about an hour afterwards and what could be chosen, as it stands on the phone. */
export const LOOKING_BACK: Readonly<Record<Language, Words>> = {
  en: {
    title: 'When I looked back on a family session',
    questions: {
      said: {
        asked: 'Could you say what you wanted to say?',
        choices: {
          most: 'Yes, most of it',
          some: 'Some of it',
          little: 'Not this time',
          'not-sure': 'I’m not sure',
        },
      },
      pace: {
        asked: 'How much was it for you?',
        choices: {
          right: 'It was all right',
          much: 'It was a lot',
          little: 'I had room for more',
          'not-sure': 'I’m not sure',
        },
      },
      next: {
        asked: 'What would be good for you next time?',
        choices: {
          same: 'Do it the same way',
          other: 'Do something in another way',
          first: 'Talk with me first',
          'not-sure': 'I’m not sure',
        },
      },
    },
  },
  es: {
    title: 'Cuando miré atrás a una sesión familiar',
    questions: {
      said: {
        asked: '¿Pudo decir lo que quería decir?',
        choices: { most: 'Sí, casi todo', some: 'Una parte', little: 'Esta vez no', 'not-sure': 'No lo sé' },
      },
      pace: {
        asked: '¿Cuánto fue para usted?',
        choices: { right: 'Estuvo bien', much: 'Fue mucho', little: 'Podía con más', 'not-sure': 'No lo sé' },
      },
      next: {
        asked: '¿Qué le ayudaría la próxima vez?',
        choices: {
          same: 'Hacerlo igual',
          other: 'Hacer algo de otra manera',
          first: 'Hablar antes conmigo',
          'not-sure': 'No lo sé',
        },
      },
    },
  },
};
