export { bothTexts } from './both-texts';
export { type BegunThing, HalfWritten } from './half-written';
export { type LeftField, LeftWords } from './left-words';
export { SAVE_WORDS, type SaveState, type SaveTrouble, type SaveWord } from './outcome';
export { SaveQueue, type Saving, newKey } from './save-queue';
export { SaveStateLine } from './save-state';
export type { Beginning, ConfirmedSave } from './saved-thing';
export { worstOf } from './worst-state';
