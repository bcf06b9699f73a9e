import type { AgendaEntry, FamilySessionId } from '@common-ground/contract';
import { notReached, type RunState } from './moves';

/** An hour that has ended, with its agenda as it is planned now. */
export interface EndedHour {
  readonly id: FamilySessionId;
  readonly run: RunState;
  readonly agenda: readonly AgendaEntry[];
}

/**
 * The agenda of a later hour with what an earlier one did not reach, right after its first entry: people arrive before
 * they go on. Where an entry comes from stands in its id, so bringing it forward again adds nothing.
 */
export function broughtForward(ended: EndedHour, into: readonly AgendaEntry[]): readonly AgendaEntry[] {
  const brought = notReached(ended.run)
    .map(({ id, title, minutes }): AgendaEntry => {
      const planned = ended.agenda.find((entry) => entry.id === id);
      return {
        ...{ id: idAfter(ended, id), title, minutes, fixedStart: null },
        documentIds: planned?.documentIds ?? [],
        ...(planned?.reveals && { reveals: planned.reveals }),
      };
    })
    .filter(({ id }) => !into.some((entry) => entry.id === id));
  return [...into.slice(0, 1), ...brought, ...into.slice(1)];
}

/** Short, however often something is brought on, and never the id of another hour's entry. */
function idAfter({ id: hour, run }: EndedHour, id: string): string {
  const place = run.entries.findIndex((entry) => entry.id === id);
  return `from-${hour.slice(-12)}-${place + 1}`;
}
