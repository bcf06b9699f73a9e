import { BLOCK_KINDS } from '@common-ground/contract';
import { TestBed } from '@angular/core/testing';
import { blocksOf } from '@common-ground/rules/content';
import { Problem, Session } from '@common-ground/web/platform';
import { fireEvent, screen, waitFor, within } from '@testing-library/dom';
import { focused, heading, key, opened, pick, press, settled, type } from '../testing/stage';
import { CONTENT, MARTHA, aComment, aDocument, aReview, anApprovedDocument } from '../testing/worlds';

const AT = '/app/docs/doc-1';
const MAY_REOPEN = { edit: false, submit: false, reopen: true, share: false, print: true };
const texts = () =>
  screen
    .getAllByRole<HTMLTextAreaElement>('textbox', { name: /^Block \d+, (guidance|question|section)/u })
    .map(({ value }) => value);
const field = (name: string | RegExp) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const saved = () => waitFor(() => screen.getByText(/^Saved /u), { timeout: 4_000 });

beforeEach(() => sessionStorage.clear());

describe('writing a worksheet', () => {
  it('says who can see a draft: all who lead its family, or its author alone', async () => {
    await opened(AT, (server) => (server.document = aDocument()));
    expect(screen.getByText('Only the therapists of this family can see it.')).toBeTruthy();
  });

  it('says so of a draft that is for no family', async () => {
    await opened(AT, (server) => (server.document = aDocument({ family: null })));
    expect(screen.getByText('Only you can see it.')).toBeTruthy();
  });

  it('starts with the cursor in the title, and Enter makes the first block', async () => {
    await opened(
      AT,
      (server) => (server.document = aDocument({ title: '', content: { ...CONTENT, blocks: [] } })),
    );
    expect(focused()).toBe('Title of the worksheet');
    await key('Enter');
    expect(focused()).toBe('Block 1, guidance');
  });

  it('offers every kind of block behind "/" and behind a visible Add', async () => {
    await opened(AT, (server) => (server.document = aDocument({ content: { ...CONTENT, blocks: [] } })));
    await key('Enter');
    await key('/');
    const names = screen.getAllByRole('menuitem').map(({ textContent }) => textContent?.trim());
    expect(names).toHaveLength(BLOCK_KINDS.length);
    fireEvent.click(screen.getByRole('menuitem', { name: /Scale from 0 to 10/u }));
    await settled();
    expect(focused()).toBe('Block 1, question, Scale from 0 to 10');
    expect(screen.getByRole('textbox', { name: /10 means/u })).toBeTruthy();
    await press('Add');
    expect(screen.getAllByRole('menuitem')).toHaveLength(BLOCK_KINDS.length);
  });

  it('moves a block with the keyboard, says where it went and leaves the cursor in it', async () => {
    await opened(AT);
    field('Block 2, question, Short answer').focus();
    await key('ArrowUp', { altKey: true, shiftKey: true });
    expect(texts()).toEqual(['What is it?', 'Choose one problem.', 'Which idea first?']);
    expect(focused()).toBe('Block 1, question, Short answer');
    await waitFor(() => screen.getByText('What is it? moved to 1 of 3'));
  });

  it('moves, duplicates and deletes from the menu of a block', async () => {
    await opened(AT);
    await press(/^Block 3, Which idea first/u);
    fireEvent.click(screen.getByRole('menuitem', { name: /Move up/u }));
    await settled();
    expect(texts()[1]).toBe('Which idea first?');
    await press(/^Block 2, Which idea first/u);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Duplicate' }));
    await settled();
    expect(texts()).toHaveLength(4);
    await press(/^Block 1, Choose one problem/u);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await settled();
    expect(texts()).toEqual(['Which idea first?', 'Which idea first?', 'What is it?']);
  });

  it('makes several choices of several pasted lines', async () => {
    await opened(AT);
    const first = field('Block 3, choice 1');
    first.setSelectionRange(first.value.length, first.value.length);
    const clipboardData = { getData: () => '- outside\n- Music\n- A call' };
    fireEvent.paste(first, { clipboardData });
    await settled();
    const choices = screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Block 3, choice/u });
    expect(choices.map(({ value }) => value)).toEqual(['A walkoutside', 'Music', 'A call', 'Tea']);
  });

  it('undoes and redoes everything, the title too, with keys and buttons', async () => {
    await opened(AT);
    await type('Title of the worksheet', 'Evenings');
    await press(/^Block 1/u);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await settled();
    await key('z', { ctrlKey: true });
    expect(texts()).toHaveLength(3);
    await key('z', { ctrlKey: true });
    expect(field('Title of the worksheet').value).toBe('Mornings');
    await key('Z', { ctrlKey: true, shiftKey: true });
    await press('Redo');
    expect(field('Title of the worksheet').value).toBe('Evenings');
    expect(texts()).toHaveLength(2);
  });

  it('still knows how to undo after a reload, and forgets it at sign-out', async () => {
    const server = await opened(AT);
    await type('Title of the worksheet', 'Evenings');
    await saved();
    window.dispatchEvent(new Event('pagehide'));
    TestBed.resetTestingModule();
    await opened(AT, (again) => (again.document = server.document));
    await press('Undo');
    expect(field('Title of the worksheet').value).toBe('Mornings');
    window.dispatchEvent(new Event('pagehide'));
    await TestBed.inject(Session).signOut(true);
    await settled();
    expect(Object.keys(sessionStorage).filter((name) => name.startsWith('cg.undo'))).toEqual([]);
  });

  it('says Saving… and then Saved, and sends the whole text with its revision', async () => {
    const server = await opened(AT);
    await type('Title of the worksheet', 'Evenings');
    expect(screen.getByText('Saving…')).toBeTruthy();
    await saved();
    expect(server.document).toMatchObject({ title: 'Evenings', revision: 2, content: CONTENT });
  });

  it('goes on trying when the server does not answer well, and says so', async () => {
    const server = await opened(AT);
    server.refusals = [{ on: /^PUT/u, problem: new Problem(503, 'not-ready') }];
    await type('Title of the worksheet', 'Evenings');
    await waitFor(() => screen.getByText('Not saved – trying again'), { timeout: 3_000 });
    await saved();
    expect(server.document.title).toBe('Evenings');
  });

  it('brings two texts together when they do not collide', async () => {
    const server = await opened(AT);
    server.writtenElsewhere((text) => ({ ...text, title: 'Theirs' }));
    await type(/^Block 1, guidance/u, 'Mine');
    await waitFor(() => screen.getByText(/Changes from another screen were added/u), { timeout: 3_000 });
    await waitFor(() => expect(server.document.title).toBe('Theirs'));
    await waitFor(() => expect(blocksOf(server.document.content)[0]).toMatchObject({ text: 'Mine' }));
  });

  it('shows both texts of a block that was written twice, and keeps both when asked to', async () => {
    const server = await opened(AT);
    const [, second, third] = CONTENT.blocks;
    const theirs = { kind: 'guidance', id: 'intro', text: 'Theirs' } as const;
    server.writtenElsewhere((text) => ({
      ...text,
      content: { ...CONTENT, blocks: [theirs, second, third].flatMap((block) => block ?? []) },
    }));
    await type(/^Block 1, guidance/u, 'Mine');
    const both = await waitFor(() => screen.getByRole('group', { name: 'Guidance' }), { timeout: 3_000 });
    expect(within(both).getByText('Mine')).toBeTruthy();
    expect(within(both).getByText('Theirs')).toBeTruthy();
    await press('Go on with these texts');
    expect(screen.getByRole('alert').textContent).toContain('Choose for each place');
    await pick('Keep both');
    await press('Go on with these texts');
    expect(texts().slice(0, 2)).toEqual(['Mine', 'Theirs']);
    await waitFor(() => expect(blocksOf(server.document.content)).toHaveLength(4), { timeout: 3_000 });
  });

  it('names the place of what the server will not take, keeps the words, and saves what is written next', async () => {
    const server = await opened(AT);
    const fault = { path: 'content.blocks.1.question', code: 'maxLength', message: '' };
    const refused = { on: /^PUT/u, problem: new Problem(422, 'invalid', [fault]) };
    server.refusals = [refused];
    await type('Title of the worksheet', 'Evenings');
    const told = await waitFor(() => screen.getByText('It is about “Short answer”, number 2.'), {
      timeout: 3_000,
    });
    expect(told.closest('[role=alert]')?.textContent).toContain('Your words are kept on this page.');
    expect(screen.queryByRole('button', { name: 'Open it again' })).toBeNull();
    await type('Title of the worksheet', 'Evenings at home');
    await saved();
    expect(server.document.title).toBe('Evenings at home');
    expect(screen.queryByText(/^It is about/u)).toBeNull();
  });

  it('gives advice at its block, but not to somebody who is still writing there', async () => {
    const blocks = [{ kind: 'short-answer', id: 'q', question: '', help: '', optional: false }] as const;
    await opened(AT, (server) => (server.document = aDocument({ content: { ...CONTENT, blocks } })));
    await waitFor(() => screen.getByText(/This question has no words yet/u), { timeout: 3_000 });
    field('Block 1, question, Short answer').focus();
    await settled();
    expect(screen.queryByText(/This question has no words yet/u)).toBeNull();
  });

  it('keeps every field where it is while one of them is written in', async () => {
    await opened(AT);
    const before = screen.getAllByRole('textbox');
    await type(/^Block 1, guidance/u, 'Other words');
    expect(screen.getAllByRole('textbox')).toEqual(before);
  });
});

