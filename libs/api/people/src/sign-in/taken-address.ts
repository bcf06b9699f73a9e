import { Refusal } from '@common-ground/api/platform';

/** A problem at the field `email` when the database says that somebody of this practice signs in with it already. */
export function takenAddress(failure: unknown): never {
  if (failure instanceof Error && 'code' in failure && failure.code === '23505')
    throw Refusal.field('email', 'taken', 'Somebody else here signs in with this address.');
  throw failure;
}
