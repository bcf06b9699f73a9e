import type { Change, HourPlanContent } from '@common-ground/contract';

/** Why an approved plan needs another look. */
export type HourPlanReason = 'purpose' | 'people' | 'papers' | 'rules' | 'go-round' | 'agenda' | 'length';

/** By how many minutes an entry, or the whole hour, may become longer or shorter and still be what was approved. */
export const MINUTES_EITHER_WAY = 10;

/**
 * What in an approved plan matters, by the part that changed and what happened to it, and why. What does not stand here
 * does not matter: another day or start, a name or the title of a paper written otherwise, ground rules in another order.
 */
export const WHAT_MATTERS_IN_AN_HOUR: Readonly<
  Record<string, Partial<Readonly<Record<Change['sort'], HourPlanReason>>>>
> = {
  // What they come together for.
  purpose: { added: 'purpose', removed: 'purpose', reworded: 'purpose' },
  // Who is in the room, and who leads.
  person: { added: 'people', removed: 'people' },
  role: { reworded: 'people' },
  // What lies on the table.
  paper: { added: 'papers', removed: 'papers' },
  // How they talk with each other.
  rule: { added: 'rules', removed: 'rules', reworded: 'rules' },
  // What everybody is asked aloud.
  goRound: { added: 'go-round', removed: 'go-round', reworded: 'go-round' },
  // What happens, in which order: something hard comes after something that carries it. And for how long.
  entry: { added: 'agenda', removed: 'agenda', moved: 'agenda', reworded: 'agenda', minutes: 'length' },
  minutes: { minutes: 'length' },
};

/** Why a change matters; null where it does not. */
export function whyItMatters(
  { part, sort, blockId }: Change,
  approved: HourPlanContent,
  now: HourPlanContent,
): HourPlanReason | null {
  const why = WHAT_MATTERS_IN_AN_HOUR[part ?? '']?.[sort] ?? null;
  if (why !== 'length') return why;
  const apart = Math.abs(minutesOf(approved, blockId) - minutesOf(now, blockId));
  return apart > MINUTES_EITHER_WAY ? why : null;
}

function minutesOf(content: HourPlanContent, blockId: string | null): number {
  return (content.agenda.find(({ id }) => id === blockId) ?? content).minutes;
}
