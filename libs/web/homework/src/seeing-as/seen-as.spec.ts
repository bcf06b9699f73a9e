import { TestBed } from '@angular/core/testing';
import type { DocumentId, Language, ShareLine, Task } from '@common-ground/contract';
import { BegunShares, shareNoteKey } from '@common-ground/web/documents';
import { HalfWritten, Words, today } from '@common-ground/web/platform';
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import type { FakeServer } from '../testing/fake-server';
import { follow, go, heading, here, opened, press } from '../testing/stage';
import { DANA, anOpenTask } from '../testing/worlds';

const AT = '/app/docs/doc-1/as/maya';
const DOCUMENT = 'doc-1' as DocumentId;

function aLine(changes: Partial<ShareLine> = {}): ShareLine {
  return {
    item: { documentId: DOCUMENT, title: 'What kind of support do you need right now?', version: 1 },
    member: { id: 'maya', displayName: 'Maya', relation: 'client' },
    allowed: true,
    because: 'own-client',
    consentUntilOn: null,
    consents: [],
    repliesSeenBy: [DANA],
    isUnreached: false,
    ...changes,
  } as ShareLine;
}

const seenBy =
  (piece: Task | null, language: Language = 'en', line = aLine()) =>
  (server: FakeServer): void => {
    server.roles = ['therapist'];
    server.seenAs = { line, language, piece: piece && { ...piece, id: DOCUMENT as string as Task['id'] } };
  };
const wordsIn = (selector: string): string =>
  document.querySelector(selector)?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';

const NOTHING_TELLS =
  'Nothing tells Maya: no safe way to reach them is written down. Tell Maya when you meet.';
const PAGES = ['', '/q/1', '/q/2', '/q/3', '/check'];

/** What stands on each page, by the end of its address. */
async function readThrough(at: string): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const page of PAGES) {
    await go(at + page);
    await waitFor(() => expect(wordsIn('cg-task-shell')).not.toBe(''));
    read.set(page, wordsIn('cg-task-shell'));
  }
  return read;
}

describe('seeing it as one of the family', () => {
  it.each(['en', 'es'] as const)('is each of their own pages, to the word, in %s', async (language) => {
    const piece = anOpenTask({ note: 'No hurry.', dueOn: today(), repliesSeenBy: [DANA] });
    await opened('/app/docs/doc-1/share', seenBy({ ...piece, note: null, dueOn: null }, language));
    // The days and words stand on the page that shares it.
    TestBed.inject(BegunShares).keep(DOCUMENT, {
      ...{ memberIds: [], dueOn: today(), openUntilOn: '', how: 'now', startsOn: '', every: 'day' },
      ...{ untilOn: '', afterId: '', days: '0' },
    });
    await TestBed.inject(HalfWritten).keep(shareNoteKey(DOCUMENT), ' No hurry. ');
    const seen = await readThrough(AT);
    expect(seen.get('')).toContain('No hurry.');
    expect(document.documentElement.lang).toBe('en');

    TestBed.resetTestingModule();
    await opened('/me', (server) => {
      server.tasks = [piece];
    });
    await TestBed.inject(Words).choose(language);
    expect(seen).toEqual(await readThrough('/me/tasks/task-1'));
  });

  it('takes no answer, saves none and sends none, and still shows what comes next', async () => {
    const server = await opened(AT, seenBy(anOpenTask()));
    await waitFor(() => expect(heading()).toBe('What kind of support do you need right now?'));
    expect(screen.getByRole('button', { name: 'Not this week' })).toHaveProperty('disabled', false);
    expect(screen.getByRole('button', { name: 'Not this week' }).closest('fieldset')?.disabled).toBe(true);
    const paper = screen.getByRole('link', { name: 'Save as PDF' });
    expect([paper.getAttribute('href'), paper.getAttribute('aria-disabled')]).toEqual([null, 'true']);
    await follow(/^Start/u);
    expect(here()).toBe(`${AT}/q/1`);
    for (const field of screen.getAllByRole('radio')) expect(field.matches(':disabled')).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Listen to me' }));
    for (let page = 1; page <= 3; page += 1) await press('Continue');
    expect(here()).toBe(`${AT}/check`);
    await press(/^Send to/u);
    expect(here()).toBe(`${AT}/check`);
    expect(server.log.filter((line) => !line.startsWith('GET'))).toEqual([]);
    expect(server.log.filter((line) => line.includes('homework'))).toEqual([]);
  });

  it('says of a link to a page of their own whose page it is, and leads back', async () => {
    await opened(`${AT}/q/1`, seenBy(anOpenTask(), 'es'));
    await waitFor(() => screen.getByRole('link', { name: 'Mi privacidad' }));
    await follow('Mi privacidad');
    expect(heading()).toBe('This is Maya’s own page');
    expect(document.querySelector('h1')?.closest('[lang]')?.getAttribute('lang')).toBe('en');
    expect(document.querySelector('section.phone')?.getAttribute('lang')).toBe('es');
    await follow('Back to what Maya sees');
    expect(here()).toBe(AT);
  });

  it.each([
    [{ how: 'now' }, false, 'Maya can open it as soon as you share it.'],
    [{ how: 'day', startsOn: '2026-12-24' }, false, 'Maya can open it from December 24, 2026 on.'],
    [{ how: 'day' }, false, 'Maya can open it from the day you choose.'],
    [{ how: 'rhythm' }, false, 'Maya gets it again and again, from the first to the last day you choose.'],
    [{ how: 'after' }, false, 'Maya can open it only after the piece that goes first has been sent.'],
    [{ how: 'now' }, true, NOTHING_TELLS],
    [
      { how: 'after' },
      true,
      `Maya can open it only after the piece that goes first has been sent. ${NOTHING_TELLS}`,
    ],
  ] as const)(
    'says when they can open it, and where nothing tells them (%j, %s)',
    async (chosen, isUnreached, said) => {
      await opened('/app/docs/doc-1/share', seenBy(anOpenTask(), 'en', aLine({ isUnreached })));
      TestBed.inject(BegunShares).keep(DOCUMENT, {
        ...{
          memberIds: [],
          dueOn: '',
          openUntilOn: '',
          startsOn: '',
          every: 'day',
          untilOn: '',
          afterId: '',
        },
        ...{ days: '0', ...chosen },
      });
      await go(AT);
      await waitFor(() => screen.getByText('These are Maya’s own pages.', { exact: false }));
      expect(document.querySelector('.who + p')?.textContent).toBe(said);
    },
  );

  it('says why it does not reach them, and shows them nothing that they are kept apart from', async () => {
    await opened(AT, seenBy(null, 'en', aLine({ allowed: false, because: 'blocked' })));
    expect(heading()).toBe('Maya does not get this');
    expect(screen.getByText(/^Maya is kept out of this/u)).toBeTruthy();
    expect(document.querySelector('section.phone')).toBeNull();
  });

  it('says where there is nobody of that name', async () => {
    await opened(AT, (server) => {
      server.roles = ['therapist'];
    });
    expect(heading()).toBe('Seen as one of the family');
    expect(screen.getByText('There is nothing here')).toBeTruthy();
  });
});
