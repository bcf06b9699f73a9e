import { Problem } from '@common-ground/web/platform';
import { screen, waitFor } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { focused, key, opened, press } from '../testing/stage';
import { CONTENT, aDocument } from '../testing/worlds';

const AT = '/app/docs/doc-1';
const GUIDANCE = 'Sit down together. You should talk.';
const guidance = (): string =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Block 1, guidance' }).value;
const blunt = (server: FakeServer): void => {
  const [first, ...rest] = CONTENT.blocks;
  if (first?.kind !== 'guidance') throw new Error('The sheet of the specs begins with guidance.');
  server.document = aDocument({ content: { ...CONTENT, blocks: [{ ...first, text: GUIDANCE }, ...rest] } });
};
const said = (): Promise<HTMLElement> =>
  waitFor(() => screen.getByText(/“You should” gives advice/u), { timeout: 4_000 });

beforeEach(() => sessionStorage.clear());

describe('what the language coach says beside the words', () => {
  it('is taken with one tap, which undo gives back', async () => {
    await opened(AT, blunt);
    await said();
    await press('Use “You could”');
    expect(guidance()).toBe('Sit down together. You could talk.');
    expect(screen.queryByText(/“You should” gives advice/u)).toBeNull();
    expect(screen.getByText('It now says “You could”.')).toBeTruthy();
    expect(focused()).toBe('Block 1, guidance');
    await key('z', { ctrlKey: true });
    expect(guidance()).toBe(GUIDANCE);
  });

  it('is kept as it is with one tap, told how often, and looked at again on request', async () => {
    const server = await opened(AT, blunt);
    await said();
    await press(/^Keep as it is\s+the words “You should”/u);
    await waitFor(() => screen.getByText('1 wording is kept as it is.'));
    expect(server.sent('POST documents/doc-1/wordings/keep')).toEqual({
      sort: 'advice',
      quote: 'You should',
    });
    expect(screen.queryByText(/“You should” gives advice/u)).toBeNull();
    expect(guidance()).toBe(GUIDANCE);

    await press('Look at them again');
    (document.activeElement as HTMLElement).blur();
    await waitFor(() => screen.getByText('The coach says again what it has to say.'));
    expect(screen.queryByText(/kept as it is/u)).toBeNull();
  });

  it('says so when it could not be written down that words are kept', async () => {
    await opened(AT, (server) => {
      blunt(server);
      server.refusals = [{ on: /wordings\/keep$/u, problem: new Problem(0, 'offline') }];
    });
    await said();
    await press(/^Keep as it is\s+the words “You should”/u);
    await waitFor(() => screen.getByRole('alert'));
    expect(screen.getByText(/“You should” gives advice/u)).toBeTruthy();
  });
});
