import type { PersonId, PracticeId } from '@common-ground/contract';

/** One person of one practice, before or after signing in. */
export interface Whose {
  readonly practiceId: PracticeId;
  readonly personId: PersonId;
}

/** Both ids as one text, for everything that is sealed or made for one person alone. */
export function ownerOf({ practiceId, personId }: Whose): string {
  return `${practiceId} ${personId}`;
}
