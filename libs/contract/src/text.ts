/** NUL, and halves of surrogate pairs with or without their partner. */
const MAY_BE_UNCLEAN = /[\0\uD800-\uDFFF]/;

/**
 * PostgreSQL cannot store NUL, and a lone surrogate cannot be written as UTF-8. Either would make every later save
 * of the same text fail, so both sides clean text the same way before it is compared, stored or sent.
 */
export function cleanText(text: string): string {
  // Nearly all text has nothing of either kind in it, which is seen at a glance.
  if (!MAY_BE_UNCLEAN.test(text)) return text;
  // With the u flag only halves without their partner count as surrogates.
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
