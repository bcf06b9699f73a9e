import {
  LIMITS,
  type Block,
  type CarriedInto,
  type FamilySessionId,
  type Language,
  type SessionAction,
  type SupportPlanContent,
  type SupportStep,
  type WorksheetContent,
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
  return { ...plan, steps: [...plan.steps, stepOf(id, action)] };
}

/** A step, as an action becomes one. */
function stepOf(id: string, action: Agreed): SupportStep {
  const { who, what, when, howOften: often, howWeWillKnow: knownBy, ifItSlips: planB } = action;
  return { id, who, what, when, often, knownBy, planB };
}

/** Whether a plan takes the action as a step: the pad has more room for who does it than a plan. */
export function fitsAsStep({ who }: Agreed): boolean {
  return [...who].length <= LIMITS.name;
}

/** What homework that an action becomes is called. Never cut through a character. */
export function carriedTitle({ what }: Agreed): string {
  return [...what].slice(0, LIMITS.title).join('');
}

/** Homework that says what was agreed on, and asks how it went. */
export function withTask(sheet: WorksheetContent, id: string, action: Agreed): WorksheetContent {
  return { ...sheet, blocks: [...sheet.blocks, ...blocksOf(sheet.language, id, action)] };
}

function blocksOf(language: Language, id: string, action: Agreed): readonly Block[] {
  const { asked, lines } = WORDS[language];
  const said = [action.when, action.howOften, action.howWeWillKnow, action.ifItSlips];
  const text = [
    `${action.who}: ${action.what}`,
    ...said.flatMap((words, at) => (words.trim() === '' ? [] : [`${lines[at] ?? ''}: ${words}`])),
  ].join('\n');
  return [
    { kind: 'guidance', id, text },
    { kind: 'long-answer', id: askedId(id), question: asked, help: '', optional: false },
  ];
}

/** The ids of all that an action with this id can have become. */
export function carriedIds(id: string): readonly string[] {
  return [id, askedId(id)];
}

function askedId(id: string): string {
  return `asked-${id.slice('from-'.length)}`;
}

/** What an action put into a paper in this language, as it was put there. */
export function carriedParts(
  into: CarriedInto,
  language: Language,
  id: string,
  action: Agreed,
): readonly (SupportStep | Block)[] {
  return into === 'support-plan' ? [stepOf(id, action)] : blocksOf(language, id, action);
}

/** A plan without the step that an action became. */
export function withoutStep(plan: SupportPlanContent, id: string): SupportPlanContent {
  return { ...plan, steps: plan.steps.filter((step) => step.id !== id) };
}

/** Homework without what an action put into it. */
export function withoutTask(sheet: WorksheetContent, id: string): WorksheetContent {
  return { ...sheet, blocks: sheet.blocks.filter((block) => !carriedIds(id).includes(block.id)) };
}
