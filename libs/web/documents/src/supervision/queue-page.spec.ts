import { screen } from '@testing-library/dom';
import { key, opened } from '../testing/stage';
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

  it('says so when nothing waits', async () => {
    await opened('/app/reviews');
    expect(screen.getByText(/Nothing waits for you/u)).toBeTruthy();
  });
});
