import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { cleanText, type FieldProblem } from '@common-ground/contract';
import { Refusal } from '../problems/refusal';
import { rememberChecks } from './remember-checks';

/** Far deeper than anything we send, and shallow enough that nothing recursive can be made to overflow. */
const DEEPEST = 24;

/** Checks every body against its request class, after cleaning its text, and answers faults with their paths. */
export class BodyPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      exceptionFactory: (faults) =>
        new Refusal('invalid', { errors: faults.flatMap((fault) => problemsOf(fault, '')) }),
    });
    rememberChecks();
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body') return value;
    // No body at all is an empty one; what it lacks is named by the request class.
    if (value === undefined) return super.transform({}, metadata);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw Refusal.field('', 'not-an-object', 'The body must be a JSON object.');
    }
    return super.transform(clean(value, []), metadata);
  }
}

function clean(value: unknown, path: readonly (string | number)[]): unknown {
  if (path.length > DEEPEST) throw new Refusal('malformed-json');
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value))
    return value.map((entry, index) => clean(demandEntry(entry, [...path, index]), [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [cleanText(key), clean(entry, [...path, key])]),
  );
}

/** No list of ours has holes or lists in it, and the transformer behind us falls into both. */
function demandEntry(entry: unknown, path: readonly (string | number)[]): unknown {
  if (entry === null || Array.isArray(entry))
    throw Refusal.field(path.join('.'), 'not-an-entry', 'A list has neither empty entries nor lists in it.');
  return entry;
}

function problemsOf(fault: ValidationError, above: string): FieldProblem[] {
  const path = above === '' ? fault.property : `${above}.${fault.property}`;
  const own = Object.entries(fault.constraints ?? {}).map(([code, message]) => ({ path, code, message }));
  return [...own, ...(fault.children ?? []).flatMap((child) => problemsOf(child, path))];
}
