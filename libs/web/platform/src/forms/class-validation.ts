// Request classes say the types of their nested fields through Reflect, which browsers lack: this comes before them.
import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import * as contract from '@common-ground/contract';

type Contract = typeof contract;

/** Every class of the contract that a request's body is checked against. */
export type RequestName = {
  [Name in keyof Contract]: Contract[Name] extends new () => object ? Name : never;
}[keyof Contract];

export function problemsOf(name: RequestName, body: unknown): readonly contract.FieldProblem[] {
  const request: new () => object = contract[name];
  return flat(validateSync(plainToInstance(request, body), { stopAtFirstError: true }), '');
}

/** Nested problems as one list with dotted paths, in the order of the fields. */
function flat(errors: readonly ValidationError[], under: string): readonly contract.FieldProblem[] {
  return errors.flatMap((error) => {
    const path = under === '' ? error.property : `${under}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([code, message]) => ({ path, code, message }));
    return [...own, ...flat(error.children ?? [], path)];
  });
}
