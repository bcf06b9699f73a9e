import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Today } from '@common-ground/contract';
import { Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { screen, within } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { TodayPage } from './today-page';

const NOTHING: Today = {
  returned: [],
  readyToShare: [],
  waiting: [],
  drafts: [],
  cameBack: [],
  aLot: [],
  consentAnswers: [],
  reviewsWaiting: 0,
};
const OKAFOR = { id: 'f1', name: 'The Okafor family' };
const piece = (id: string, title: string, family: object | null = OKAFOR): object => ({
  id,
  kind: 'worksheet',
  title,
  family,
  updatedAt: new Date().toISOString(),
});

describe('Today', () => {
  let http: SpecServer;

  async function opened(): Promise<void> {
    TestBed.configureTestingModule({
      providers: [...specServer, provideRouter([]), provideWords(), wordsFromDisk],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('people');
    await TestBed.inject(Words).open('privacy');
    http = TestBed.inject(SpecServer);
    const fixture = TestBed.createComponent(TodayPage);
    document.body.append(fixture.nativeElement as HTMLElement);
    TestBed.tick();
  }

  async function answered(body: object, status = 200, sessions: readonly object[] = []): Promise<void> {
    // Asked once; trying again asks for the rest of the day.
    for (const asked of http.match('/api/sessions')) asked.flush({ items: sessions, next: null });
    http.expectOne('/api/today').flush(body, { status });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }

  const section = (name: string) => within(screen.getByRole('region', { name }));

  it('says one sentence and offers the act when nothing waits', async () => {
    await opened();
    await answered(NOTHING);
    expect(screen.getByText(/Nothing waits for you today/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'New worksheet' }).getAttribute('href')).toBe('/app/new');
    expect(screen.queryAllByRole('region')).toEqual([]);
  });

  it('says of what waits that its supervisor has said something meanwhile', async () => {
    await opened();
    const said = { name: 'Martha Okafor', at: new Date().toISOString() };
    const waiting = [
      { ...piece('d1', 'Mornings'), said },
      { ...piece('d2', 'Evenings'), said: null },
    ];
    await answered({ ...NOTHING, waiting });
    const [one, other] = section('Waiting for your supervisor').getAllByRole('listitem');
    expect(one?.textContent).toContain('Martha Okafor has commented on it');
    expect(other?.textContent).not.toContain('commented');
  });

  it('says when the next hour with a family is, by the clock of its place, and who answered', async () => {
    await opened();
    await answered(NOTHING, 200, [
      {
        ...{ id: 's1', family: OKAFOR, purpose: 'Calmer mornings', minutes: 50 },
        ...{ startsAt: '2026-12-03T21:00:00.000Z', timeZone: 'America/New_York' },
        replies: [{ displayName: 'Rosa', reply: 'ask-me', repliedAt: new Date().toISOString() }],
      },
    ]);
    const link = section('Next family sessions').getByRole('link', { name: /Thursday, December 3.*4:00/u });
    expect(link.getAttribute('href')).toBe('/app/sessions/s1');
    expect(section('Next family sessions').getByText(/The Okafor family · Calmer mornings/u)).toBeTruthy();
    expect(section('Next family sessions').getByText(/Rosa wants to be asked first\./u)).toBeTruthy();
  });

  it('appears as a whole: an hour that comes later moves nothing that is read already', async () => {
    await opened();
    http.expectOne('/api/today').flush({ ...NOTHING, readyToShare: [piece('d1', 'Support menu')] });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    expect(screen.queryByRole('link', { name: /Choose who gets it/u })).toBeNull();
    http.expectOne('/api/sessions').flush({ status: 500, code: 'unexpected' }, { status: 500 });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    expect(screen.getByRole('link', { name: /Choose who gets it/u })).toBeTruthy();
    expect(section('Next family sessions').getByText('That did not work')).toBeTruthy();
    // Asked for once more, it comes at its own place, and the rest stays.
    screen.getByRole('button', { name: 'Try again' }).click();
    TestBed.tick();
    expect(screen.getByRole('link', { name: /Choose who gets it/u })).toBeTruthy();
  });

  it('says who sent what back, and whether they have heard from the therapist', async () => {
    await opened();
    const cameBack = [
      { taskId: 'k1', person: { id: 'p1', displayName: 'Rosa' }, title: 'Hard evenings', answered: false },
      { taskId: 'k2', person: { id: 'p2', displayName: 'Theo' }, title: 'Hard evenings', answered: true },
    ].map((one) => ({ ...one, family: OKAFOR, sentAt: new Date().toISOString() }));
    await answered({ ...NOTHING, cameBack });
    const [rosa, theo] = section('What came back').getAllByRole('listitem');
    expect(rosa?.textContent).toMatch(/Rosa sent back\s+Hard evenings/u);
    expect(rosa?.textContent).toContain('no feedback yet');
    expect(theo?.textContent).toContain('you left feedback');
    expect(rosa?.querySelector('a')?.getAttribute('href')).toBe('/app/families/f1/responses?task=k1');
  });

  it('leads from an approved document straight to choosing who gets it', async () => {
    await opened();
    await answered({ ...NOTHING, readyToShare: [piece('d1', 'Support menu')] });
    const share = section('Approved and ready to share').getByRole('link', { name: /Choose who gets it/u });
    expect(share.getAttribute('href')).toBe('/app/docs/d1/share');
  });

  it('keeps returned, waiting and unfinished documents apart', async () => {
    await opened();
    await answered({
      ...NOTHING,
      returned: [
        {
          ...piece('d1', 'Money'),
          supervisor: { id: 'p1', displayName: 'Martha' },
          returnedAt: new Date().toISOString(),
          openThreads: 2,
          suggestions: 1,
        },
      ],
      waiting: [piece('d2', 'Grounding')],
      drafts: [piece('d3', 'Sundays', null)],
    });
    const returned = section('Returned by your supervisor');
    expect(returned.getByRole('link', { name: 'Money' })).toBeTruthy();
    expect(
      returned.getByText(/^Martha asked for changes .* 2 comments are open, 1 with other words/u),
    ).toBeTruthy();
    // It comes before everything else that waits.
    expect(screen.getAllByRole('region')[0]?.getAttribute('aria-labelledby')).toBe('returned');
    expect(section('Waiting for your supervisor').getByRole('link', { name: 'Grounding' })).toBeTruthy();
    expect(section('Drafts').getByText(/For no family yet/u)).toBeTruthy();
  });

  it('counts the reviews that wait for a supervisor', async () => {
    await opened();
    await answered({ ...NOTHING, reviewsWaiting: 2 });
    expect(screen.getByText(/2 documents wait for your review/u)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Open reviews' }).getAttribute('href')).toBe('/app/reviews');
  });

  it('says what happened and what to quote when it cannot be loaded, and tries again', async () => {
    await opened();
    await answered(
      { type: 'about:blank', title: '', status: 500, code: 'unexpected', reference: 'ab12-cd34' },
      500,
    );
    expect(screen.getByText('That did not work')).toBeTruthy();
    expect(screen.getByText(/ab12-cd34/u)).toBeTruthy();
    screen.getByRole('button', { name: 'Try again' }).click();
    TestBed.tick();
    await answered(NOTHING);
    expect(screen.getByText(/Nothing waits for you today/u)).toBeTruthy();
  });

  it('shows its outline only when the answer takes longer than a blink', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] });
    try {
      await opened();
      await jest.advanceTimersByTimeAsync(150);
      TestBed.tick();
      expect(screen.queryByRole('status')).toBeNull();
      await jest.advanceTimersByTimeAsync(100);
      TestBed.tick();
      expect(screen.getByRole('status').textContent).toBe('One moment…');
    } finally {
      jest.useRealTimers();
    }
  });
});
