import type { PersonId, PracticeId, Role } from '@common-ground/contract';
import type { Actor } from './judgement';

/** Somebody of one practice, by a name that stands for their id. */
export function someone(name: string, ...roles: Role[]): Actor {
  return { personId: personNamed(name), practiceId: 'lakeside' as PracticeId, roles };
}

export function personNamed(name: string): PersonId {
  return name as PersonId;
}

export const therapist = someone('Elena', 'therapist');
export const supervisor = someone('Martha', 'supervisor');
export const admin = someone('Priya', 'admin');
export const client = someone('Maya', 'client');
export const mother = someone('Rosa', 'member');
export const stranger = someone('Nobody');

/** What a judgement comes to, in one word a table can hold. */
export function verdictOf(judgement: {
  allowed: boolean;
  refused?: string;
}): 'allowed' | 'forbidden' | 'unseen' {
  if (judgement.allowed) return 'allowed';
  return judgement.refused === 'forbidden' ? 'forbidden' : 'unseen';
}
