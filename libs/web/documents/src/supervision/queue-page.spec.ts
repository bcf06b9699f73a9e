import { Problem } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { again, here, key, opened, pick, press, settled } from '../testing/stage';
import { aReview } from '../testing/worlds';

describe('the queue', () => {
  it('says what waits in sentences, and walks through it with j and k', async () => {
    await opened('/app/reviews', (server) => {
      server.queue = [aReview(), aReview({ id: 'review-2' as never, round: 2 })];
    });
    const links = screen.getAllByRole('link', { name: 'Mornings' });
    expect(screen.getAllByText(/Worksheet from Elena Ruiz for Torres family/u)).toHaveLength(2);
    await key('j');
    expect(document.activeElement).toBe(links[0]);
    await key('j');
    expect(document.activeElement).toBe(links[1]);
    await key('k');
    expect(document.activeElement).toBe(links[0]);
    expect(links[0]?.getAttribute('href')).toBe('/app/reviews/review-1');
  });

  it('says nothing of keys to walk with where one thing waits', async () => {
    const server = await opened('/app/reviews', (one) => {
      one.queue = [aReview(), aReview({ id: 'review-2' as never })];
    });
    const keys = () => screen.queryByText(/j and k walk through the list/u);
    expect(keys()).not.toBeNull();
    server.queue = [aReview()];
    await again('/app/reviews');
    expect(screen.getByRole('link', { name: 'Mornings' })).toBeTruthy();
    expect(keys()).toBeNull();
  });

  it('says so when nothing waits', async () => {
    await opened('/app/reviews');
    expect(screen.getByText(/Nothing waits for you/u)).toBeTruthy();
  });

  it('shows comments that can be sent no more to whoever wrote them, until they are thrown away', async () => {
    const server = await opened('/app/reviews', (one) => {
      const at = '2026-11-20T10:00:00.000Z';
      const earlier = { id: 'early' as never, text: 'A first thought', suggestion: null, at };
      one.unsent = [{ id: 'late' as never, text: 'Too late', suggestion: 'Softer', at }, earlier];
    });
    const left = () => screen.queryByRole('region', { name: 'Comments you did not send' });
    expect(left()?.textContent).toContain('Too late\nSofter');
    server.refusals = [{ on: /discard/u, problem: new Problem(0, 'offline') }];
    const throwFirst = async (): Promise<void> => {
      fireEvent.click(screen.getAllByRole('button', { name: 'Throw it away' })[0] as HTMLElement);
      await settled();
    };
    await throwFirst();
    expect(document.activeElement?.textContent?.trim()).toBe('Keep it');
    expect(server.unsent).toHaveLength(2);
    await press('Yes, throw it away');
    expect(left()?.textContent).toContain('Too late');
    expect(screen.getByRole('alert')).toBeTruthy();
    await throwFirst();
    await press('Yes, throw it away');
    expect(server.sent('POST me/unsent-comments/discard')).toEqual({ ids: ['late'] });
    expect(left()?.textContent).not.toContain('Too late');
    expect(left()?.textContent).toContain('A first thought');
    expect(server.unsent.map(({ id }) => id)).toEqual(['early']);
  });

  it('says for which hour a text is, and what is risky about it', async () => {
    await opened('/app/reviews', (server) => {
      const hour = { startsAt: '2026-12-03T13:00:00.000Z', timeZone: 'Europe/Madrid' };
      server.queue = [aReview({ risks: ['sets-limits', 'several-people'], hour })];
    });
    expect(screen.getByText('For the session on Thursday, December 3 at 2:00 PM.')).toBeTruthy();
    expect(screen.getByText('It sets a limit.')).toBeTruthy();
    expect(screen.getByText('More than one person gets it.')).toBeTruthy();
    expect(screen.getByText(/What a family session needs stands first/u)).toBeTruthy();
  });

  it('is narrowed in the address, and shows everything again with one act', async () => {
    const server = await opened('/app/reviews?risky=yes&kind=worksheet');
    const asked = (): unknown => server.queries.findLast(({ path }) => path === 'reviews')?.query;
    expect(asked()).toMatchObject({ side: 'to-judge', risky: 'yes', kind: 'worksheet' });
    expect(screen.getByText('Nothing that waits for you is like this.')).toBeTruthy();
    await press('Show everything');
    expect(asked()).toMatchObject({ risky: undefined, kind: undefined });
    expect(screen.getByText(/Nothing waits for you/u)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('leaves the cursor where it is while something else is looked for', async () => {
    await opened('/app/reviews', (server) => {
      server.queue = [aReview(), aReview({ id: 'review-2' as never })];
    });
    const risky = screen.getByRole('checkbox', { name: 'Only with something to look at closely' });
    const said = screen.getAllByRole('status')[0];
    risky.focus();
    await pick('Only with something to look at closely');
    expect(here()).toBe('/app/reviews?risky=yes');
    expect(document.activeElement).toBe(risky);
    expect(screen.getByText('2 wait like this.')).toBeTruthy();
    expect(said?.isConnected).toBe(true);
  });

  it('leads back from an address that nothing answers to', async () => {
    await opened('/app/reviews?kind=poem', (server) => {
      server.refusals = [{ on: /^GET reviews$/u, problem: new Problem(422, 'invalid') }];
      server.queue = [aReview()];
    });
    expect(screen.getByRole('combobox', { name: 'Kind' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Mornings' })).toBeNull();
    await press('Show everything');
    expect(screen.getByRole('link', { name: 'Mornings' })).toBeTruthy();
  });

  it('keeps letters for choosing where one chooses', async () => {
    await opened('/app/reviews', (server) => {
      server.queue = [aReview(), aReview({ id: 'review-2' as never })];
    });
    const kind = screen.getByRole('combobox', { name: 'Kind' });
    kind.focus();
    await key('j');
    expect(document.activeElement).toBe(kind);
  });
});
