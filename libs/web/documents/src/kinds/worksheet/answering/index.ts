export { AnswerFields } from './answer-fields';
export { faultOf, formOf, valueOf, type AnswerForm, type FormChange, type FormFault } from './answer-form';
export { asksForWords, hintFor } from './answer-hint';
export { exampleDay } from './day-order';
export { answeredCount, goOnAt, missing, questionsOf, type Question, type Questions } from './questions';
