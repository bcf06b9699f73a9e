import type { AnswerValue } from '@common-ground/contract';

// It stands alone: a family's first page asks for it, and would fetch all that stands beside it.

/** The day until which somebody put a piece off, while that day is still to come. */
export function putOffUntil(value: AnswerValue | undefined, today: string): string | null {
  return typeof value === 'string' && value > today ? value : null;
}
