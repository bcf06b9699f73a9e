import type {
  FamilySessionId,
  Language,
  SessionAction,
  SupportPlanContent,
  SupportStep,
  WorksheetContent,
} from '@common-ground/contract';

type Agreed = Omit<SessionAction, 'agreed'>;

/** The most an id of an action gives to the id of what it became, so that this stays an id. */
const MOST = 46;

const WORDS: Readonly<Record<Language, { readonly asked: string; readonly lines: readonly string[] }>> = {
  en: { asked: 'How did it go?', lines: ['When', 'How often', 'How we will know', 'If it slips'] },
  es: {
    asked: '¿Cómo fue?',
    lines: ['Cuándo', 'Con qué frecuencia', 'Cómo lo sabremos', 'Si un día no sale'],
  },
};

/** The id of what an action became. Where it comes from stands in it, so carrying it over again adds nothing. */
export function carriedId(hour: FamilySessionId, actionId: string): string {
  return `from-${hour.slice(-12)}-${actionId.slice(-MOST)}`;
}

/** A plan with the action as its last step; as it was when that step is there already. */
export function withStep(plan: SupportPlanContent, id: string, action: Agreed): SupportPlanContent {
  if (plan.steps.some((step) => step.id === id)) return plan;
  const { who, what, when, howOften: often, howWeWillKnow: knownBy, ifItSlips: planB } = action;
  const step: SupportStep = { id, who, what, when, often, knownBy, planB };
  return { ...plan, steps: [...plan.steps, step] };
}

/** Homework that says what was agreed on, and asks how it went. */
export function withTask(sheet: WorksheetContent, id: string, action: Agreed): WorksheetContent {
  const { asked, lines } = WORDS[sheet.language];
  const said = [action.when, action.howOften, action.howWeWillKnow, action.ifItSlips];
  const text = [
    `${action.who}: ${action.what}`,
    ...said.flatMap((words, at) => (words.trim() === '' ? [] : [`${lines[at] ?? ''}: ${words}`])),
  ].join('\n');
  return {
    ...sheet,
    blocks: [
      ...sheet.blocks,
      { kind: 'guidance', id, text },
      {
        kind: 'long-answer',
        id: `asked-${id.slice('from-'.length)}`,
        question: asked,
        help: '',
        optional: false,
      },
    ],
  };
}

/** A plan without the step that an action became. */
export function withoutStep(plan: SupportPlanContent, id: string): SupportPlanContent {
  return { ...plan, steps: plan.steps.filter((step) => step.id !== id) };
}

/** Homework without what an action put into it. */
export function withoutTask(sheet: WorksheetContent, id: string): WorksheetContent {
  const asked = `asked-${id.slice('from-'.length)}`;
  return { ...sheet, blocks: sheet.blocks.filter((block) => block.id !== id && block.id !== asked) };
}
