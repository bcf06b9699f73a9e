/**
 * PostgreSQL cannot store NUL, and a lone surrogate cannot be written as UTF-8. Either would make every later save
 * of the same text fail, so both sides clean text the same way before it is compared, stored or sent.
 */
export function cleanText(text: string): string {
  // With the u flag only halves without their partner count as surrogates.
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
