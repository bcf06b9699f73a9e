/**
 * The header in which a page says for whom it asks: the id of a person. Where somebody else is signed in in that browser
 * by now, the answer is 401 `somebody-else-signed-in`, and nothing is done. Programs may leave it out.
 */
export const FOR_PERSON = 'For-Person';
