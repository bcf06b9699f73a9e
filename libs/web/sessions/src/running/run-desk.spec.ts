import { CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SessionRun } from '@common-ground/contract';
import { Words, WordsInTemplate, provideWords } from '@common-ground/web/platform';
import { screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SessionsClient } from '../sessions.client';
import { PadStore } from './pad.store';
import { RunDesk } from './run-desk';
import { RunPlay } from './run-play';
import { RunStore } from './run.store';

const RULES = ['One speaks at a time', 'Phones in the basket'];
const PARTS = {
  'co-lead': 'You lead together: watch who has not spoken yet.',
  recorder: 'You write down what is agreed, below.',
  timekeeper: 'You watch the time: say so when two minutes are left.',
} as const;
const TURN = { id: 't1', roleId: 'r', cue: '', line: 'Good evening', softer: '', firmer: '', why: '' };
const SCRIPT = {
  ...{ format: 1, language: 'en', scene: '', goal: '', pauseWord: '', optOut: '', debrief: [], endings: [] },
  roles: [{ id: 'r', name: 'Son' }],
  turns: [{ ...TURN, calmsDown: false, goesTo: '', branches: [] }],
};

describe('what the page of an hour says of its reader’s own part, and of the ground rules', () => {
  const role = signal<SessionRun['role']>(null);
  const groundRules = signal<readonly string[]>(RULES);
  const place = signal(1);
  const play = signal<object | null>(null);
  const round = signal<object | null>(null);
  const goRound = signal('');
  const scripts = signal<readonly object[]>([]);
  const isUnknown = signal(false);
  const nothing = (): null => null;
  const store = {
    run: () => ({
      ...{ role: role(), groundRules: groundRules(), goRound: goRound() },
      ...{ reveals: [], people: [] },
    }),
    state: () => ({
      ...{ end: null, breathing: false, round: round(), airtime: null },
      ...{ play: play(), entries: [{}, {}] },
    }),
    isTold: () => true,
    table: () => ({ scripts: scripts(), papers: [] }),
    isTableUnknown: isUnknown,
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
    round.set(null);
    goRound.set('');
    scripts.set([]);
    isUnknown.set(false);
    TestBed.configureTestingModule({
      providers: [
        provideWords(),
        wordsFromDisk,
        { provide: RunStore, useValue: store },
        { provide: SessionsClient, useValue: { version: async () => ({ content: SCRIPT }) } },
        { provide: PadStore, useValue: { open: nothing, catchUp: async () => undefined } },
      ],
    });
    // What else stands at the desk has specs of its own.
    TestBed.overrideComponent(RunDesk, {
      set: { imports: [RunPlay, WordsInTemplate], schemas: [CUSTOM_ELEMENTS_SCHEMA] },
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

  it('says, also on a screen that others see, that papers come once there is a line again', async () => {
    const notice = () => screen.queryByText(/^Papers and scripts for this part, if there are any, come/u);
    expect(notice()).toBeNull();
    isUnknown.set(true);
    await settled();
    expect(notice()).not.toBeNull();
    await shared(true);
    expect(notice()).not.toBeNull();
  });

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

  const big = (): string[] =>
    [...document.querySelectorAll('.cg-primary')].map(({ textContent }) => textContent.trim());

  it('makes way for a script while it is played', async () => {
    expect(big()).toEqual(['Next']);
    play.set({});
    await settled();
    expect([rules(), big()]).toEqual([[], []]);
    expect(screen.getByRole('button', { name: 'Next part of the hour' })).toBeTruthy();
  });

  it('has one big button while a script is played: its next line', async () => {
    scripts.set([{ documentId: 'script', version: 1, title: 'An evening' }]);
    await settled();
    expect(big()).toEqual(['Next']);
    play.set({ documentId: 'script', at: 't1', moment: 'turn', parts: [], leftOut: [] });
    await settled();
    expect(screen.getByText('Good evening')).toBeTruthy();
    expect(big()).toEqual(['Next line']);
  });

  it('keeps a go-round that is under way while a script is played, and begins none beside it', async () => {
    const stands = (): boolean => document.querySelector('cg-go-round') !== null;
    goRound.set('What went well?');
    await settled();
    expect(stands()).toBe(true);
    play.set({});
    await settled();
    expect(stands()).toBe(false);
    round.set({ order: ['maya', 'rosa'], at: 'maya' });
    await settled();
    expect(stands()).toBe(true);
  });
});
