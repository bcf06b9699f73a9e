import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SESSION_FORMATS } from '@common-ground/contract';
import { planFor } from '@common-ground/rules/content';
import { Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { GoRound } from './go-round';
import { RunStore } from './run.store';

const ASKED = 'Go-round: What went well?';
const PEOPLE = ['Elena', 'Maya', 'Rosa'].map((name) => ({ id: name.toLowerCase(), displayName: name }));

describe('asking everybody in turn', () => {
  const place = signal(1);
  const round = signal<{ order: readonly string[]; at: string } | null>(null);
  const store = {
    run: () => ({ goRound: 'What went well?', people: PEOPLE }),
    state: () => ({ round: round() }),
    beginRound: (order: readonly string[]) => {
      round.set({ order, at: order[0] ?? '' });
    },
    nextTurn: () => {
      const { order, at } = round() ?? { order: [], at: '' };
      const next = order[order.indexOf(at) + 1];
      round.set(next === undefined ? null : { order, at: next });
    },
    place,
  };
  let settled: () => Promise<unknown>;
  let shared: (isShared: boolean) => Promise<unknown>;

  beforeEach(async () => {
    place.set(1);
    round.set(null);
    TestBed.configureTestingModule({
      providers: [provideWords(), wordsFromDisk, { provide: RunStore, useValue: store }],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('running');
    const fixture = TestBed.createComponent(GoRound);
    fixture.componentRef.setInput('isShared', false);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    shared = (isShared) => {
      fixture.componentRef.setInput('isShared', isShared);
      return settled();
    };
    await settled();
  });
  const later = (): HTMLElement | null => screen.queryByText('Ask everybody in turn');

  it('is offered while the hour begins, and the question stands there for all', async () => {
    for (const at of [1, 2, 3]) {
      place.set(at);
      await settled();
      expect(screen.getByText(ASKED)).toBeTruthy();
      expect(later()).toBeNull();
    }
    await shared(true);
    expect(screen.getByText(ASKED)).toBeTruthy();
  });

  it.each(SESSION_FORMATS)('stands there at the part of a %s in which everybody is asked', async (format) => {
    const { agenda } = planFor(format, 'en');
    const asked = agenda.findIndex(({ title }) => ['Go-round', 'What each of us hopes for'].includes(title));
    expect(asked).not.toBe(-1);
    place.set(asked + 1);
    await settled();
    expect(screen.getByText(ASKED)).toBeTruthy();
    expect(later()).toBeNull();
  });

  it('makes way afterwards: one tap away for whoever leads, and not at all where others see the screen', async () => {
    place.set(4);
    await settled();
    expect(later()?.closest('details')?.open).toBe(false);
    await shared(true);
    expect(document.body.textContent.trim()).toBe('');
  });

  it('goes on wherever the hour is, once it was begun', async () => {
    place.set(4);
    await settled();
    later()?.click();
    fireEvent.click(screen.getByRole('button', { name: 'Maya' }));
    await settled();
    expect(round()?.order).toEqual(['maya', 'elena', 'rosa']);
    expect(screen.getByText('Now it is Maya.')).toBeTruthy();
    expect(screen.getByText(ASKED)).toBeTruthy();
    expect(later()).toBeNull();
  });

  it('is closed again with the next part of the hour', async () => {
    place.set(4);
    await settled();
    const details = later()?.closest('details');
    details?.setAttribute('open', '');
    await settled();
    place.set(5);
    await settled();
    expect(later()?.closest('details')?.open).toBe(false);
  });

  it.each([
    [2, () => document.activeElement?.textContent.trim(), 'Elena'],
    [4, () => document.activeElement?.tagName, 'SUMMARY'],
  ])(
    'leaves the cursor at where it begins anew once all had their turn (part %i)',
    async (at, focused, what) => {
      place.set(at);
      round.set({ order: ['maya', 'rosa'], at: 'maya' });
      await settled();
      fireEvent.click(screen.getByRole('button', { name: 'Next person' }));
      await settled();
      expect(document.activeElement?.textContent.trim()).toBe('Now it is Rosa.');
      fireEvent.click(screen.getByRole('button', { name: 'Everybody was asked' }));
      await settled();
      expect(focused()).toBe(what);
    },
  );
});
