import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Page, StandIn, StandIns } from '@common-ground/contract';
import { Announcer, Problem, Session, Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { AwayPage } from './away-page';
import { StandInsClient } from './stand-ins.client';

const [MARTHA, JONAS, ELENA] = [
  { id: 'martha', displayName: 'Martha Okafor' },
  { id: 'jonas', displayName: 'Jonas Weber' },
  { id: 'elena', displayName: 'Elena Ruiz' },
];

function standIn(id: string, more: object = {}): StandIn {
  return {
    ...{ id, supervisor: MARTHA, person: JONAS, therapists: null, before: [] },
    ...{ fromOn: '2026-06-01', untilOn: '2026-06-14', state: 'ended', may: { change: false } },
    ...more,
  } as unknown as StandIn;
}

describe('while a supervisor is away', () => {
  let running: StandIn[];
  let ended: readonly StandIn[];
  let asked: (string | undefined)[];
  let failsOnce: boolean;
  let settled: () => Promise<unknown>;

  async function opened(): Promise<void> {
    const client = {
      all: async (): Promise<StandIns> =>
        ({ items: running, next: null, colleagues: [JONAS], therapists: [ELENA] }) as unknown as StandIns,
      ended: async (cursor?: string): Promise<Page<StandIn>> => {
        asked.push(cursor);
        if (cursor !== undefined && failsOnce) {
          failsOnce = false;
          throw new Problem(0, 'offline');
        }
        const from = Number(cursor ?? 0);
        const to = from + 2;
        return { items: ended.slice(from, to), next: to < ended.length ? String(to) : null };
      },
      end: async (id: string): Promise<StandIn> => {
        const [one] = running.filter((standing) => standing.id === id);
        running = running.filter((standing) => standing.id !== id);
        ended = [standIn(id, { ...one, state: 'ended', may: { change: false } }), ...ended];
        return ended[0] as StandIn;
      },
    };
    TestBed.configureTestingModule({
      providers: [
        ...[provideRouter([]), provideWords(), wordsFromDisk],
        { provide: StandInsClient, useValue: client },
        { provide: Session, useValue: { person: signal(MARTHA), isSignedIn: signal(true) } },
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('people');
    const fixture = TestBed.createComponent(AwayPage);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    await settled();
  }
  beforeEach(() => {
    [running, ended, asked, failsOnce] = [[], [], [], false];
  });

  const over = (): HTMLDetailsElement | null => document.body.querySelector<HTMLDetailsElement>('details');
  const lines = (): string[] =>
    [...(over()?.querySelectorAll('li') ?? [])].map(({ textContent }) =>
      textContent.replace(/\s+/gu, ' ').trim(),
    );

  it('says nothing of what is over where nothing is', async () => {
    await opened();
    expect(asked).toEqual([undefined]);
    expect(over()).toBeNull();
  });

  it('folds what is over away: who, from when to when, for whom, and what it was before', async () => {
    ended = [
      standIn('mine', {
        therapists: [ELENA],
        before: [{ untilOn: '2026-06-20', therapists: null, changedAt: '2026-06-03T10:12:00.000Z' }],
      }),
      standIn('theirs', { supervisor: JONAS, person: MARTHA }),
    ];
    await opened();
    expect(over()?.open).toBe(false);
    expect(screen.getByText('What is over')).toBeTruthy();
    expect(lines()[0]).toMatch(
      /^Jonas Weber stood in for you from .*June 1.* to .*June 14.*, for what Elena Ruiz sent you\.\s*Until .*June 20.*, before it was changed on .*June 3.*\.$/u,
    );
    expect(lines()[1]).toMatch(/^You stood in for Jonas Weber from .*June 1.* to .*June 14.*\.$/u);
  });

  it('says of one that was ended before its first day that it never began', async () => {
    ended = [standIn('never', { untilOn: '2026-05-31' })];
    await opened();
    expect(lines()[0]).toMatch(
      /^Jonas Weber was to stand in for you from .*June 1.*, and it was ended before that day\.$/u,
    );
  });

  it('shows more of it page by page, and says so when that fails', async () => {
    ended = ['a', 'b', 'c', 'd', 'e'].map((id) => standIn(id));
    await opened();
    const more = async (): Promise<void> => {
      fireEvent.click(screen.getByText('Show more'));
      await settled();
    };
    const says = jest.spyOn(TestBed.inject(Announcer), 'say');
    expect(lines()).toHaveLength(2);
    failsOnce = true;
    await more();
    expect(screen.getByRole('alert')).toBeTruthy();
    await more();
    expect(lines()).toHaveLength(4);
    const line = (at: number) => over()?.querySelectorAll('li')[at];
    expect(document.activeElement).toBe(line(2));
    await more();
    expect(document.activeElement).toBe(line(4));
    expect(says.mock.lastCall).toEqual(['1 more is shown.']);
    expect([lines().length, asked]).toEqual([5, [undefined, '2', '2', '4']]);
    expect(screen.queryByText('Show more')).toBeNull();
  });

  it('tells one that is ended now among those that are over', async () => {
    running = [standIn('runs', { untilOn: '2026-12-24', state: 'in-force', may: { change: true } })];
    await opened();
    expect(screen.getByText(/^Jonas Weber stands in for you from/u)).toBeTruthy();
    expect(over()).toBeNull();
    fireEvent.click(screen.getByText('End it now'));
    await settled();
    expect(screen.queryByText(/stands in for you from/u)).toBeNull();
    expect(lines()).toHaveLength(1);
  });
});
