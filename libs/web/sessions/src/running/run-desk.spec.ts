import { CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SessionRun } from '@common-ground/contract';
import { Words, WordsInTemplate, provideWords } from '@common-ground/web/platform';
import { screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { PadStore } from './pad.store';
import { RunDesk } from './run-desk';
import { RunStore } from './run.store';

const RULES = ['One speaks at a time', 'Phones in the basket'];
const PARTS = {
  'co-lead': 'You lead together: watch who has not spoken yet.',
  recorder: 'You write down what is agreed, below.',
  timekeeper: 'You watch the time: say so when two minutes are left.',
} as const;

describe('what the page of an hour says of its reader’s own part, and of the ground rules', () => {
  const role = signal<SessionRun['role']>(null);
  const groundRules = signal<readonly string[]>(RULES);
  const place = signal(1);
  const play = signal<object | null>(null);
  const nothing = (): null => null;
  const store = {
    run: () => ({
      ...{ role: role(), groundRules: groundRules(), goRound: '', papers: [], scripts: [], reveals: [] },
    }),
    state: () => ({
      ...{ end: null, breathing: false, round: null, airtime: null },
      ...{ play: play(), entries: [{}, {}] },
    }),
    entry: () => ({ id: 'entry', title: 'Welcome' }),
    left: () => ({ entry: 300, hour: 3_000, over: 0 }),
    place,
    ...{ open: nothing, saveState: nothing, isRefused: nothing, hasLostSomebody: nothing },
    ...{ silentSince: nothing, overtakenBy: nothing, following: nothing, padRevision: () => 0 },
  };
  let shared: (isShared: boolean) => Promise<unknown>;
  let settled: () => Promise<unknown>;

  beforeEach(async () => {
    role.set(null);
    groundRules.set(RULES);
    place.set(1);
    play.set(null);
    TestBed.configureTestingModule({
      providers: [
        provideWords(),
        wordsFromDisk,
        { provide: RunStore, useValue: store },
        { provide: PadStore, useValue: { open: nothing, catchUp: async () => undefined } },
      ],
    });
    // What else stands at the desk has specs of its own.
    TestBed.overrideComponent(RunDesk, {
      set: { imports: [WordsInTemplate], schemas: [CUSTOM_ELEMENTS_SCHEMA] },
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('running');
    const fixture = TestBed.createComponent(RunDesk);
    fixture.componentRef.setInput('run', { id: 'hour' });
    fixture.componentRef.setInput('pad', {});
    fixture.componentRef.setInput('isShared', false);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    shared = (isShared) => {
      fixture.componentRef.setInput('isShared', isShared);
      return settled();
    };
    await settled();
  });
  const said = (): string[] =>
    Object.values(PARTS).filter((words) => document.body.textContent.includes(words));
  const rules = (): (string | null)[] =>
    screen.queryAllByRole('listitem').map(({ textContent }) => textContent.trim());

  it.each(Object.entries(PARTS))(
    'tells a %s what they do besides leading, and nobody else’s part',
    async (part, words) => {
      role.set(part as keyof typeof PARTS);
      await settled();
      expect(said()).toEqual([words]);
    },
  );

  it.each([null, 'lead', 'participant'] as const)(
    'says nothing of a part that is none (%s)',
    async (part) => {
      role.set(part);
      await settled();
      expect(said()).toEqual([]);
    },
  );

  it('keeps it off a screen that others see, where the ground rules stand for all', async () => {
    role.set('timekeeper');
    await shared(true);
    expect(said()).toEqual([]);
    expect(rules()).toEqual(RULES);
    await shared(false);
    expect(said()).toEqual([PARTS.timekeeper]);
  });

  it('shows the ground rules with the first entry alone, and none where there are none', async () => {
    expect(screen.getByRole('heading', { name: 'Ground rules for this hour' })).toBeTruthy();
    place.set(2);
    await settled();
    expect([rules(), screen.queryByRole('heading', { name: 'Ground rules for this hour' })]).toEqual([
      [],
      null,
    ]);
    place.set(1);
    groundRules.set([]);
    await settled();
    expect(screen.queryByRole('heading', { name: 'Ground rules for this hour' })).toBeNull();
  });

  it('makes way for a script while it is played: its own next line is the one big button', async () => {
    const big = (): string[] =>
      [...document.querySelectorAll('.cg-primary')].map(({ textContent }) => textContent.trim());
    expect(big()).toEqual(['Next']);
    play.set({});
    await settled();
    expect([rules(), big()]).toEqual([[], []]);
    expect(screen.getByRole('button', { name: 'Next part of the hour' })).toBeTruthy();
  });
});
