import type { ReviewSummary } from '@common-ground/contract';

export function presentReviewSummary(row: ReviewSummary): ReviewSummary {
  const { id, document, from, to, standsInUntilOn, note, round, act, state, verdict, risks, hour } = row;
  const { submittedAt, decidedAt, decidedBy } = row;
  const people = { from, to, standsInUntilOn, decidedBy };
  return { id, document, ...people, note, round, act, state, verdict, submittedAt, decidedAt, risks, hour };
}
