import type { MemberState, Relation } from '@common-ground/contract';
import { allow, forbidden, unseen, type Judgement } from './judgement';

export interface OwnPlace {
  readonly state: MemberState;
  readonly relation: Relation;
}

/**
 * Leaving is for the person themself, and nobody can keep them. Without the client there is no family, so the client
 * ends it together with the therapist.
 */
export function mayLeave(place: OwnPlace | null, onCaseload: boolean): Judgement {
  if (place === null || place.state === 'invited' || place.state === 'removed')
    return onCaseload ? forbidden('no-place-of-their-own') : unseen('not-in-family');
  return place.relation === 'client' ? forbidden('is-client') : allow('own-place');
}
