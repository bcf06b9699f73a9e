import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MemberId, TakeHomeChoice, TakeHomePages, TakeHomeReader } from '@common-ground/contract';
import { takeHomeContent } from '@common-ground/rules/content';
import { type Meant, Problem, Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen, within } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { PagesPage } from './pages-page';
import { TakeHomeClient } from './take-home.client';

const action = (id: string, who: string, what: string): TakeHomePages['actions'][number] => ({
  ...{
    id,
    who,
    what,
    when: 'On Monday',
    howOften: 'Once',
    howWeWillKnow: 'A tick',
    ifItSlips: 'The day after',
  },
});
const reader = (name: string, reply: TakeHomeReader['reply'] = 'coming'): TakeHomeReader => ({
  ...{ memberId: name as MemberId, displayName: name, relation: 'mother', reply, stop: null, given: null },
  may: { give: true, takeBack: false },
});

/** Gives and takes back as the server does. */
class Hour {
  pages = {
    ...{ id: 'hour', family: { id: 'torres', name: 'Torres' }, padRevision: 2, may: { give: true } },
    ...{ decision: 'We begin.', helped: 'A pause', nextOn: null, others: [] },
    actions: [action('greeting', 'Rosa', 'Says good morning'), action('call', 'Leo', 'Calls')],
    readers: [reader('Rosa'), reader('Maya'), reader('David', 'cannot')],
  } as unknown as TakeHomePages;
  sent: readonly TakeHomeChoice[] = [];
  isStale = false;
  /** Somebody of another family. */
  wrongName = 'Jonah';

  client = {
    pages: async () => this.pages,
    give: async (_pages: unknown, choices: readonly TakeHomeChoice[], meant: Meant) => {
      const pages = JSON.stringify(choices.map((choice) => takeHomeContent(this.pages, choice)));
      const errors = [{ path: 'pages', code: 'names-people', message: this.wrongName }];
      if (pages.includes(this.wrongName) && meant.namesMeant !== true)
        throw new Problem(409, 'names-people', errors);
      if (this.isStale) throw new Problem(412, 'revision-stale');
      this.sent = choices;
      for (const choice of choices) {
        const given = takeHomeContent(this.pages, choice);
        this.has(choice.memberId, { ...given, by: { displayName: 'Elena' }, at: '2027-01-01T00:00:00Z' });
      }
      return this.pages;
    },
    takeBack: async (_id: unknown, memberId: MemberId) => {
      this.has(memberId, null);
      return this.pages;
    },
  };

  private has(memberId: MemberId, given: object | null): void {
    const readers = this.pages.readers.map((one) =>
      one.memberId === memberId ? { ...one, given, may: { give: true, takeBack: given !== null } } : one,
    );
    this.pages = { ...this.pages, readers } as TakeHomePages;
  }
}

