import type { MemberId, ReminderLine, ShareReminders } from '@common-ground/contract';
import { screen, within } from '@testing-library/dom';
import { Problem } from '@common-ground/web/platform';
import { heading, opened, press } from '../testing/stage';

const line = (name: string, some: Partial<ReminderLine> = {}): ReminderLine => ({
  member: { memberId: name.toLowerCase() as MemberId, displayName: name, relation: 'friend' },
  ...{ because: null, mailCameBack: false, last: null },
  ...some,
});

function reminders(...lines: ReminderLine[]): ShareReminders {
  return {
    isOffered: true,
    document: { id: 'doc' as ShareReminders['document']['id'], title: 'When evenings get loud' },
    family: { id: 'fam' as ShareReminders['family']['id'], name: 'The Okafor family' },
    lines,
    may: { ask: true },
  };
}

const under = (title: string): string =>
  screen.getByRole('heading', { name: title }).nextElementSibling?.textContent ?? '';

describe('asking for reminders', () => {
  it('names who is reminded and who is not before anything goes out, and asks for the named alone', async () => {
    const server = await opened('/app/shares/share/remind', (one) => {
      one.shareReminders = reminders(
        line('Rosa'),
        line('Dan', { mailCameBack: true }),
        line('Leo', { because: 'not-asked-for' }),
        line('Ida', {
          because: 'sent',
          last: { askedOn: '2026-11-20', by: 'Elena Ruiz', wentOutOn: '2026-11-21', isOnItsWay: false },
        }),
      );
    });
    expect(heading()).toBe('Remind those who are not done');
    expect(under('Will be reminded')).toMatch(/Rosa.*Dan.*last mail to this address came back/su);
    expect(under('Will not be reminded')).toMatch(
      /Leo.*Has not agreed.*Ida.*Has sent it.*Elena Ruiz on .*20.*went out on .*21/su,
    );
    await press('Remind Rosa and Dan');
    expect(server.asked).toEqual(['rosa', 'dan']);
    expect(within(screen.getByRole('status')).getByText(/^Asked\. Rosa and Dan are reminded/u)).toBeTruthy();
    expect(under('Asked for today')).toMatch(/Rosa.*goes out at the hour they chose/su);
    expect(screen.queryByRole('button', { name: /^Remind/u })).toBeNull();
  });

  it('says so where there is nobody, and where no mail leaves', async () => {
    await opened('/app/shares/share/remind', (one) => {
      one.shareReminders = reminders(line('Leo', { because: 'put-off' }));
    });
    expect(screen.getByText('There is nobody who can be reminded now.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Remind/u })).toBeNull();
  });

  it('shows what holds now when it was refused', async () => {
    const server = await opened('/app/shares/share/remind', (one) => {
      one.shareReminders = reminders(line('Rosa'));
      one.refusals = [{ on: /^POST/u, problem: new Problem(409, 'wrong-state') }];
    });
    server.shareReminders = reminders(line('Rosa', { because: 'over' }));
    await press('Remind Rosa');
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(under('Will not be reminded')).toMatch(/Rosa.*It was taken back/su);
  });
});
