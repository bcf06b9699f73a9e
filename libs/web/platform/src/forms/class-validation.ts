// Class-transformer looks for the types of nested fields through Reflect, which browsers do not have.
import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import type { FieldProblem } from '@common-ground/contract';

export function problemsOf<T extends object>(request: new () => T, body: unknown): readonly FieldProblem[] {
  return flat(validateSync(plainToInstance(request, body), { whitelist: true, stopAtFirstError: true }), '');
}

/** Nested problems as one list with dotted paths, in the order of the fields. */
function flat(errors: readonly ValidationError[], under: string): readonly FieldProblem[] {
  return errors.flatMap((error) => {
    const path = under === '' ? error.property : `${under}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ path, code, message }));
    return [...own, ...flat(error.children ?? [], path)];
  });
}