describe('a colleague who writes the same draft', () => {
  const AT_WORK = 'Martha Okafor is editing this block';
  const focus = async (name: string): Promise<void> => {
    field(name).focus();
    await settled();
  };

  beforeEach(() => jest.spyOn(document, 'hasFocus').mockReturnValue(true));
  afterEach(() => jest.restoreAllMocks());

  it('is named below the block they are in, and learns in which one the cursor is here', async () => {
    const server = await opened(AT, (before) => (before.atWork = [{ person: MARTHA, blockId: 'what' }]));
    const there = screen.getByText(AT_WORK);
    expect(there.closest('li')?.id).toBe('block-what');
    await focus('Block 1, guidance');
    expect(server.sent('POST documents/doc-1/at-work')).toEqual({ blockId: 'intro' });
    expect(field('Block 2, question, Short answer').disabled).toBe(false);
    server.atWork = [];
    await focus('Block 2, question, Short answer');
    expect(screen.queryByText(AT_WORK)).toBeNull();
  });

  it('is spoken of once to whoever writes in the same block', async () => {
    const server = await opened(AT);
    server.atWork = [{ person: MARTHA, blockId: 'what' }];
    await focus('Block 2, question, Short answer');
    const heard = () =>
      [...document.body.ownerDocument.querySelectorAll('[aria-live]')].map((it) => it.textContent);
    await waitFor(() => expect(heard()).toContain(AT_WORK));
  });

  it('is not asked about in a document that only its author can write, and never stands in the way', async () => {
    const server = await opened(AT, (before) => (before.document = aDocument({ family: null })));
    await focus('Block 1, guidance');
    expect(server.sent('POST documents/doc-1/at-work')).toBeUndefined();
    TestBed.resetTestingModule();
    const other = await opened(AT, (before) => {
      before.refusals = [{ on: /at-work/u, problem: new Problem(503, 'not-ready') }];
    });
    await type('Title of the worksheet', 'Evenings');
    await saved();
    expect(other.document.title).toBe('Evenings');
  });

  it('learns that nobody is here any more once the page is left', async () => {
    const server = await opened(AT);
    await focus('Block 1, guidance');
    TestBed.resetTestingModule();
    expect(server.sent('POST documents/doc-1/at-work')).toEqual({ blockId: null });
  });
});

