import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FamilySession } from '@common-ground/contract';
import { SaveQueue, Words, provideWords } from '@common-ground/web/platform';
import { specServer } from '@common-ground/web/platform/server-for-specs';
import { screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SessionsClient } from '../sessions.client';
import { PlanStore } from './plan.store';
import { SessionsBeside } from './sessions-beside';

const PLAN = {
  ...{ startsOn: '2027-01-05', startTime: '16:00', timeZone: 'UTC', minutes: 50 },
  ...{ purpose: '', place: '', link: '', people: [], groundRules: [], goRound: '', agenda: [] },
};
const OTHER = { id: 'other', startsAt: '2027-01-05T16:00:00Z', timeZone: 'UTC', purpose: 'One evening' };

function anHour(...beside: object[]): FamilySession {
  const family = { id: 'torres', name: 'Torres' };
  return {
    id: 'hour',
    family,
    plan: PLAN,
    due: [],
    candidates: [],
    staff: [],
    beside,
  } as unknown as FamilySession;
}

describe('another hour of the family at the same time', () => {
  const state = signal({ word: 'saved' });
  let told: FamilySession;
  let asked: number;
  let store: PlanStore;
  let settled: () => Promise<unknown>;

  async function opened(session: FamilySession): Promise<void> {
    const saving = { state, trouble: signal(null), newer: null, write: jest.fn() };
    const client = { session: async () => ((asked += 1), told) };
    told = session;
    asked = 0;
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        PlanStore,
        { provide: SaveQueue, useValue: { open: () => saving } },
        { provide: SessionsClient, useValue: client },
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('sessions');
    store = TestBed.inject(PlanStore);
    store.open(session);
    const fixture = TestBed.createComponent(SessionsBeside);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    await settled();
  }
  const said = (): string => screen.getByRole('status').textContent.trim();

  it('is said, with the way there', async () => {
    await opened(anHour(OTHER));
    expect(said()).toMatch(/^At this time another session of this family is planned:/u);
    const link = screen.getByRole('link', { name: /^Tuesday, January 5 at 4:00\sPM$/u });
    expect(link.getAttribute('href')).toBe('/app/sessions/other');
  });

  it.each([
    ['the day', { startsOn: '2027-01-06' }],
    ['the time', { startTime: '16:30' }],
    ['the zone', { timeZone: 'Europe/Madrid' }],
    ['the length', { minutes: 90 }],
  ])('is asked for anew once %s was changed and saved', async (_what, change) => {
    await opened(anHour());
    expect([said(), asked]).toEqual(['', 0]);
    told = anHour(OTHER);
    state.set({ word: 'saving' });
    store.write(change);
    await settled();
    state.set({ word: 'saved' });
    await settled();
    expect(asked).toBe(1);
    await new Promise((resolve) => setTimeout(resolve));
    await settled();
    expect(said()).toMatch(/^At this time another/u);
  });
});
