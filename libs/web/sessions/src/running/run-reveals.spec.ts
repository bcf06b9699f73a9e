import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { RevealStanding, ShownReveal } from '@common-ground/contract';
import { Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SessionsClient } from '../sessions.client';
import { RunReveals } from './run-reveals';
import { RunStore } from './run.store';

const QUESTION = 'What would help in the evenings?';
const asked = { documentId: 'evenings', promptId: 'told' };
const standing = (more: Partial<RevealStanding>): RevealStanding =>
  ({ ...asked, question: QUESTION, onScreen: [], isReady: false, ...more }) as RevealStanding;
const shownBeneath = (question: string, ...voices: [id: string, by: string, value: string][]): ShownReveal =>
  ({
    ...asked,
    prompt: { id: 'told', kind: 'short-answer', question },
    voices: voices.map(([answerId, by, value]) => ({ answerId, by, value })),
  }) as unknown as ShownReveal;
const BOTH = shownBeneath(QUESTION, ['a', 'Rosa', 'Quiet'], ['b', 'David', 'A walk']);

describe('what people open to each other, at the desk of whoever leads', () => {
  const run = signal({ id: 'hour', reveals: [] as readonly RevealStanding[] });
  const silentSince = signal<string | null>(null);
  let shown: readonly ShownReveal[];
  let reads: number;
  let isShared: (isIt: boolean) => Promise<unknown>;
  let settled: () => Promise<unknown>;

  async function opened(...reveals: RevealStanding[]): Promise<void> {
    run.set({ id: 'hour', reveals });
    silentSince.set(null);
    reads = 0;
    const client = {
      shown: async () => {
        reads += 1;
        return shown;
      },
      show: async () => shown,
    };
    TestBed.configureTestingModule({
      providers: [
        provideWords(),
        wordsFromDisk,
        { provide: RunStore, useValue: { run, silentSince } },
        { provide: SessionsClient, useValue: client },
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('running');
    const fixture = TestBed.createComponent(RunReveals);
    fixture.componentRef.setInput('isShared', false);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    isShared = (isIt) => {
      fixture.componentRef.setInput('isShared', isIt);
      return settled();
    };
    await settled();
  }
  const said = (): string => document.body.textContent;

  it('is forgotten at once while nobody hears whether it may still stand there, and read anew after that', async () => {
    shown = [BOTH];
    await opened(standing({ onScreen: ['a', 'b'] as never }));
    expect(said()).toContain('A walk');
    silentSince.set('2027-02-02T16:00:00Z');
    await settled();
    expect(said()).not.toContain('A walk');
    expect(said()).not.toContain('Rosa');
    silentSince.set(null);
    await settled();
    expect(said()).toContain('A walk');
    expect(reads).toBe(2);
  });

  it('leaves with the hour’s word, whatever was read before', async () => {
    shown = [BOTH];
    await opened(standing({ onScreen: ['a', 'b'] as never }));
    run.set({ id: 'hour', reveals: [standing({})] });
    await settled();
    expect(said()).not.toContain('A walk');
  });

  it('says how far a question is to whoever leads, and never on a screen that others see', async () => {
    shown = [];
    await opened(
      standing({}),
      standing({ promptId: 'kept', isReady: true }),
      standing({ promptId: 'spare', question: null }),
    );
    const tags = (): string[] => screen.queryAllByRole('status').map((tag) => tag.textContent.trim());
    expect(tags()).toEqual(['Not open yet', 'Open, and may be shown here']);
    expect(said()).toContain('A question that the family has not got yet');
    await isShared(true);
    expect(tags()).toEqual([]);
    for (const note of ['Ask nobody aloud', 'has not got yet', 'Not open'])
      expect(said()).not.toContain(note);
    // One button for all of them: that it is there says of none that it is open.
    expect(screen.getAllByRole('button').map((button) => button.textContent.trim())).toEqual([
      'Show what is open',
    ]);
  });

  it('shows what it was answered with, and asks for it no second time', async () => {
    shown = [BOTH];
    await opened(standing({ isReady: true }));
    fireEvent.click(screen.getByRole('button', { name: `Show it on this screen: ${QUESTION}` }));
    await settled();
    run.set({ id: 'hour', reveals: [standing({ onScreen: ['a', 'b'] as never })] });
    await settled();
    expect(said()).toContain('A walk');
    expect(reads).toBe(0);
  });

  it('puts answers to other words beneath those', async () => {
    const older = 'What helped in the evenings?';
    shown = [BOTH, shownBeneath(older, ['c', 'Maya', 'Tea'], ['d', 'Leo', 'Music'])];
    await opened(standing({ onScreen: ['a', 'b', 'c', 'd'] as never }));
    const text = said();
    const places = [QUESTION, 'A walk', older, 'Tea'].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
    expect(screen.getAllByText(QUESTION)).toHaveLength(1);
  });
});
