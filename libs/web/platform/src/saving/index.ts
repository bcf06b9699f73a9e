export { bothTexts } from './both-texts';
export { SAVE_WORDS, type SaveState, type SaveTrouble, type SaveWord } from './outcome';
export { SaveQueue, type Saving, newKey } from './save-queue';
export { SaveStateLine } from './save-state';
export type { Beginning, ConfirmedSave } from './saved-thing';
