import { IsUUID } from 'class-validator';
import type { PersonId } from '../ids';
import type { PersonName } from './people';

/** A therapist with a family on their caseload. One of them leads. */
export interface FamilyTherapist extends PersonName {
  readonly leads: boolean;
  readonly since: string;
  readonly may: { readonly handOver: boolean; readonly end: boolean };
}

/** The therapists of a family, and the colleagues who could join them. */
export interface FamilyTherapists {
  readonly items: readonly FamilyTherapist[];
  readonly colleagues: readonly PersonName[];
  readonly may: { readonly add: boolean };
}

export class NewTherapist {
  @IsUUID()
  personId!: PersonId;
}
