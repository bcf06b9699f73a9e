import { DOCUMENT_STATES, type DocumentState } from '@common-ground/contract';
import { canMove, canReopen, DOCUMENT_MOVES, isWritable, versionToShare } from './states';

describe('the life of a document', () => {
  const moves: Record<DocumentState, string> = {
    draft: 'submitted shared',
    submitted: 'draft returned approved',
    returned: 'draft submitted shared',
    approved: 'draft shared',
    shared: 'draft shared',
  };

  it.each(Object.entries(moves))('from %s it goes to: %s', (from, to) => {
    const open = DOCUMENT_STATES.filter((state) => canMove(from as DocumentState, state));
    expect(open.join(' ')).toBe(to);
  });

  it('no document is approved without having been submitted', () => {
    expect(DOCUMENT_STATES.filter((from) => canMove(from, 'approved'))).toEqual(['submitted']);
  });

  it('nobody writes in what is judged, approved or in use', () => {
    expect(DOCUMENT_STATES.filter(isWritable)).toEqual(['draft', 'returned']);
  });

  it('whatever cannot be written in can be reopened, and reopening leads to a draft', () => {
    for (const state of DOCUMENT_STATES) {
      expect(canReopen(state)).toBe(!isWritable(state));
      if (canReopen(state)) expect(DOCUMENT_MOVES[state]).toContain('draft');
    }
  });
});

describe('the version that would be given', () => {
  const latest = { number: 3, hash: 'as-it-was' };

  it('is the first, where there is none', () => {
    for (const state of DOCUMENT_STATES) expect(versionToShare(state, 'new', null)).toBe(1);
  });

  it('is the next, where a draft has changed that can be written in', () => {
    for (const state of DOCUMENT_STATES)
      expect([state, versionToShare(state, 'new', latest)]).toEqual([state, isWritable(state) ? 4 : 3]);
  });

  it('is the latest, where nothing has', () => {
    for (const state of DOCUMENT_STATES) expect(versionToShare(state, latest.hash, latest)).toBe(3);
  });
});
