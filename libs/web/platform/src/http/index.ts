export { Api, type Answered, type Asking } from './api';
export { KeepFile } from './keep-file';
export { Problem, type WebProblemCode } from './problem';
export { ProblemWords } from './problem-words';
