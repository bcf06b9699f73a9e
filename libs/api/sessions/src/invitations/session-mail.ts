/** The sorts of letters about hours. */
export const ASKED_MAIL = 'session-asked';
export const TAKEN_BACK_MAIL = 'session-taken-back';
