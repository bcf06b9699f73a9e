import type { AgendaEntry, DocumentId, FamilySessionId } from '@common-ground/contract';
import { broughtForward, type EndedHour } from './forward';
import { after, beginning, end, leaveOut, next, type RunState } from './moves';

const AFTER_A_MINUTE = { entry: 60, speaking: 60 };
const PAPER = 'a-paper' as DocumentId;
const entry = (id: string, documentIds: DocumentId[] = []): AgendaEntry => ({
  ...{ id, title: `What is done for ${id}`, minutes: 10 },
  ...{ fixedStart: id === 'entry-2' ? '16:10' : null, documentIds },
});
const AGENDA = [entry('entry-1'), entry('entry-2', [PAPER]), entry('entry-3'), entry('entry-4')];
const parkedAndStopped = (): RunState => {
  const begun = beginning(AGENDA);
  const second = after(begun, next(begun), AFTER_A_MINUTE);
  const third = after(second, leaveOut(second, 'parked'), AFTER_A_MINUTE);
  return after(third, end(third, 'stopped'), AFTER_A_MINUTE);
};
const ENDED: EndedHour = {
  id: '01900000-0000-7000-8000-00000000beef' as FamilySessionId,
  run: parkedAndStopped(),
  agenda: AGENDA,
};
const ids = (agenda: readonly AgendaEntry[]): string[] => agenda.map(({ id }) => id);

describe('what an hour did not reach', () => {
  it('comes right after the beginning of the next plan, in its order, with its papers and at no fixed time', () => {
    const agenda = broughtForward(ENDED, [entry('entry-1'), entry('entry-2')]);
    expect(ids(agenda)).toEqual(['entry-1', 'from-00000000beef-2', 'from-00000000beef-4', 'entry-2']);
    expect(agenda[1]).toEqual({
      ...{ id: 'from-00000000beef-2', title: 'What is done for entry-2', minutes: 10 },
      ...{ fixedStart: null, documentIds: [PAPER] },
    });
  });

  it('is all there is in a plan without an agenda', () => {
    expect(ids(broughtForward(ENDED, []))).toEqual(['from-00000000beef-2', 'from-00000000beef-4']);
  });

  it('is there once, however often it is brought forward', () => {
    const once = broughtForward(ENDED, [entry('entry-1')]);
    expect(broughtForward(ENDED, once)).toEqual(once);
  });

  it('comes without papers when it is not planned any more', () => {
    expect(broughtForward({ ...ENDED, agenda: [] }, []).map(({ documentIds }) => documentIds)).toEqual([
      [],
      [],
    ]);
  });
});
