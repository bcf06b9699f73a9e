import type { Consent } from '@common-ground/contract';
import { screen } from '@testing-library/dom';
import { heading, here, opened, press } from '../testing/stage';
import { KeepFile, Problem } from '@common-ground/web/platform';
import { TestBed } from '@angular/core/testing';
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
    expect(
      screen.getByText('Dana Reyes can read 1 answer, because you sent it and they lead your sessions.'),
    ).toBeTruthy();
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

  it('hands over a copy of what I wrote, and warns where others could open it', async () => {
    const server = await opened('/me/privacy', (world) => (world.isShared = true));
    const kept = jest.spyOn(TestBed.inject(KeepFile), 'keep').mockImplementation();
    expect(screen.getByText(/If others use it too, they could open it/u)).toBeTruthy();
    await press('Get it to read or print (PDF)');
    expect(screen.getByText('Done. You find it with your downloads.')).toBeTruthy();
    await press('Get it as a data file (JSON)');
    expect(kept.mock.calls.map(([, name]) => name)).toEqual(['my-words.pdf', 'my-words.json']);
    expect(server.log).toContain('GET me/export/pdf');
  });

  it('says on the page why a copy does not come, and fetches it when asked again', async () => {
    const server = await opened('/me/privacy', () => undefined);
    const kept = jest.spyOn(TestBed.inject(KeepFile), 'keep').mockImplementation();
    server.refusals = [{ on: /me\/export/u, problem: new Problem(0, 'offline') }];
    await press('Get it to read or print (PDF)');
    expect(screen.getByRole('alert').textContent).toContain('Check your connection');
    expect(kept).not.toHaveBeenCalled();
    await press('Try again');
    expect(kept).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks for my words to be erased only after saying what goes and what stays', async () => {
    const server = await opened('/me/privacy', () => undefined);
    await press('Ask to have my words erased');
    expect(document.activeElement?.textContent).toBe('Ask to have your words erased?');
    expect(screen.getByText(/This would stay: the notes your therapist wrote/u)).toBeTruthy();
    await press('Leave my words as they are');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ask to have my words erased' }));
    expect(server.log).not.toContain('POST me/erasure');
    await press('Ask to have my words erased');
    await press('Yes, ask for it');
    expect(screen.getByText(/Your therapist has not decided yet/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Ask to have my words erased' })).toBeNull();
  });

  it('says so when there is nothing to erase', async () => {
    const server = await opened('/me/privacy', () => undefined);
    const nothing = { because: 'nothing-to-erase' };
    server.refusals = [
      { on: /POST me\/erasure/u, problem: new Problem(409, 'wrong-state', [], null, nothing) },
    ];
    await press('Ask to have my words erased');
    await press('Yes, ask for it');
    expect(screen.getByText('There is nothing to erase. No words of yours are kept here.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('lets me leave in two taps, and keeps what I wrote within reach', async () => {
    await opened('/me/privacy', (server) => {
      server.tasks = [anOpenTask({ state: 'sent', answers: [anAnswer('need', 'listen')] })];
    });
    await press('Leave this family');
    await press('Yes, leave');
    expect([here(), heading()]).toEqual(['/my-words', 'You have left']);
    expect(
      screen.getByText('Dana Reyes can read 1 answer, because you sent it and they lead your sessions.'),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Get it to read or print (PDF)' })).toBeTruthy();
    await press('Ask to have my words erased');
    await press('Yes, ask for it');
    expect(screen.getByText(/Your therapist has not decided yet/u)).toBeTruthy();
  });

  it('keeps each family apart from the others', async () => {
    await opened('/me/privacy', (server) => (server.families = ['fam', 'other']));
    expect(screen.getAllByRole('button', { name: 'Leave this family' })).toHaveLength(2);
    expect(screen.getAllByRole('heading', { level: 2, name: 'With Dana Reyes, as mother' })).toHaveLength(2);
  });

  it('tells the client how a family ends instead of offering to leave it', async () => {
    await opened('/me/privacy', (server) => (server.roles = ['client']));
    expect(screen.getByText(/To end it, talk with your therapist/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Leave this family' })).toBeNull();
  });
});
