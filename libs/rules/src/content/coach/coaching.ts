export { coachAdvice, readingOfDraft, type KeptWording } from './advice';
export { coach } from './coach';
