import { screen } from '@testing-library/dom';
import { opened, press } from '../testing/stage';

describe('the versions of a document', () => {
  it('says what changed from one to the next, and unfolds a version to be read', async () => {
    await opened('/app/docs/doc-1/history');
    expect(screen.getAllByText(/^Version \d, “Mornings”, written by Elena Ruiz/u)).toHaveLength(2);
    await press('What changed from version 1 to 2');
    expect(screen.getByText('Added: “What is it?”.')).toBeTruthy();
    await press('Read version 1');
    expect(screen.getByRole('article', { name: 'Mornings' }).textContent).toContain('Choose one problem.');
    expect(screen.getByRole('button', { name: 'Read version 1' }).getAttribute('aria-expanded')).toBe('true');
  });
});
