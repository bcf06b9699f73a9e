import { Problem } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { heading, opened, pick, press, settled } from '../testing/stage';

const KEEP = 'Keep this choice';

describe('reminders', () => {
  it('are off until somebody says yes, and then come on every day after supper unless they choose', async () => {
    const server = await opened('/me/reminders', () => undefined);
    expect(heading()).toBe('Reminders');
    expect(screen.getByText(/It goes to r…@example\.org/u)).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: 'Sunday' })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
    await pick('Yes, when something is open');
    await settled();
    await pick('Sunday');
    fireEvent.change(screen.getByLabelText('At what time?'), { target: { value: '8' } });
    const clock = screen.getByRole('combobox', { name: 'Where is your clock?' });
    fireEvent.focusIn(clock);
    fireEvent.input(clock, { target: { value: 'New York' } });
    await settled();
    (await screen.findByRole('option', { name: /^New York/u })).click();
    await settled();
    await press(KEEP);
    expect(server.reminders.choice).toEqual({
      days: [1, 2, 3, 4, 5, 6],
      hour: 8,
      timeZone: 'America/New_York',
      whenAsked: false,
    });
    expect(screen.getByText(/^Kept\. You can change/u)).toBeTruthy();
  });

  it('are stopped in two taps, and the hour is remembered', async () => {
    const server = await opened('/me/reminders', (one) => {
      one.reminders = {
        ...one.reminders,
        choice: { days: [1], hour: 9, timeZone: 'Europe/Madrid', whenAsked: false },
        revision: 3,
      };
    });
    await pick('No, I look by myself');
    await settled();
    await press(KEEP);
    expect(server.reminders).toMatchObject({
      choice: { days: [], hour: 9, timeZone: 'Europe/Madrid' },
      revision: 4,
    });
    expect(screen.getByText('Kept. No reminders will be sent.')).toBeTruthy();
  });

  it('that a therapist may ask for are a choice of their own, with the hour they come at', async () => {
    const server = await opened('/me/reminders', () => undefined);
    expect(screen.queryByLabelText('At what time?')).toBeNull();
    const yes = screen.getByRole('checkbox', { name: 'Yes, when my therapist asks' });
    expect(yes.getAttribute('aria-describedby')).toBe('when-asked');
    await pick('Yes, when my therapist asks');
    await settled();
    fireEvent.change(screen.getByLabelText('At what time?'), { target: { value: '20' } });
    await press(KEEP);
    expect(server.reminders.choice).toMatchObject({ days: [], hour: 20, whenAsked: true });
    expect(screen.getByText(/^Kept\. You can change/u)).toBeTruthy();
    await pick('Yes, when my therapist asks');
    await press(KEEP);
    expect(server.reminders.choice).toMatchObject({ days: [], whenAsked: false });
    expect(screen.getByText('Kept. No reminders will be sent.')).toBeTruthy();
  });

  it('need a day, said at the days', async () => {
    const server = await opened('/me/reminders', (one) => {
      one.reminders = { ...one.reminders, choice: { days: [1], hour: 9, timeZone: 'UTC', whenAsked: false } };
    });
    await pick('Monday');
    await settled();
    await press(KEEP);
    expect(screen.getByRole('alert').textContent).toBe('Choose one day or more.');
    expect(server.log).not.toContain('PUT me/reminders');
  });

  it('chosen otherwise on another device are shown as they stand there, with the reason', async () => {
    const server = await opened('/me/reminders', (one) => {
      one.reminders = { ...one.reminders, choice: { days: [1], hour: 9, timeZone: 'UTC', whenAsked: false } };
    });
    server.refusals = [{ on: /^PUT me\/reminders/u, problem: new Problem(412, 'revision-stale') }];
    server.reminders = {
      ...server.reminders,
      choice: { days: [7], hour: 9, timeZone: 'UTC', whenAsked: false },
      revision: 5,
    };
    await press(KEEP);
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Sunday' }).checked).toBe(true);
  });

  it.each([
    ['where no mail leaves', { isOffered: false }, /No messages are sent from here/u],
    ['where there is no address', { address: null }, /ask your therapist/u],
  ])('say so %s, and offer nothing', async (_where, some, words) => {
    await opened('/me/reminders', (server) => {
      server.reminders = { ...server.reminders, ...some };
    });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: KEEP })).toBeNull();
  });
});
