import type { DueAction, FamilySessionId, SessionPadContent } from '@common-ground/contract';
import { carriedId, carriedIds } from './carrying';

/** What was written down in an hour that has ended. */
export interface WrittenDown {
  readonly id: FamilySessionId;
  /** The day of the hour, `YYYY-MM-DD`. */
  readonly on: string;
  readonly actions: SessionPadContent['actions'];
}

/** Where the agreed actions of hours can have gone: the ids of what they can have become in a paper. */
export function placesOfActions(hours: readonly WrittenDown[]): readonly string[] {
  return agreedIn(hours).flatMap(({ hour, action }) => carriedIds(carriedId(hour.id, action.id)));
}

/**
 * The actions that were agreed on and went nowhere, the latest hour first.
 * @param inPapers the ids of what is in a paper already
 * @param onAgendas the ids of entries of other hours of the family
 */
export function dueActions(
  hours: readonly WrittenDown[],
  inPapers: readonly string[],
  onAgendas: readonly string[],
): readonly DueAction[] {
  return agreedIn(hours)
    .filter(({ hour, action }) => {
      const id = carriedId(hour.id, action.id);
      return !onAgendas.includes(id) && !carriedIds(id).some((one) => inPapers.includes(one));
    })
    .map(({ hour, action: { id, who, what, when } }) => ({
      ...{ sessionId: hour.id, agreedOn: hour.on, entryId: carriedId(hour.id, id), who, what, when },
    }));
}

function agreedIn(
  hours: readonly WrittenDown[],
): readonly { readonly hour: WrittenDown; readonly action: SessionPadContent['actions'][number] }[] {
  return hours.flatMap((hour) =>
    hour.actions.filter(({ agreed }) => agreed).map((action) => ({ hour, action })),
  );
}
