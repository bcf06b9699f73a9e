export { Api, type Answered, type Asking } from './api';
export { following, type Following } from './following';
export { KeepFile } from './keep-file';
export { Problem, type WebProblemCode } from './problem';
export { ProblemWords } from './problem-words';
