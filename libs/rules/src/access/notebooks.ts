import { allow, forbidden, holds, unseen, type Actor, type Judgement } from './judgement';

/** How the actor stands to the notebook of a pair. */
export interface NotebookFacts {
  readonly isSupervisor: boolean;
  readonly isTherapist: boolean;
  /** A supervision between the two is in force today. */
  readonly isInForce: boolean;
}

export function mayHaveNotebooks(actor: Actor): Judgement {
  return holds(actor, 'therapist') || holds(actor, 'supervisor')
    ? allow('has-supervision')
    : forbidden('has-no-supervision');
}

/**
 * The two of the pair and nobody else, also when the supervision is over: what they wrote about their work is theirs.
 * Whoever works here no more reads it no more.
 */
export function mayReadNotebook(actor: Actor, { isSupervisor, isTherapist }: NotebookFacts): Judgement {
  if (isSupervisor && holds(actor, 'supervisor')) return allow('supervises');
  if (isTherapist && holds(actor, 'therapist')) return allow('is-supervised');
  return unseen('not-of-the-pair');
}

/** While a supervision between the two is in force; a notebook that has ended is not written on by one of them alone. */
export function mayWriteNotebook(actor: Actor, facts: NotebookFacts): Judgement {
  const read = mayReadNotebook(actor, facts);
  if (!read.allowed) return read;
  return facts.isInForce ? read : forbidden('supervision-ended');
}
