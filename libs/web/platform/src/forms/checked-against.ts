import type { FieldProblem } from '@common-ground/contract';
import type { RequestName } from './class-validation';

/**
 * Checks what somebody typed with the same request class the server uses: `checkedAgainst('NewFamily', body)`. The one
 * bridge between class-validator and forms, and it knows no field. Answers no problems when the body is sound.
 *
 * The class goes by its name because it arrives, together with its library, only when something is checked: family
 * pages never download either, and pages import request classes as types.
 */
export async function checkedAgainst(request: RequestName, body: unknown): Promise<readonly FieldProblem[]> {
  // Browsers lack it, and the request classes say the types of their nested fields through it while they are read.
  await import('reflect-metadata');
  const { problemsOf } = await import('./class-validation');
  return problemsOf(request, body);
}
