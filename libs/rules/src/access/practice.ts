import { allow, forbidden, holds, type Actor, type Judgement } from './judgement';

/** Practice admins see who works here; no clinical content ever comes this way. */
export function mayAdministerPractice(actor: Actor): Judgement {
  return holds(actor, 'admin') ? allow('is-admin') : forbidden('not-an-admin');
}

export function mayReadToday(actor: Actor): Judgement {
  return holds(actor, 'therapist') || holds(actor, 'supervisor') ? allow('is-staff') : forbidden('not-staff');
}

export function mayReadReviewQueue(actor: Actor): Judgement {
  return holds(actor, 'supervisor') || holds(actor, 'therapist') ? allow('is-staff') : forbidden('not-staff');
}