describe('everyone’s page to take home', () => {
  let hour: Hour;
  let settled: () => Promise<unknown>;

  async function opened(prepare: (hour: Hour) => void = () => undefined): Promise<void> {
    hour = new Hour();
    prepare(hour);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        { provide: TakeHomeClient, useValue: hour.client },
      ],
    });
    const words = TestBed.inject(Words);
    await words.begin();
    for (const area of ['pages', 'asked']) await words.open(area);
    const fixture = TestBed.createComponent(PagesPage);
    fixture.componentRef.setInput('id', 'hour');
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    await settled();
  }
  const line = (name: string) =>
    within(
      screen.getByRole('heading', { level: 2, name: new RegExp(`^${name}`, 'u') }).closest('li') ??
        document.body,
    );
  const box = (name: string, what: string | RegExp): HTMLInputElement =>
    line(name).getByRole<HTMLInputElement>('checkbox', { name: what });
  const turn = async (name: string, what: string | RegExp): Promise<void> => {
    fireEvent.click(box(name, what));
    await settled();
  };
  const press = async (name: string | RegExp): Promise<void> => {
    fireEvent.click(screen.getByRole('button', { name }));
    await settled();
  };
  const HELPED = 'One thing that helped';
  const CALL = 'Leo: Calls';

  it('keeps what was taken off one page while another is taken back', async () => {
    await opened();
    await turn('Maya', HELPED);
    await turn('Maya', 'Maya gets a page');
    await press('Give Rosa their page');
    await press('Take it back: Rosa');
    expect(box('Maya', 'Maya gets a page').checked).toBe(false);
    await turn('Maya', 'Maya gets a page');
    expect(box('Maya', HELPED).checked).toBe(false);
  });

  it('gives again no more than was on a page that was taken back, and not by itself', async () => {
    await opened();
    await turn('Rosa', CALL);
    await turn('Maya', 'Maya gets a page');
    await press('Give Rosa their page');
    await press('Take it back: Rosa');
    expect(document.activeElement?.id).toBe('reader-Rosa');
    expect(screen.queryByRole('button', { name: /^Give / })).toBeNull();
    await turn('Rosa', 'Rosa gets a page');
    expect(box('Rosa', CALL).checked).toBe(false);
  });

  it('keeps every choice when somebody wrote on meanwhile, without what is agreed on no more', async () => {
    await opened();
    await turn('Rosa', HELPED);
    await turn('Maya', 'Maya gets a page');
    hour.isStale = true;
    const actions = [action('call', 'Leo', 'Calls'), action('new', 'Rosa', 'Waves')];
    hour.pages = { ...hour.pages, padRevision: 3, actions };
    await press('Give Rosa their page');
    expect(screen.getByRole('alert').textContent).toContain('Somebody wrote on');
    hour.isStale = false;
    await press('Give Rosa their page');
    expect(hour.sent).toEqual([{ memberId: 'Rosa', parts: ['decision', 'next'], actionIds: ['call'] }]);
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('tells once of people of another family who are named on a page, and gives it when that is meant', async () => {
    await opened((one) => {
      one.pages = { ...one.pages, helped: 'As Jonah does it', decision: 'As Jonah says' };
    });
    await turn('Maya', 'Maya gets a page');
    await press('Give Rosa their page');
    expect(screen.getByRole('alert').textContent.trim()).toBe(
      'These pages name Jonah, who belongs to another family. Nothing was given. Take it off the pages, or give them as they are.',
    );
    expect(hour.sent).toEqual([]);
    // Other pages are other words.
    await turn('Rosa', HELPED);
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Give Rosa their page');
    expect(hour.sent).toEqual([]);
    await press('Give Rosa their page as it is');
    expect(hour.sent).toMatchObject([{ memberId: 'Rosa', parts: ['decision', 'next'] }]);
  });

  it('offers no action that names somebody who gets no page, wherever it does', async () => {
    await opened((one) => {
      const actions = [
        ...one.pages.actions,
        action('with', 'Rosa', 'Waits for David'),
        action('walk', 'Maya', 'Walks'),
      ];
      one.pages = {
        ...one.pages,
        actions,
        others: [{ memberId: 'Leo' as MemberId, displayName: 'Leo Torres' }],
      };
    });
    expect(box('Rosa', CALL).checked).toBe(false);
    expect(box('Rosa', 'Rosa: Waits for David').checked).toBe(false);
    expect(box('Rosa', 'Maya: Walks').checked).toBe(true);
    // Whoever looks at an empty box reads why.
    const why = (what: string): string | undefined =>
      document.getElementById(box('Rosa', what).getAttribute('aria-describedby') ?? '')?.textContent.trim();
    expect(why(CALL)).toBe('It names Leo Torres. No page goes to them, so it is not chosen by itself.');
    expect(why('Rosa: Waits for David')).toContain('It names David.');
    expect(why('Maya: Walks')).toBeUndefined();
    await turn('Maya', 'Maya gets a page');
    expect(box('Rosa', 'Maya: Walks').checked).toBe(false);
    await turn('David', 'David gets a page');
    expect(box('Rosa', 'Rosa: Waits for David').checked).toBe(true);
    // Once somebody has chosen it there is nothing to explain.
    await turn('Rosa', CALL);
    expect(why(CALL)).toBeUndefined();
    expect(line('Rosa').queryByText(/It names Leo Torres/u)).toBeNull();
    await turn('Rosa', CALL);
    expect(why(CALL)).toContain('It names Leo Torres.');
  });
});
