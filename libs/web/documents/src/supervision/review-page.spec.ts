import { TestBed } from '@angular/core/testing';
import { Announcer, HalfWritten, Problem } from '@common-ground/web/platform';
import { fireEvent, screen, within } from '@testing-library/dom';
import { again, heading, opened, pick, press, settled, type } from '../testing/stage';
import { ELENA, aComment, aReview, anAttached } from '../testing/worlds';

const AT = '/app/reviews/review-1';
/** What is only told to screen readers comes in its own time. */
const SEEN = { ignore: '[aria-live]' };

describe('judging a worksheet', () => {
  it('shows it as the family will see it, with the therapist’s note', async () => {
    await opened(AT, (server) => (server.review = aReview()));
    expect(heading()).toBe('Mornings');
    expect(screen.getByText('For Thursday.')).toBeTruthy();
    const paper = within(screen.getByRole('article', { name: 'The worksheet as the family will see it' }));
    expect(paper.getByRole('heading', { name: /What is it\?/u })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: /^Block/u })).toBeNull();
  });

  it('names what goes along and leads to it; nothing is taken off by whoever judges', async () => {
    await opened(AT, (server) => {
      const may = { ...aReview().may, takeOff: false };
      server.review = aReview({ attached: [anAttached()], notebookId: 'pair' as never, may });
    });
    const along = within(screen.getByRole('region', { name: 'Attached by Elena Ruiz' }));
    const link = along.getByRole('link', { name: 'Evenings' });
    expect(link.getAttribute('href')).toBe('/app/reviews/review-1/attached/beside');
    expect(along.queryByRole('button')).toBeNull();
    const notebook = screen.getByRole('link', { name: 'Notebook of Martha Okafor and Elena Ruiz' });
    expect(notebook.getAttribute('href')).toBe('/app/notebooks/pair');
    link.click();
    await settled();
    expect(heading()).toBe('Evenings');
    expect(screen.getByText(/^As it stood when it was sent along/u)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says who would read what is answered, and to whom that and the cast have widened', async () => {
    await opened(AT, (server) => {
      server.review = aReview({
        repliesSeenBy: [
          { ...ELENA, isNew: false },
          { id: 'jonas' as never, displayName: 'Jonas Weber', isNew: true },
        ],
        changes: [{ sort: 'audience', blockId: null, from: null, to: 'David Torres' }],
      });
    });
    expect(
      screen.getByText(/read by Elena Ruiz and Jonas Weber\..*widened to Jonas Weber since/u),
    ).toBeTruthy();
    expect(screen.getByText(/^Widened to David Torres/u)).toBeTruthy();
  });

  it('leads whoever is none of the two to no notebook', async () => {
    await opened(AT, (server) => (server.review = aReview()));
    expect(screen.queryByRole('link', { name: /^Notebook/u })).toBeNull();
    expect(screen.queryByRole('region', { name: /^Attached/u })).toBeNull();
  });

  it('lets those who sent it take off what goes along', async () => {
    await opened(AT, (one) => {
      const may = { comment: false, decide: false, reply: true, takeOff: true };
      one.review = aReview({
        attached: [anAttached(), anAttached({ documentId: 'b' as never, title: 'Money' })],
        may,
      });
    });
    await press('Take off: Evenings');
    const along = within(screen.getByRole('region', { name: 'Attached by Elena Ruiz' }));
    expect(along.getByText(/taken off/u)).toBeTruthy();
    expect(along.queryByRole('button', { name: 'Take off: Evenings' })).toBeNull();
    expect(along.getByRole('button', { name: 'Take off: Money' })).toBeTruthy();
    expect(document.activeElement?.id).toBe('attached');
  });

  it('names what goes along without a title by its kind', async () => {
    await opened(AT, (one) => {
      const may = { comment: false, decide: false, reply: true, takeOff: true };
      one.review = aReview({ attached: [anAttached({ title: '' })], may });
    });
    fireEvent.click(screen.getByRole('link', { name: 'Untitled worksheet' }));
    await settled();
    expect(document.title).toContain('Attached: Untitled worksheet');
    await again(AT);
    const said = jest.spyOn(TestBed.inject(Announcer), 'say');
    await press('Take off: Untitled worksheet');
    expect(said).toHaveBeenCalledWith('“Untitled worksheet” does not go along any more.');
  });

  it('takes the words that were sent out of an answer that was written on meanwhile, and says so', async () => {
    const may = { comment: false, decide: false, reply: true, takeOff: false };
    const server = await opened(AT, (one) => (one.review = aReview({ comments: [aComment()], may })));
    await press(/^Reply to Martha/u);
    await type(/^Reply to Martha/u, 'I meant the morning.');
    const answer = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Reply to Martha/u });
    fireEvent.click(screen.getByRole('button', { name: 'Send reply' }));
    fireEvent.input(answer, { target: { value: 'I meant the morning. And the bus.' } });
    await settled();
    expect(server.sent('POST reviews/review-1/comments')).toMatchObject({ text: 'I meant the morning.' });
    expect(answer.value).toBe('And the bus.');
    expect(screen.getByText('Your answer was sent. The words here have not been sent.', SEEN)).toBeTruthy();
    await press('Send reply');
    expect(server.sent('POST reviews/review-1/comments')).toMatchObject({ text: 'And the bus.' });
    expect(screen.queryByText(/^Your answer was sent/u, SEEN)).toBeNull();
  });

  it('sends an answer again under the same name, and other words under another', async () => {
    const may = { comment: false, decide: false, reply: true, takeOff: false };
    const server = await opened(AT, (one) => (one.review = aReview({ comments: [aComment()], may })));
    await press(/^Reply to Martha/u);
    const lost = { on: /^POST/u, problem: new Problem(0, 'offline') };
    for (const text of ['Yes.', 'Yes.', 'Not yet.']) {
      await type(/^Reply to Martha/u, text);
      server.refusals = [lost];
      await press('Send reply');
      server.refusals = [lost];
      // Also after the page was left.
      await again(AT);
      await press('Send reply');
    }
    const keys = server.log.filter(({ line }) => line.startsWith('POST')).map(({ key }) => key);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
    expect(keys[5]).toBe(keys[4]);
    expect(keys[4]).not.toBe(keys[0]);
  });

  it('calls the button that leads back to half an answer by what it says', async () => {
    const may = { comment: false, decide: false, reply: true, takeOff: false };
    const comments = [aComment(), aComment({ id: 'other' as never })];
    await opened(AT, (one) => (one.review = aReview({ comments, may })));
    const [first] = screen.getAllByRole('button', { name: /^Reply to Martha/u });
    fireEvent.click(first as HTMLElement);
    await settled();
    await type(/^Reply to Martha/u, 'I meant the');
    await press(/^Reply to Martha/u);
    const on = screen.getByRole('button', { name: 'Go on with your answer to Martha Okafor' });
    expect(on.textContent?.trim()).toBe('Go on with your answer');
  });

  it('keeps half an answer in a thread on the device until it is sent', async () => {
    const may = { comment: false, decide: false, reply: true, takeOff: false };
    const server = await opened(AT, (one) => (one.review = aReview({ comments: [aComment()], may })));
    const answer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Reply to Martha/u });
    await press(/^Reply to Martha/u);
    await type(/^Reply to Martha/u, 'I meant the');
    await again(AT);
    expect(answer().value).toBe('I meant the');
    await type(/^Reply to Martha/u, 'I meant the morning.');
    await press('Send reply');
    expect(server.sent('POST reviews/review-1/comments')).toMatchObject({ text: 'I meant the morning.' });
    server.review = aReview({ comments: [aComment()], may });
    await again(AT);
    expect(screen.queryByRole('textbox', { name: /^Reply to Martha/u })).toBeNull();
    await press(/^Reply to Martha/u);
    expect(answer().value).toBe('');
    await type(/^Reply to Martha/u, 'Never mind');
    await press('Cancel');
    await expect(TestBed.inject(HalfWritten).begun()).resolves.toEqual([]);
  });

  it('shows half an answer that nobody can send any more to its author', async () => {
    const server = await opened(AT, (one) => (one.review = aReview({ comments: [aComment()] })));
    await press(/^Reply to Martha/u);
    await type(/^Reply to Martha/u, 'Half an answer');
    const may = { comment: false, decide: false, reply: false, takeOff: false };
    const document = { ...aReview().document, state: 'approved' as const };
    server.review = aReview({ document, comments: [aComment()], state: 'decided', verdict: 'approve', may });
    await again(AT);
    const left = within(screen.getByRole('region', { name: 'Your words that were not saved' }));
    expect(left.getByText('Half an answer')).toBeTruthy();
  });

  it('keeps a comment pending at its block until the review is sent', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    await press('Comment on: What is it?');
    await press('Add comment');
    expect(screen.getByRole('alert').textContent).toContain('Write a few words first.');
    await type('Comment on: What is it?', 'Could this be gentler?');
    await press('Add comment');
    expect(server.sent('POST reviews/review-1/comments')).toEqual({
      blockId: 'what',
      quote: '',
      prefix: '',
      suffix: '',
      text: 'Could this be gentler?',
    });
    expect(screen.getByText('not sent yet')).toBeTruthy();
    expect(screen.getByText('1 comment goes along.')).toBeTruthy();
  });

  it('takes the marked words along as a quote', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    const paper = screen.getByText('Choose one problem.');
    document.getSelection()?.selectAllChildren(paper);
    await press('Comment on: Choose one problem.');
    await type('Comment on these words', 'Two, perhaps?');
    await press('Add comment');
    expect(server.sent('POST reviews/review-1/comments')).toMatchObject({ quote: 'Choose one problem.' });
  });

  it('suggests other words for the marked ones, and for all of them when none are marked', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    const words = screen.getByText('Choose one problem.').firstChild ?? document.body;
    document.getSelection()?.setBaseAndExtent(words, 7, words, 18);
    await press('Comment on: Choose one problem.');
    await type('Comment on these words', 'One is enough, but gently.');
    await press('Suggest other words');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Other words' }));
    expect((document.activeElement as HTMLTextAreaElement).value).toBe('one problem');
    await type('Other words', 'one worry');
    await press('Add comment');
    expect(server.sent('POST reviews/review-1/comments')).toEqual({
      blockId: 'intro',
      quote: 'one problem',
      prefix: expect.stringMatching(/Choose $/u) as string,
      suffix: expect.stringMatching(/^\./u) as string,
      text: 'One is enough, but gently.',
      suggestion: 'one worry',
    });
    expect(screen.getByText('one worry')).toBeTruthy();
    document.getSelection()?.removeAllRanges();
    await press('Comment on: What is it?');
    await type('Comment on: What is it?', 'Warmer.');
    await press('Suggest other words');
    await type('Other words', 'What would you like to talk about?');
    await press('Add comment');
    expect(server.sent('POST reviews/review-1/comments')).toMatchObject({
      quote: 'What is it?',
      suggestion: 'What would you like to talk about?',
    });
  });

  it('suggests nothing when the words were left as they are', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    await press('Comment on: What is it?');
    await type('Comment on: What is it?', 'Good.');
    await press('Suggest other words');
    await press('Add comment');
    expect(server.sent('POST reviews/review-1/comments')).toMatchObject({ quote: '', text: 'Good.' });
    expect(server.sent('POST reviews/review-1/comments')).not.toHaveProperty('suggestion');
  });

  it('asks for a verdict, and for a reason when changes are wanted', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    await press('Send review to Elena Ruiz');
    expect(screen.getByRole('alert').textContent).toContain('Choose what you decide');
    await pick(/^Ask for changes/u);
    await press('Ask Elena Ruiz for changes');
    expect(screen.getByRole('alert').textContent).toContain('Say in a comment or in a few words');
    expect(server.sent('POST reviews/review-1/decision')).toBeUndefined();
  });

  it('binds the approval to the version that was read', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    await pick(/^Approve/u);
    await press('Approve for Elena Ruiz');
    expect(server.sent('POST reviews/review-1/decision')).toEqual({
      verdict: 'approve',
      summary: '',
      versionHash: 'a'.repeat(64),
    });
    expect(heading()).toBe('Approved. Elena Ruiz may share it.');
  });

  it('explains a text that changed meanwhile, keeps the comments and lets it be read again', async () => {
    const server = await opened(
      AT,
      (one) => (one.review = aReview({ comments: [aComment({ state: 'pending' })] })),
    );
    server.refusals = [{ on: /decision$/u, problem: new Problem(409, 'hash-stale') }];
    await pick(/^Approve/u);
    await press('Approve for Elena Ruiz');
    expect(screen.getByRole('alert').textContent).toContain('The text has changed since you opened it');
    await press('Read the new text');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('Could this be gentler?')).toBeTruthy();
  });

  it('folds what was read, says how much that is, and keeps the cursor at the part', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    expect(screen.getByRole('status').textContent).toContain('0 of 3 parts read.');
    await press('Mark as read: What is it?');
    expect(server.sent('PUT reviews/review-1/read-marks')).toEqual({ blockId: 'what', read: true });
    expect(screen.getByRole('status').textContent).toContain('1 of 3 parts read.');
    expect(screen.queryByRole('heading', { name: /What is it\?/u })).toBeNull();
    const folded = screen.getByRole('button', { name: 'Read What is it? Show' });
    expect(document.activeElement).toBe(folded);
    expect(screen.queryByRole('button', { name: 'Comment on: What is it?' })).toBeNull();
    expect(screen.getByText(/You have marked 1 of 3 parts as read/u)).toBeTruthy();
    await press('Read What is it? Show');
    expect(screen.getByRole('heading', { name: /What is it\?/u })).toBeTruthy();
    await press('Not read after all: What is it?');
    expect(server.sent('PUT reviews/review-1/read-marks')).toEqual({ blockId: 'what', read: false });
    expect(screen.getByRole('status').textContent).toContain('0 of 3 parts read.');
    expect(screen.getByRole('heading', { name: /What is it\?/u })).toBeTruthy();
  });

  it('says at the part when a mark did not arrive', async () => {
    const server = await opened(AT, (one) => (one.review = aReview()));
    server.refusals = [{ on: /read-marks$/u, problem: new Problem(409, 'wrong-state') }];
    await press('Mark as read: What is it?');
    expect(screen.getByRole('alert').textContent).not.toBe('');
    expect(screen.getByRole('heading', { name: /What is it\?/u })).toBeTruthy();
  });

  it('keeps what is settled at its place, to be found and opened again', async () => {
    const server = await opened(AT, (one) => {
      one.review = aReview({ comments: [aComment({ may: { resolve: true, answerSuggestion: false } })] });
    });
    await press('Mark as settled: Could this be gentler?');
    expect(server.sent('PUT reviews/review-1/comments/comment-1/resolution')).toEqual({ resolved: true });
    const found = screen.getByText('1 settled comment');
    expect(document.activeElement).toBe(found);
    expect(found.closest('details')?.open).toBe(false);
    await press('Open again: Could this be gentler?');
    expect(server.sent('PUT reviews/review-1/comments/comment-1/resolution')).toEqual({ resolved: false });
    expect(document.activeElement?.textContent).toContain('Mark as settled');
    expect(screen.queryByText('1 settled comment')).toBeNull();
  });

  it('offers the newer text when this one was taken back, and never puts it in its place unasked', async () => {
    const server = await opened(AT, (one) => {
      one.review = aReview();
      one.queue = [aReview({ id: 'review-2' as never })];
    });
    const gone = { on: /decision$/u, problem: new Problem(404, 'not-found') };
    server.refusals = [gone];
    await pick(/^Approve/u);
    await press('Approve for Elena Ruiz');
    expect(server.queries.at(-1)).toEqual({
      path: 'reviews',
      query: { state: 'waiting', documentId: 'doc-1' },
    });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Elena Ruiz has taken this text back');
    expect(within(alert).getByRole('link', { name: 'Read the newer text' }).getAttribute('href')).toBe(
      '/app/reviews/review-2',
    );
    expect(heading()).toBe('Mornings');
    server.queue = [];
    server.refusals = [gone];
    await press('Approve for Elena Ruiz');
    expect(screen.getByRole('alert').textContent).toContain('It comes to you again when it is sent anew');
  });

  it('says what was decided and offers no verdict any more', async () => {
    await opened(AT, (server) => {
      server.review = aReview({
        state: 'decided',
        verdict: 'ask-for-changes',
        decidedAt: '2026-11-21T10:00:00.000Z',
        summary: 'A warm start.',
        may: { comment: false, decide: false, reply: true, takeOff: false },
      });
    });
    expect(screen.getByRole('region', { name: /Martha Okafor asked for changes/u }).textContent).toContain(
      'warm',
    );
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
