import {
  isPastReminding,
  mayBeRemindedOf,
  whyNotReminded,
  type RemindableFacts,
  type ReminderFacts,
} from './reminding';

const WAITS: ReminderFacts = {
  standing: 'waits',
  isReachable: true,
  wantsWhenAsked: true,
  wasAskedToday: false,
};

describe('a therapist who asks for reminders', () => {
  it('gets those reminded whose homework waits, who can be reached and who agreed', () => {
    expect(whyNotReminded(false, WAITS)).toBeNull();
  });

  it.each<[string, Partial<ReminderFacts>, string]>([
    ['has sent it', { standing: 'sent' }, 'sent'],
    ['gets it later', { standing: 'to-come' }, 'to-come'],
    ['put it off', { standing: 'put-off' }, 'put-off'],
    ['may not open it now', { standing: 'closed' }, 'not-open'],
    ['has no address that is safe', { isReachable: false }, 'no-safe-contact'],
    ['did not agree to it', { wantsWhenAsked: false }, 'not-asked-for'],
    ['was asked for today', { wasAskedToday: true }, 'asked-today'],
  ])('gets nobody reminded who %s', (_who, facts, because) => {
    expect(whyNotReminded(false, { ...WAITS, ...facts })).toBe(because);
  });

  it('is told nothing of a choice where there is nothing to be reminded of, or no way there', () => {
    for (const facts of [{ standing: 'closed' }, { standing: 'sent' }, { isReachable: false }] as const) {
      const told = [true, false].map((wantsWhenAsked) =>
        whyNotReminded(false, { ...WAITS, ...facts, wantsWhenAsked }),
      );
      expect(told[0]).toBe(told[1]);
    }
  });

  it('gets nobody reminded of what was taken back, stopped, is over, has not opened, or is followed day by day', () => {
    const stands: RemindableFacts = {
      ...{ kind: 'worksheet', revokedAt: null, stoppedAt: null, isOver: false, hasOpened: true },
    };
    expect(mayBeRemindedOf(stands)).toBe(true);
    expect(isPastReminding(stands)).toBe(false);
    for (const past of [
      { revokedAt: '2026-11-29' },
      { stoppedAt: '2026-11-29' },
      { isOver: true },
      { kind: 'boundary-plan' },
    ] as const) {
      expect(mayBeRemindedOf({ ...stands, ...past })).toBe(false);
      expect(isPastReminding({ ...stands, ...past })).toBe(true);
    }
    expect(mayBeRemindedOf({ ...stands, hasOpened: false })).toBe(false);
    expect(whyNotReminded(true, WAITS)).toBe('over');
  });
});
