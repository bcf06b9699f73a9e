/** Why the database cannot be asked. */
export type WhyAway =
  | 'it cannot be reached'
  | 'an administrator ended the connection'
  | 'it is starting or stopping'
  | 'it takes no more connections'
  | 'no connection came free in time'
  | 'the line broke';

const BY_CODE: Readonly<Record<string, WhyAway>> = {
  ECONNREFUSED: 'it cannot be reached',
  ENOTFOUND: 'it cannot be reached',
  EAI_AGAIN: 'it cannot be reached',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
  ETIMEDOUT: 'it cannot be reached',
  // Where a socket of this machine should be.
  ENOENT: 'it cannot be reached',
  ECONNRESET: 'the line broke',
  EPIPE: 'the line broke',
  // What PostgreSQL says itself before it hangs up, or instead of letting anybody in.
  '57P01': 'an administrator ended the connection',
  '57P02': 'an administrator ended the connection',
  '57P03': 'it is starting or stopping',
  '53300': 'it takes no more connections',
};

/** The driver gives these no code. */
const BY_WORDS: readonly (readonly [RegExp, WhyAway])[] = [
  [/^timeout exceeded when trying to connect/u, 'no connection came free in time'],
  [/^Connection terminated due to connection timeout/u, 'it cannot be reached'],
  [/^Connection terminated|is not queryable$/u, 'the line broke'],
];

/** What was asked of the database itself went unanswered, because it is away. */
export class DatabaseAway extends Error {
  constructor(
    readonly why: WhyAway,
    cause: unknown,
  ) {
    super(why, { cause });
  }
}

/**
 * What is asked of the database, so that it is known whose silence it was: a file that is missing and a mail server that
 * hangs up fail with the same codes.
 */
export async function asked<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (failure) {
    const why = whyAway(failure);
    throw why === null ? failure : new DatabaseAway(why, failure);
  }
}

/** Null for whatever the database said about a statement: that it lives to say. */
export function whyAway(failure: unknown): WhyAway | null {
  if (!(failure instanceof Error)) return null;
  const code = 'code' in failure && typeof failure.code === 'string' ? failure.code : '';
  return BY_CODE[code] ?? BY_WORDS.find(([words]) => words.test(failure.message))?.[1] ?? null;
}
