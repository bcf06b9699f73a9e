import type { AgendaEntry, DocumentId } from '@common-ground/contract';
import { entryAgain } from './again';

const [SHEET, GONE] = ['a-sheet', 'a-paper-that-left'] as DocumentId[] as [DocumentId, DocumentId];
const EARLIER: AgendaEntry = {
  ...{ id: 'topic', title: 'One topic', minutes: 20, fixedStart: '16:30', documentIds: [SHEET, GONE] },
  reveals: [
    { documentId: SHEET, promptId: 'p1' },
    { documentId: GONE, promptId: 'p2' },
  ],
};

describe('an entry of an earlier hour, once more', () => {
  it('keeps what happens, for how long, and the papers that are still there with their questions', () => {
    expect(entryAgain(EARLIER, 'new', (paper) => paper === SHEET)).toEqual({
      ...{ id: 'new', title: 'One topic', minutes: 20, fixedStart: null, documentIds: [SHEET] },
      reveals: [{ documentId: SHEET, promptId: 'p1' }],
    });
  });

  it('asks nothing where no paper is left to ask about', () => {
    expect(entryAgain(EARLIER, 'new', () => false)).toEqual({
      ...{ id: 'new', title: 'One topic', minutes: 20, fixedStart: null, documentIds: [] },
    });
  });
});
