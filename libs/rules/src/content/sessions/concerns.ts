import type { SessionPlan, StaysAway } from '@common-ground/contract';
import { agendaTimes, minutesOver } from './agenda';

/** What a look at a plan has to say; all of it is advice. */
export type SessionConcern =
  | { readonly code: 'no-purpose' | 'no-lead' | 'no-recorder' | 'nobody-of-the-family' }
  | { readonly code: 'over'; readonly minutes: number }
  | { readonly code: 'late'; readonly entryId: string; readonly minutes: number }
  | { readonly code: 'before-hour'; readonly entryId: string }
  | { readonly code: StaysAway; readonly personId: string };

/** @param away who of the family should not be asked, and why */
export function sessionConcerns(
  plan: SessionPlan,
  away: ReadonlyMap<string, StaysAway>,
): readonly SessionConcern[] {
  const has = (...roles: string[]): boolean => plan.people.some(({ role }) => roles.includes(role));
  const over = minutesOver(plan);
  return [
    ...plan.people.flatMap(({ side, id }): SessionConcern[] => {
      const code = side === 'family' ? away.get(id) : undefined;
      return code === undefined ? [] : [{ code, personId: id }];
    }),
    ...(plan.purpose.trim() === '' ? [{ code: 'no-purpose' } as const] : []),
    ...(has('lead', 'co-lead') ? [] : [{ code: 'no-lead' } as const]),
    ...(has('recorder') ? [] : [{ code: 'no-recorder' } as const]),
    ...(plan.people.some(({ side }) => side === 'family') ? [] : [{ code: 'nobody-of-the-family' } as const]),
    ...(over > 0 ? [{ code: 'over', minutes: over } as const] : []),
    ...agendaTimes(plan)
      .filter(({ late }) => late > 0)
      .map(({ id, late, isBeforeHour }): SessionConcern =>
        isBeforeHour ? { code: 'before-hour', entryId: id } : { code: 'late', entryId: id, minutes: late },
      ),
  ];
}
