import type { FieldProblem } from '@common-ground/contract';

/**
 * Checks what somebody typed with the same request class the server uses: the one bridge between class-validator and
 * forms, and it knows no field by name. Its library arrives only when something is checked, so that family pages,
 * which check without it, never download it. Answers no problems when the body is sound.
 */
export async function checkedAgainst<T extends object>(
  request: new () => T,
  body: unknown,
): Promise<readonly FieldProblem[]> {
  const { problemsOf } = await import('./class-validation');
  return problemsOf(request, body);
}
