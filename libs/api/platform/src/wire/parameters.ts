import { Param, Query, type PipeTransform } from '@nestjs/common';
import { LIMITS, type Id } from '@common-ground/contract';
import { Refusal } from '../problems/refusal';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

/** A text that is no uuid names nothing, so it is answered like any other thing that does not exist. */
export function asId<K extends string>(text: unknown): Id<K> {
  if (!isId(text)) throw new Refusal('not-found');
  return text.toLowerCase() as Id<K>;
}

class IdPipe implements PipeTransform<unknown, Id<string>> {
  transform(value: unknown): Id<string> {
    return asId(value);
  }
}

/** An id in the path. */
export const PathId = (name = 'id'): ParameterDecorator => Param(name, new IdPipe());

class OptionalIdPipe implements PipeTransform<unknown, Id<string> | null> {
  transform(value: unknown): Id<string> | null {
    if (value === undefined) return null;
    if (!isId(value)) throw new Refusal('malformed-id');
    return asId(value);
  }
}

/** An id that may stand in the query. */
export const QueryId = (name: string): ParameterDecorator => Query(name, new OptionalIdPipe());

class LimitPipe implements PipeTransform<unknown, number> {
  transform(value: unknown): number {
    if (value === undefined) return 50;
    const limit = typeof value === 'string' && /^\d{1,4}$/u.test(value) ? Number(value) : 0;
    if (limit < 1 || limit > LIMITS.pageSize) {
      throw Refusal.field(
        'limit',
        'not-a-page-size',
        `limit must be a whole number from 1 to ${LIMITS.pageSize}`,
      );
    }
    return limit;
  }
}

/** How many entries of a list are asked for, 1 to 100. */
export const Limit = (): ParameterDecorator => Query('limit', new LimitPipe());

class CursorPipe implements PipeTransform<unknown, string | null> {
  transform(value: unknown): string | null {
    if (value === undefined) return null;
    if (typeof value !== 'string' || value.length > 500) throw new Refusal('malformed-cursor');
    return value;
  }
}

/** Where the last page ended; read with `Cursors`. */
export const CursorText = (): ParameterDecorator => Query('cursor', new CursorPipe());

/**
 * The revision an edit started from, out of `If-Match: "<revision>"`.
 * @throws Refusal `revision-missing` when absent, `invalid` when it is no revision
 */
export function revisionOf(header: string | undefined): number {
  if (header === undefined || header === '') throw new Refusal('revision-missing');
  const digits = /^(?:W\/)?"(\d{1,9})"$/u.exec(header)?.[1];
  if (digits === undefined)
    throw Refusal.field('If-Match', 'not-a-revision', 'If-Match must be a revision in quotes.');
  return Number(digits);
}

/** One of the words that `name` in a query may be; null where it is left out. */
export function optionIn<T extends string>(
  query: Readonly<Record<string, unknown>>,
  name: string,
  allowed: readonly T[],
): T | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  const found = allowed.find((one) => one === value);
  if (found === undefined)
    throw Refusal.field(name, 'not-an-option', `${name} must be one of ${allowed.join(', ')}.`);
  return found;
}
