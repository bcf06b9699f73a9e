import type { SaveState, SaveWord } from './outcome';

/** From the one that worries most to the one that worries least. */
const BY_WORRY: readonly SaveWord[] = ['not-saved-trying', 'saving', 'offline', 'saved'];

/** Says in one word how several texts are: *saved* only when every one of them is, and then with the latest time. */
export function worstOf(states: readonly SaveState[]): SaveState {
  const word = BY_WORRY.find((worry) => states.some((state) => state.word === worry)) ?? 'saved';
  const times = states.flatMap(({ savedAt }) => (savedAt === null ? [] : [savedAt])).sort();
  return { word, savedAt: times.at(-1) ?? null };
}
