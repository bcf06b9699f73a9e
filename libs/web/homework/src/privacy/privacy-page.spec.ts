import type { Consent } from '@common-ground/contract';
import { screen } from '@testing-library/dom';
import { opened, press } from '../testing/stage';
import { anAnswer, anOpenTask } from '../testing/worlds';

const CONSENT = {
  id: 'c1',
  from: { id: 'maya', displayName: 'Maya' },
  to: { id: 'rosa', displayName: 'Rosa', memberId: 'm1', relation: 'mother' },
  kinds: ['worksheet'],
  documents: [],
  givenAs: 'client',
  wording: 'I let my therapist share.',
  purpose: 'So that we practise together',
  untilOn: null,
  givenAt: '2026-11-01T10:00:00.000Z',
  revokedAt: null,
  state: 'in-force',
  may: { revoke: true },
} as unknown as Consent;

describe('my privacy', () => {
  it('says in sentences who can read how much, and what is only mine', async () => {
    await opened('/me/privacy', (server) => {
      const answers = [anAnswer('need', 'listen'), anAnswer('calm', 3, { visibility: 'not-yet' })];
      server.tasks = [anOpenTask({ state: 'sent', sentAt: '2026-11-20T08:00:00Z', answers })];
    });
    expect(screen.getByText('Dana Reyes can read 1 answer.')).toBeTruthy();
    expect(screen.getByText('1 answer is only yours for now.')).toBeTruthy();
  });

  it('says that nobody reads what was not sent', async () => {
    await opened('/me/privacy', (server) => {
      server.tasks = [anOpenTask({ state: 'begun', answers: [anAnswer('need', 'listen')] })];
    });
    expect(screen.getByText('Not sent yet. Nobody but you can read your answers.')).toBeTruthy();
  });

  it('says nothing about consents to anybody who has no voice in them', async () => {
    await opened('/me/privacy', () => undefined);
    expect(screen.queryByText('Who may get pages about your care')).toBeNull();
    expect(screen.getByText('Nobody has read anything of yours yet.')).toBeTruthy();
  });

  it('lets the client take a yes back in two taps, or think again', async () => {
    const server = await opened('/me/privacy', (world) => {
      world.roles = ['client'];
      world.consents = [CONSENT];
    });
    await press('Take it back: your yes for Rosa');
    await press('Leave it as it is');
    expect(server.log).not.toContain('POST consents/c1/revoke');
    await press('Take it back: your yes for Rosa');
    await press('Yes, take it back');
    expect(server.log).toContain('POST consents/c1/revoke');
    expect(screen.getByText('Done. You took it back for Rosa.')).toBeTruthy();
    expect(screen.getByText('You have not said yes to anybody yet.')).toBeTruthy();
  });
});
