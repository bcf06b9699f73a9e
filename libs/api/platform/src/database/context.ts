import { STAFF_ROLES } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { Statement } from './one-journey';

/** Who asks, for as long as the transaction lasts. */
export function contextOf(actor: Actor): Statement {
  return {
    text: `select set_config('app.person_id', $1, true), set_config('app.practice_id', $2, true),
      set_config('app.roles', $3, true)`,
    parameters: [actor.personId, actor.practiceId, actingRoles(actor)],
  };
}

/** The roles of the staff's that somebody acts in, as PostgreSQL writes a list. */
export function actingRoles({ roles }: Actor): string {
  return `{${STAFF_ROLES.filter((role) => roles.includes(role)).join(',')}}`;
}
