import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
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
    for (const at of [1, 2]) {
      place.set(at);
      await settled();
      expect(screen.getByText(ASKED)).toBeTruthy();
      expect(later()).toBeNull();
    }
    await shared(true);
    expect(screen.getByText(ASKED)).toBeTruthy();
  });

  it('makes way afterwards: one tap away for whoever leads, and not at all where others see the screen', async () => {
    place.set(3);
    await settled();
    expect(later()?.closest('details')?.open).toBe(false);
    await shared(true);
    expect(document.body.textContent.trim()).toBe('');
  });

  it('goes on wherever the hour is, once it was begun', async () => {
    place.set(3);
    await settled();
    later()?.click();
    fireEvent.click(screen.getByRole('button', { name: 'Maya' }));
    await settled();
    expect(round()?.order).toEqual(['maya', 'elena', 'rosa']);
    expect(screen.getByText('Now it is Maya.')).toBeTruthy();
    expect(screen.getByText(ASKED)).toBeTruthy();
    expect(later()).toBeNull();
  });
});
