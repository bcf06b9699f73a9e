import { TestBed } from '@angular/core/testing';
import { HalfWritten } from '@common-ground/web/platform';
import { screen, within } from '@testing-library/dom';
import { again, opened, pick, press, settled, type } from '../testing/stage';
import { CONTENT, aComment, aReview } from '../testing/worlds';

const AT = '/app/reviews/review-1';
const field = (name: string | RegExp) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

describe('from one round to the next', () => {
  it('opens the second round with what changed, in words that lead to their blocks', async () => {
    await opened(AT, (server) => {
      server.review = aReview({
        round: 2,
        comments: [aComment(), aComment({ id: 'old' as never, blockId: 'gone', text: 'Leave this out.' })],
        changes: [
          { sort: 'reworded', blockId: 'what', from: 'What?', to: 'What is it?' },
          { sort: 'removed', blockId: 'gone', from: 'How angry?', to: null },
        ],
      });
    });
    const changed = within(screen.getByRole('region', { name: 'What changed since you last judged it' }));
    const [reworded, removed] = changed.getAllByRole('listitem');
    expect(reworded?.textContent).toContain('Reworded from “What?” to “What is it?”.');
    expect(removed?.textContent).toContain('Removed: “How angry?”.');
    const links = changed.getAllByRole('link');
    expect(links).toHaveLength(1);
    links[0]?.click();
    expect(document.activeElement?.id).toBe('block-what');
    const gone = screen.getByRole('region', { name: 'Comments on blocks that are no longer there' });
    expect(gone.textContent).toContain('Leave this out.');
  });

  it('opens the second round of another’s with everything, and says that nothing was judged before', async () => {
    await opened(AT, (server) => (server.review = aReview({ round: 2, changes: null })));
    expect(screen.getByText(/^You have not judged an earlier version of this text/u)).toBeTruthy();
    expect(screen.queryByRole('region', { name: /^What changed/u })).toBeNull();
    expect(screen.queryByText('Nothing changed in meaning.')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Not changed/u })).toBeNull();
    expect(screen.getByRole('heading', { name: /What is it\?/u })).toBeTruthy();
  });

  it('tells nobody of earlier versions of a text that is sent for the first time', async () => {
    await opened(AT, (server) => {
      server.review = aReview({ version: { ...aReview().version, number: 1 } });
    });
    expect(screen.queryByText(/judged an earlier version/u)).toBeNull();
  });

  it('lists and folds in whatever round there is something to compare with', async () => {
    await opened(AT, (server) => {
      server.review = aReview({
        changes: [
          { sort: 'why', blockId: null, from: 'It is easier.', to: 'Small steps.' },
          { sort: 'removed', blockId: 'gone', from: 'How angry?', to: null },
        ],
      });
    });
    const changed = screen.getByRole('region', { name: 'What changed since you last judged it' });
    expect(changed.textContent).toContain('Removed: “How angry?”.');
    expect(changed.textContent).toContain('Small steps.');
    expect(screen.getByRole('button', { name: 'Not changed What is it? Show' })).toBeTruthy();
  });

  it('tells whoever wrote it what its reader was shown as changed', async () => {
    await opened(AT, (server) => {
      const may = { comment: false, decide: false, reply: true, takeOff: false };
      server.review = aReview({ changes: [], may });
    });
    const changed = screen.getByRole('region', { name: 'What changed since Martha Okafor last judged it' });
    expect(changed.textContent).toContain('Nothing changed in meaning.');
  });

  it('opens the second round on what changed, and the rest with one act', async () => {
    await opened(AT, (server) => {
      server.review = aReview({
        round: 2,
        read: ['which'],
        changes: [{ sort: 'reworded', blockId: 'what', from: 'What?', to: 'What is it?' }],
      });
    });
    const here = screen.getByRole('group', { name: 'Changed here: What is it?' });
    expect(here.textContent).toContain('Reworded from “What?” to “What is it?”.');
    expect(screen.getByRole('heading', { name: /What is it\?/u })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Not changed Choose one problem. Show' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Read Which idea first? Show' })).toBeTruthy();
    await press('Show everything');
    expect(screen.getByRole('heading', { name: /Which idea first\?/u })).toBeTruthy();
    await press('Fold again');
    expect(screen.queryByRole('heading', { name: /Which idea first\?/u })).toBeNull();
  });

  it('tells what was said before, and leads to the rounds that can be opened', async () => {
    const given = {
      name: 'Martha Okafor',
      credentials: 'LCSW',
      forName: null,
      versionHash: 'b'.repeat(64),
      version: 1,
    };
    await opened(AT, (server) => {
      server.review = aReview({
        round: 2,
        verdicts: [
          {
            ...{ ...given, verdict: 'ask-for-changes', summary: 'Softer, please.' },
            ...{ at: '2026-11-20T10:00:00.000Z', reviewId: 'review-0' as never },
          },
          {
            ...{ ...given, verdict: 'comment', summary: 'Better.' },
            ...{ at: '2026-11-21T10:00:00.000Z', reviewId: null },
          },
        ],
      });
    });
    const before = within(screen.getByRole('region', { name: 'What was said before' }));
    const [asked, commented] = before.getAllByRole('listitem');
    expect(asked?.textContent).toContain('Martha Okafor, LCSW asked for changes in version 1');
    expect(asked?.textContent).toContain('Softer, please.');
    expect(commented?.textContent).toContain('Better.');
    const links = before.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/app/reviews/review-0']);
  });

  it('says after a verdict what waits next, and never the text that was just judged', async () => {
    const next = aReview({ id: 'review-2' as never });
    await opened(AT, (server) => {
      server.review = aReview();
      server.queue = [aReview(), { ...next, document: { ...next.document, title: 'Evenings' } }];
    });
    await pick(/^Approve/u);
    await press('Approve for Elena Ruiz');
    const link = screen.getByRole('link', { name: 'Next: Evenings' });
    expect(link.getAttribute('href')).toBe('/app/reviews/review-2');
    link.click();
    await settled();
    expect(screen.getByRole('heading', { name: 'Your verdict' })).toBeTruthy();
  });

  it('says after the last verdict that nothing else waits', async () => {
    await opened(AT, (server) => {
      server.review = aReview();
      server.queue = [aReview()];
    });
    await type(/^In a few words/u, 'A thought.');
    await pick(/^Comment/u);
    await press('Send comments to Elena Ruiz');
    expect(screen.getByText(/^Nothing else waits for you/u)).toBeTruthy();
    expect(screen.getByText(/still waits for your verdict/u)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Next/u })).toBeNull();
  });

  it('keeps half a comment and half a verdict on the device until they are sent', async () => {
    const server = await opened(AT, (one) => (one.review = aReview({ read: ['what'] })));
    await press('Read What is it? Show');
    await press('Comment on: What is it?');
    await type('Comment on: What is it?', 'Could this be');
    await pick(/^Ask for changes/u);
    await type(/^In a few words/u, 'Nearly');
    await again(AT);
    expect(field('Comment on: What is it?').value).toBe('Could this be');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Ask for changes/u }).checked).toBe(true);
    expect(field(/^In a few words/u).value).toBe('Nearly');
    await press('Add comment');
    await press('Ask Elena Ruiz for changes');
    expect(server.sent('POST reviews/review-1/decision')).toMatchObject({ summary: 'Nearly' });
    server.review = aReview();
    await again(AT);
    expect(screen.queryByRole('textbox', { name: 'Comment on: What is it?' })).toBeNull();
    expect(field(/^In a few words/u).value).toBe('');
  });

  it('keeps a verdict that is being written while a comment is added or put away', async () => {
    await opened(AT, (one) => (one.review = aReview()));
    await press('Comment on: What is it?');
    await type('Comment on: What is it?', 'Could this be');
    await pick(/^Ask for changes/u);
    await type(/^In a few words/u, 'Nearly');
    await press('Add comment');
    expect(field(/^In a few words/u).value).toBe('Nearly');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Ask for changes/u }).checked).toBe(true);
  });

  it('shows words that were begun before somebody else decided, to be copied or deleted', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    await pick(/^Ask for changes/u);
    await type(/^In a few words/u, 'Nearly');
    const waits = aReview();
    server.review = {
      ...waits,
      ...{ state: 'decided', verdict: 'approve', may: { ...waits.may, decide: false } },
      document: { ...waits.document, state: 'approved' },
    };
    await again(AT);
    const left = within(screen.getByRole('region', { name: 'Your words that were not saved' }));
    expect(left.getByText('Nearly')).toBeTruthy();
    await press('Delete them from this device');
    await press('Yes, delete them');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
  });

  it('forgets a comment and a verdict whose words were all taken out again', async () => {
    await opened(AT, (one) => (one.review = aReview()));
    await press('Comment on: What is it?');
    await type('Comment on: What is it?', 'Could this be');
    await type(/^In a few words/u, 'Nearly');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toHaveLength(2);
    await type('Comment on: What is it?', '');
    await type(/^In a few words/u, ' ');
    expect(field('Comment on: What is it?').value).toBe('');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
  });

  it('forgets a verdict without a word once its review is opened and waits no longer', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    await pick(/^Ask for changes/u);
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toMatchObject([
      { key: `half-said/${aReview().document.id}/verdict`, at: AT },
    ]);
    const may = { comment: false, decide: false, reply: true, takeOff: false };
    server.review = aReview({ id: 'review-0' as never, state: 'decided', verdict: 'approve', may });
    await again('/app/reviews/review-0');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toHaveLength(1);
    server.review = aReview({ state: 'decided', verdict: 'approve', may });
    await again(AT);
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
  });

  it('forgets half a comment that was thrown away', async () => {
    await opened(AT, (one) => (one.review = aReview()));
    await press('Comment on: What is it?');
    await type('Comment on: What is it?', 'Never mind');
    await press('Cancel');
    await again(AT);
    expect(screen.queryByRole('textbox', { name: 'Comment on: What is it?' })).toBeNull();
  });

  it('folds nothing for whoever does not judge it', async () => {
    await opened(AT, (server) => {
      const may = { comment: false, decide: false, reply: true, takeOff: false };
      server.review = aReview({ round: 2, read: ['what'], may });
    });
    expect(screen.getByRole('heading', { name: /What is it\?/u })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Mark as read/u })).toBeNull();
  });

  it('says when the words a comment was about are no longer there', async () => {
    await opened(AT, (server) => {
      const standing = aComment({ blockId: 'intro', quote: 'one problem' });
      const gone = aComment({ id: 'gone' as never, quote: 'Why on earth', text: 'Too sharp.' });
      server.review = aReview({ round: 2, comments: [standing, gone] });
    });
    const [one, other] = screen.getAllByRole('group', { name: 'Comment by Martha Okafor' });
    expect(one?.textContent).not.toContain('no longer there');
    expect(other?.textContent).toContain('The words this was about are no longer there:');
    expect(other?.textContent).toContain('Why on earth');
  });

  it('does not miss the words that a suggestion took the place of', async () => {
    await opened(AT, (server) => {
      const suggestion = { words: 'What would you like to talk about?', answer: 'taken' as const };
      const taken = aComment({ quote: 'Why on earth', text: 'Softer?', suggestion });
      server.review = aReview({ round: 2, comments: [taken] });
    });
    const thread = screen.getByRole('group', { name: 'Comment by Martha Okafor' });
    expect(thread.textContent).not.toContain('no longer there');
    expect(thread.textContent).toContain('It was about these words:');
    expect(screen.getByText('No comment goes along.')).toBeTruthy();
  });

  it('calls a part by its first words, and shows that they go on', async () => {
    await opened(AT, (server) => {
      const { version } = aReview();
      const [first, ...others] = CONTENT.blocks;
      const blocks = [{ ...first, text: 'a'.repeat(100) }, ...others] as typeof CONTENT.blocks;
      server.review = aReview({ version: { ...version, content: { ...CONTENT, blocks } } });
    });
    expect(screen.getByRole('button', { name: `Mark as read: ${'a'.repeat(80)}…` })).toBeTruthy();
  });
});
