/** What a page to take home can hold besides actions. */
export const TAKE_HOME_PARTS = ['decision', 'helped', 'next'] as const;
export type TakeHomePart = (typeof TAKE_HOME_PARTS)[number];
