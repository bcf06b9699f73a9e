import { screen } from '@testing-library/dom';
import { opened, type } from '../testing/stage';
import { MARTHA, aDocument } from '../testing/worlds';

const HOLDS = /Martha Okafor approved it on .*nothing that matters has changed since/u;
const CHANGED = /Martha Okafor approved it on .*It needs a new review/u;

describe('an approval given earlier', () => {
  it('is said to hold for the draft until something that matters changes, and which change that is', async () => {
    await opened('/app/docs/doc-1', (server) => {
      const approvedVersion = {
        number: 1,
        by: MARTHA,
        at: '2026-11-20T10:00:00.000Z',
        coSignerMissing: null,
      };
      server.document = aDocument({ approvedVersion });
    });
    expect(await screen.findByText(HOLDS)).toBeTruthy();
    await type(/^Block 2, question/u, 'What hurts?');
    expect(await screen.findByText(CHANGED, {}, { timeout: 3_000 })).toBeTruthy();
    expect(screen.getByText(/Reworded from “What is it\?” to “What hurts\?”/u)).toBeTruthy();
    expect(screen.queryByText(HOLDS)).toBeNull();
  });

  it('is not spoken of where there is none', async () => {
    await opened('/app/docs/doc-1');
    expect(screen.queryByText(CHANGED)).toBeNull();
    expect(screen.queryByText(HOLDS)).toBeNull();
  });
});
