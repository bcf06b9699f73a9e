import type { FieldProblem, ProblemCode, ProblemDetails } from '@common-ground/contract';
import type { Judgement } from '@common-ground/rules/access';

type Particulars = Pick<
  ProblemDetails,
  'errors' | 'current' | 'changedBy' | 'changedAt' | 'because' | 'count'
>;

/** An expected failure. Thrown anywhere, answered as one problem document. */
export class Refusal extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly particulars: Particulars = {},
  ) {
    super(code);
  }

  /** A refusal for one field of the body. */
  static field(path: string, code: string, message: string): Refusal {
    const problem: FieldProblem = { path, code, message };
    return new Refusal('invalid', { errors: [problem] });
  }
}

/** Goes on only when a rule allows it. Strangers are told the thing does not exist. */
export function demand(judgement: Judgement): string {
  if (judgement.allowed) return judgement.because;
  throw new Refusal(judgement.refused === 'unseen' ? 'not-found' : 'not-allowed');
}