describe('a document that came back', () => {
  const withReview = () =>
    opened(AT, (server) => {
      const review = {
        id: 'review-1',
        state: 'decided',
        verdict: 'ask-for-changes',
        supervisor: MARTHA,
        round: 1,
      };
      server.document = aDocument({ state: 'returned', review: review as never });
      server.review = aReview({
        state: 'decided',
        verdict: 'ask-for-changes',
        summary: 'A warm start.',
        comments: [aComment(), aComment({ id: 'old' as never, blockId: 'gone', text: 'Leave this out.' })],
      });
    });

  it('shows the summary first, the threads at their blocks and those without a block above', async () => {
    await withReview();
    const above = screen.getByRole('region', { name: 'Martha Okafor sent this back' });
    expect(above.textContent).toContain('A warm start.');
    expect(above.textContent).toContain('Leave this out.');
    expect(above.textContent).not.toContain('Could this be gentler?');
    expect(screen.getByText('Could this be gentler?')).toBeTruthy();
  });

  it('lets the author answer a thread in place', async () => {
    const server = await withReview();
    const [, atBlock] = screen.getAllByRole('button', { name: 'Reply to Martha Okafor' });
    fireEvent.click(atBlock as HTMLElement);
    await settled();
    await press('Send reply');
    expect(screen.getByRole('alert').textContent).toContain('Write a few words first.');
    await type('Reply to Martha Okafor', 'Done.');
    await press('Send reply');
    expect(server.sent('POST reviews/review-1/comments')).toEqual({
      blockId: 'what',
      quote: '',
      prefix: '',
      suffix: '',
      text: 'Done.',
      replyTo: 'comment-1',
    });
    expect(screen.getByText('Done.')).toBeTruthy();
  });
});

