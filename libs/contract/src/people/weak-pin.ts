/** Six digits that are guessed first by whoever guesses. */
const FIRST_GUESSES = ['112233', '111222', '123321', '147258', '159753', '147852', '789456', '456789'];

/** Whether six digits follow a pattern: one digit, a run up or down, or a short piece said over and over. */
export function isWeakPin(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10));
  const isRun = steps.size === 1 && [0, 1, 9].some((step) => steps.has(step));
  return isRun || /^(\d\d)\1\1$|^(\d{3})\2$/u.test(pin) || FIRST_GUESSES.includes(pin);
}
