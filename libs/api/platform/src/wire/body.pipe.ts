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

  /** What came as JSON has no gaps in its lists and no bytes in it, so it is not gone through for either. */
  protected override closeArrayGaps(): void {
    // There are none.
  }

  protected override findNestedBinaryValues(): ValidationError[] {
    return [];
  }
}

/**
 * What it was given, where all of its text is clean, as nearly always; else a copy that is.
 * @param path the way to `value`, and again when it is done
 */
function clean(value: unknown, path: string[]): unknown {
  if (path.length > DEEPEST) throw new Refusal('malformed-json');
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  const isList = Array.isArray(value);
  let isClean = true;
  const cleaned: [name: string, entry: unknown][] = [];
  for (const [key, entry] of Object.entries(value)) {
    path.push(key);
    if (isList) demandEntry(entry, path);
    const part: (typeof cleaned)[number] = [cleanName(key), clean(entry, path)];
    path.pop();
    if (part[0] !== key || part[1] !== entry) isClean = false;
    cleaned.push(part);
  }
  if (isClean) return value;
  return isList ? cleaned.map(([, entry]) => entry) : Object.fromEntries(cleaned);
}

/** A name that every object answers to is never a field of ours, also where it is one only once it is clean. */
function cleanName(key: string): string {
  const name = cleanText(key);
  if (name !== key && name in Object.prototype) throw new Refusal('malformed-json');
  return name;
}

/** No list of ours has holes or lists in it, and the transformer behind us falls into both. */
function demandEntry(entry: unknown, path: readonly string[]): void {
  if (entry === null || Array.isArray(entry))
    throw Refusal.field(path.join('.'), 'not-an-entry', 'A list has neither empty entries nor lists in it.');
}

function problemsOf(fault: ValidationError, above: string): FieldProblem[] {
  const path = above === '' ? fault.property : `${above}.${fault.property}`;
  const own = Object.entries(fault.constraints ?? {}).map(([code, message]) => ({ path, code, message }));
  return [...own, ...(fault.children ?? []).flatMap((child) => problemsOf(child, path))];
}