it('keeps what was said of it at hand while it is changed, also when no verdict was given', async () => {
  await opened(AT, (server) => {
    const review = { id: 'review-1', state: 'withdrawn', verdict: null, supervisor: MARTHA, round: 1 };
    server.document = aDocument({ review: review as never });
    server.review = aReview({ state: 'withdrawn', summary: 'A first thought.', comments: [aComment()] });
  });
  const above = screen.getByRole('region', { name: 'Martha Okafor said this before you reopened it' });
  expect(above.textContent).toContain('A first thought.');
  expect(screen.getByText('Could this be gentler?')).toBeTruthy();
});

describe('a document that waits for its verdict', () => {
  const AT_WORK = {
    ...{ id: 'review-1', state: 'waiting', verdict: null, supervisor: MARTHA, round: 1 },
    standIns: [],
  };

  it('shows what its supervisor has said of it meanwhile, in place, to be answered', async () => {
    const server = await opened(AT, (one) => {
      one.document = aDocument({ state: 'submitted', review: AT_WORK as never, may: MAY_REOPEN });
      one.review = aReview({
        comments: [aComment()],
        verdicts: [
          {
            ...{ verdict: 'comment', summary: 'A first thought.', version: 1, versionHash: 'a'.repeat(64) },
            ...{ name: 'Martha Okafor', credentials: '', forName: null, at: '2026-11-21T10:00:00.000Z' },
            reviewId: 'review-1' as never,
          },
        ],
      });
    });
    const said = screen.getByRole('region', { name: 'What was said so far' });
    expect(said.textContent).toContain('Martha Okafor commented on version 1');
    expect(said.textContent).toContain('A first thought.');
    expect(said.textContent).toContain('1 comment stands at its place below.');
    expect(screen.getByRole('group', { name: 'Comment by Martha Okafor' })).toBeTruthy();
    await press('Reply to Martha Okafor');
    await type('Reply to Martha Okafor', 'Yes.');
    await press('Send reply');
    expect(server.sent('POST reviews/review-1/comments')).toMatchObject({ text: 'Yes.' });
  });

  it('is the text alone while nothing was said', async () => {
    await opened(AT, (one) => {
      one.document = aDocument({ state: 'submitted', review: AT_WORK as never, may: MAY_REOPEN });
      one.review = aReview();
    });
    expect(heading()).toBe('Mornings');
    expect(screen.queryByRole('region', { name: 'What was said so far' })).toBeNull();
  });
});

describe('a document that is not for writing now', () => {
  it('stands there to be read, says who approved it, and offers what may be done', async () => {
    await opened(AT, (server) => (server.document = anApprovedDocument()));
    expect(heading()).toBe('Mornings');
    expect(screen.getByText(/Martha Okafor approved it/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Share' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('says nothing about a document that is not there, except that it cannot be shown', async () => {
    await opened(AT, (server) => {
      server.refusals = [{ on: /^GET documents/u, problem: new Problem(404, 'not-found') }];
    });
    expect(heading()).toBe('This page could not be shown');
  });
});
