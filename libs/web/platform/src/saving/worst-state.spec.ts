import type { SaveState } from './outcome';
import { worstOf } from './worst-state';

const early: SaveState = { word: 'saved', savedAt: '2026-11-22T10:00:00.000Z' };
const late: SaveState = { word: 'saved', savedAt: '2026-11-22T10:05:00.000Z' };

describe('one save word for a whole homework', () => {
  it('says saved, with the latest time, only when every answer is', () => {
    expect(worstOf([late, early, { word: 'saved', savedAt: null }])).toEqual(late);
  });

  it('says what worries most as soon as one answer is not saved', () => {
    expect(worstOf([late, { word: 'saving', savedAt: null }]).word).toBe('saving');
    expect(
      worstOf([
        { word: 'saving', savedAt: null },
        { word: 'not-saved-trying', savedAt: null },
      ]).word,
    ).toBe('not-saved-trying');
    expect(worstOf([{ word: 'offline', savedAt: null }, late]).word).toBe('offline');
  });

  it('says that all is kept on the device only where nothing is worse off, or on its way there', () => {
    const offline: SaveState = { word: 'offline', savedAt: null };
    expect(worstOf([offline, { word: 'not-saved-trying', savedAt: null }]).word).toBe('not-saved-trying');
    expect(worstOf([offline, { word: 'saving', savedAt: null }]).word).toBe('saving');
  });

  it('says nothing was saved yet when nothing was touched', () => {
    expect(worstOf([])).toEqual({ word: 'saved', savedAt: null });
  });
});
