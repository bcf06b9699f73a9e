import { Problem } from '@common-ground/web/platform';
import { screen } from '@testing-library/dom';
import { opened, press, settled, type } from '../testing/stage';
import type { FakeServer } from '../testing/fake-server';
import { CONTENT, MARTHA, aComment, aDocument, aReview } from '../testing/worlds';

const AT = '/app/docs/doc-1';
const SUGGESTED = aComment({
  quote: 'What is it?',
  suggestion: { words: 'What would you like to talk about?', answer: null },
  may: { resolve: false, answerSuggestion: true },
});

describe('words a supervisor suggests', () => {
  const withSuggestion = (comment = SUGGESTED): Promise<FakeServer> =>
    opened(AT, (server) => {
      const review = {
        id: 'review-1',
        state: 'decided',
        verdict: 'ask-for-changes',
        supervisor: MARTHA,
        round: 1,
      };
      server.document = aDocument({ state: 'returned', review: review as never });
      server.review = aReview({ state: 'decided', verdict: 'ask-for-changes', comments: [comment] });
    });
  const question = (): string =>
    screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Block 2, question/u }).value;

  it('are taken with one tap, as a change that undo takes back', async () => {
    const server = await withSuggestion();
    await press('Take these words: What would you like to talk about?');
    expect(question()).toBe('What would you like to talk about?');
    expect(server.sent('PUT reviews/review-1/comments/comment-1/suggestion')).toEqual({ answer: 'taken' });
    expect(document.activeElement?.textContent).toContain('These words were taken.');
    expect(screen.queryByRole('button', { name: /^Take these words/u })).toBeNull();
    await press('Undo');
    expect(question()).toBe('What is it?');
  });

  it('are never written in where other words stand by now', async () => {
    const server = await withSuggestion();
    await type(/^Block 2, question/u, 'What troubles you?');
    await press(/^Take these words/u);
    expect(screen.getByRole('alert').textContent).toContain('are no longer there, so nothing was changed');
    expect(question()).toBe('What troubles you?');
    expect(server.sent('PUT reviews/review-1/comments/comment-1/suggestion')).toBeUndefined();
  });

  it('are taken once: where they stand already only the supervisor learns of it', async () => {
    const server = await withSuggestion();
    await type(/^Block 2, question/u, 'What would you like to talk about?');
    await press(/^Take these words/u);
    expect(question()).toBe('What would you like to talk about?');
    expect(server.sent('PUT reviews/review-1/comments/comment-1/suggestion')).toEqual({ answer: 'taken' });
  });

  it('are at no moment called gone while they are taken', async () => {
    const server = await withSuggestion();
    server.refusals = [{ on: /^PUT .*suggestion$/u, problem: new Problem(0, 'offline') }];
    const said: string[] = [];
    const watch = new MutationObserver(() => said.push(document.body.textContent));
    watch.observe(document.body, { childList: true, characterData: true, subtree: true });
    // The words stand in the draft, and the supervisor does not know of it yet.
    await press(/^Take these words/u);
    expect(question()).toBe('What would you like to talk about?');
    expect(screen.getByText('It was about these words:')).toBeTruthy();
    await press(/^Take these words/u);
    watch.disconnect();
    expect(document.activeElement?.textContent).toContain('These words were taken.');
    expect(said.filter((text) => text.includes('no longer there'))).toEqual([]);
  });

  it('do not double when they hold the old words and the first answer was lost on its way', async () => {
    const words = { words: 'one problem or worry', answer: null };
    const server = await withSuggestion({
      ...SUGGESTED,
      blockId: 'intro',
      quote: 'one problem',
      suggestion: words,
    });
    server.refusals = [{ on: /^PUT .*suggestion$/u, problem: new Problem(0, 'offline') }];
    const intro = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Block 1, guidance' }).value;
    await press(/^Take these words/u);
    expect(intro()).toBe('Choose one problem or worry.');
    await press(/^Take these words/u);
    await settled();
    expect(intro()).toBe('Choose one problem or worry.');
    expect(server.sent('PUT reviews/review-1/comments/comment-1/suggestion')).toEqual({ answer: 'taken' });
  });

  it('can be left, and taken after all', async () => {
    const server = await withSuggestion();
    await press('Leave mine: What is it?');
    expect(server.sent('PUT reviews/review-1/comments/comment-1/suggestion')).toEqual({ answer: 'left' });
    expect(question()).toBe('What is it?');
    expect(document.activeElement?.textContent).toContain('The author left their own words.');
    await press(/^Take these words/u);
    await settled();
    expect(question()).toBe('What would you like to talk about?');
  });

  it('change the marked words and nothing around them', async () => {
    const words = { words: 'one small worry', answer: null };
    await withSuggestion({ ...SUGGESTED, blockId: 'intro', quote: 'one problem', suggestion: words });
    await press(/^Take these words/u);
    const [intro] = CONTENT.blocks;
    expect(intro).toMatchObject({ text: 'Choose one problem.' });
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Block 1, guidance' }).value).toBe(
      'Choose one small worry.',
    );
  });
});
