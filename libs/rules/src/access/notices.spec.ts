import { noticeState, type NoticeFacts } from './notices';

const TODAY = '2026-11-25';
const dated = (...days: string[]): NoticeFacts[] =>
  days.map((inForceFrom, index) => ({ version: index + 1, inForceFrom }));
const states = (...days: string[]): string[] => {
  const notices = dated(...days);
  return notices.map((notice) => noticeState(notice, notices, TODAY));
};

describe('which notice families are shown', () => {
  it('shows a text from its day on', () => {
    expect(states('2026-11-24')).toEqual(['in-force']);
    expect(states('2026-11-25')).toEqual(['in-force']);
    expect(states('2026-11-26')).toEqual(['to-come']);
  });

  it('keeps showing the old text until the day of the new one', () => {
    expect(states('2026-01-01', '2026-11-26')).toEqual(['in-force', 'to-come']);
    expect(states('2026-01-01', '2026-11-25')).toEqual(['superseded', 'in-force']);
  });

  it('shows the later of two written for the same day', () => {
    expect(states('2026-11-25', '2026-11-25')).toEqual(['superseded', 'in-force']);
    expect(states('2027-01-01', '2027-01-01')).toEqual(['superseded', 'to-come']);
  });

  it('never shows a text whose place was taken before its day came', () => {
    expect(states('2027-01-01', '2026-11-25')).toEqual(['superseded', 'in-force']);
    expect(states('2027-01-01', '2026-12-01')).toEqual(['superseded', 'to-come']);
  });
});
