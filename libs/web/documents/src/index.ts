export { ConditionLine } from './kinds/worksheet/condition-line';
export { PaperChoices } from './paper-choices';
export { PromptRoom } from './kinds/worksheet/prompt-room';
export { DailyQuestion } from './kinds/by-day/daily-question';
export { ItemCode } from './kinds/item-code';
export { SentReview } from './drafting/sent-review';
export { ChangeList } from './supervision/change-list';
export type { Thread } from './supervision/thread-order';
export { Threads } from './supervision/threads';
export { KindPaper } from './kinds/kind-paper';
export { ScriptPractice } from './kinds/role-play-script/practise/script-practice';
export { AnswerFields } from './kinds/worksheet/answering/answer-fields';
export {
  faultOf,
  formOf,
  valueOf,
  type AnswerForm,
  type FormChange,
  type FormFault,
} from './kinds/worksheet/answering/answer-form';
export { asksForWords, hintFor } from './kinds/worksheet/answering/answer-hint';
export { exampleDay } from './kinds/worksheet/answering/day-order';
export {
  answeredCount,
  goOnAt,
  missing,
  questionsOf,
  type Question,
  type Questions,
} from './kinds/worksheet/answering/questions';
