import { IsIn, IsUUID, Matches, ValidateIf } from 'class-validator';
import type { DocumentState } from '../documents/document';
import { ENTRY_ID } from '../documents/entry-id';
import type { DocumentId, FamilyId, FamilySessionId } from '../ids';
import type { SessionAction } from './run';

/** What an action that was agreed on can become: a step of a plan, or homework. */
export const CARRIED_INTO = ['support-plan', 'worksheet'] as const;
export type CarriedInto = (typeof CARRIED_INTO)[number];

export class CarryAction {
  @Matches(ENTRY_ID)
  actionId!: string;

  @IsIn(CARRIED_INTO)
  into!: CarriedInto;

  /** The plan it becomes a step of; null for a new one. Homework is always new. */
  @ValidateIf((carry: CarryAction) => carry.documentId !== null)
  @IsUUID()
  documentId!: DocumentId | null;
}

export class UndoCarrying {
  @Matches(ENTRY_ID)
  actionId!: string;

  @IsUUID()
  documentId!: DocumentId;
}

/** A paper of the family that an action can go into, or has gone into. */
export interface CarryingPaper {
  readonly documentId: DocumentId;
  readonly kind: CarriedInto;
  readonly title: string;
  readonly state: DocumentState;
}

export interface CarriedAction extends Omit<SessionAction, 'agreed'> {
  readonly became: readonly (CarryingPaper & { readonly may: { readonly undo: boolean } })[];
}

/** What was agreed on in an hour, and what became of it. For the therapists alone. */
export interface CarriedActions {
  readonly id: FamilySessionId;
  readonly family: { readonly id: FamilyId; readonly name: string };
  readonly actions: readonly CarriedAction[];
  /** Plans that can take a step; one that is approved or shared becomes a draft again, and people keep what they have. */
  readonly plans: readonly CarryingPaper[];
  /** Nothing is carried on before the hour has ended. */
  readonly may: { readonly carry: boolean };
}
