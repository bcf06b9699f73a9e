import type { PersonId, PracticeId, Role } from '@common-ground/contract';

/** Who asks. Always the first argument of a rule. */
export interface Actor {
  readonly personId: PersonId;
  readonly practiceId: PracticeId;
  readonly roles: readonly Role[];
}

/**
 * `unseen`: to this actor the thing does not exist. `forbidden`: they may know of it, but not do this.
 * `because` names the rule that decided, for the audit row.
 */
export type Judgement =
  | { readonly allowed: true; readonly because: string }
  | { readonly allowed: false; readonly refused: 'unseen' | 'forbidden'; readonly because: string };

export const allow = (because: string): Judgement => ({ allowed: true, because });
export const unseen = (because: string): Judgement => ({ allowed: false, refused: 'unseen', because });
export const forbidden = (because: string): Judgement => ({ allowed: false, refused: 'forbidden', because });

export function holds(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role);
}

const STAFF_ROLES: readonly Role[] = ['therapist', 'supervisor', 'admin'];

export function isStaff(actor: Actor): boolean {
  return STAFF_ROLES.some((role) => holds(actor, role));
}
