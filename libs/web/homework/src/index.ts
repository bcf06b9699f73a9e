export { NoticeWithShareView } from './reading/notice-with-share';
export { ClosenessShape } from './opening/closeness-shape';
export { HourQuestions } from './opening/hour-questions';
export { AnswerWords } from './reading/answer-words';
export { HourScript } from './reading-along/hour-script';
