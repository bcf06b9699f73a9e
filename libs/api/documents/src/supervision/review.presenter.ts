import type { ReviewSummary } from '@common-ground/contract';

export function presentReviewSummary(row: ReviewSummary): ReviewSummary {
  const { id, document, from, to, note, round, state, verdict, submittedAt, decidedAt, risks, hour } = row;
  return { id, document, from, to, note, round, state, verdict, submittedAt, decidedAt, risks, hour };
}
