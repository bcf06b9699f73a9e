import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { CountedAirtime } from '@common-ground/contract';
import { speaking } from '@common-ground/rules/content';
import { Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { RunStore } from './run.store';
import { TimeToSpeak } from './time-to-speak';

const PEOPLE = [
  { id: 'rosa', displayName: 'Rosa' },
  { id: 'leo', displayName: 'Leo' },
];

describe('how much time each has, at the desk of whoever leads', () => {
  const airtime = signal<CountedAirtime | null>(null);
  const store = {
    run: signal({ people: PEOPLE }),
    state: computed(() => ({ airtime: airtime() })),
    airtime: computed(() => {
      const counted = airtime();
      return counted && speaking.sharesOfTime(counted, PEOPLE, 0);
    }),
    beginAirtime: (): void => airtime.set({ speaking: 'rosa', onScreen: false, count: 1, spoken: [] }),
    endAirtime: (): void => airtime.set(null),
  };
  let isShared: (isIt: boolean) => Promise<unknown>;
  let settled: () => Promise<unknown>;

  beforeEach(async () => {
    airtime.set(null);
    TestBed.configureTestingModule({
      providers: [provideWords(), wordsFromDisk, { provide: RunStore, useValue: store }],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('running');
    const fixture = TestBed.createComponent(TimeToSpeak);
    fixture.componentRef.setInput('isShared', false);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    isShared = (isIt) => {
      fixture.componentRef.setInput('isShared', isIt);
      return settled();
    };
    await settled();
  });
  const buttons = (): (string | null)[] =>
    screen.queryAllByRole('button').map((button) => button.ariaLabel ?? button.textContent.trim());
  const rows = (): string[] =>
    screen.queryAllByRole('listitem').map((row) => row.textContent.replace(/\s+/gu, ' ').trim());

  it('is asked for with one button, and put away with another, and the cursor stays there', async () => {
    expect(buttons()).toEqual(['See how much time each has']);
    fireEvent.click(screen.getByRole('button'));
    await settled();
    expect(document.activeElement?.textContent).toBe('Time to speak');
    fireEvent.click(screen.getByRole('button', { name: 'Stop counting' }));
    await settled();
    expect(document.activeElement?.textContent.trim()).toBe('See how much time each has');
  });

  it('says minutes and who speaks in words, in the order of the people', async () => {
    airtime.set({ speaking: 'rosa', onScreen: false, count: 1, spoken: [{ id: 'leo', seconds: 190 }] });
    await settled();
    expect(rows()).toEqual([
      'Rosa less than a minute · speaks now Nobody speaks now',
      'Leo about 3 minutes Speaks now',
    ]);
  });

  it('stands on a screen that others see only when that is wanted, and nothing there can be pressed', async () => {
    airtime.set({ speaking: 'rosa', onScreen: false, count: 1, spoken: [] });
    await isShared(true);
    expect(document.body.textContent.trim()).toBe('');
    airtime.set({ speaking: 'rosa', onScreen: true, count: 1, spoken: [] });
    await settled();
    expect([rows(), buttons()]).toEqual([['Rosa less than a minute · speaks now', 'Leo not yet'], []]);
    expect(screen.queryByRole('checkbox')).toBeNull();
    airtime.set(null);
    await settled();
    expect(buttons()).toEqual([]);
  });
});
