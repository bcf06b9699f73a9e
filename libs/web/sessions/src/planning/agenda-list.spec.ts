import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FamilySession } from '@common-ground/contract';
import { SaveQueue, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SessionsClient } from '../sessions.client';
import { AgendaList } from './agenda-list';
import { PlanStore } from './plan.store';

const PAPERS = [
  { id: 'ride', kind: 'role-play-script', title: 'Maya asks for a ride', state: 'draft' },
  { id: 'week', kind: 'support-plan', title: 'The first week', state: 'shared' },
];

function anHour(): FamilySession {
  const agenda = PAPERS.map(({ id }, at) => ({
    ...{ id: `e${at + 1}`, title: `Part ${at + 1}`, minutes: 10, fixedStart: null, documentIds: [id] },
  }));
  const plan = {
    ...{ startsOn: '2027-01-05', startTime: '16:00', timeZone: 'America/New_York', minutes: 50 },
    ...{ purpose: '', place: '', link: '', people: [], groundRules: [], goRound: '', agenda },
  };
  return {
    ...{ id: 'hour', family: { id: 'torres' }, plan, due: [], candidates: [], staff: [] },
  } as unknown as FamilySession;
}

describe('the agenda of a plan', () => {
  let store: PlanStore;
  let settled: () => Promise<unknown>;

  beforeEach(async () => {
    const saving = { state: signal({ word: 'saved' }), trouble: signal(null), newer: null, write: jest.fn() };
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        PlanStore,
        { provide: SaveQueue, useValue: { open: () => saving } },
        { provide: SessionsClient, useValue: { papers: () => Promise.resolve(PAPERS) } },
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('sessions');
    store = TestBed.inject(PlanStore);
    store.open(anHour());
    const fixture = TestBed.createComponent(AgendaList);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(SpecServer).expectOne('/api/sessions/hour/due').flush({ actions: [], answers: [] });
    await settled();
  });

  it('says of a paper on the table that the family does not have it as it stands', () => {
    const said = screen.getAllByText(/^\s*As it stands it is not shared\./u);
    expect(said.map((line) => line.parentElement?.querySelector('a')?.textContent)).toEqual([
      'Maya asks for a ride',
    ]);
  });

  it.each([
    ['a start before the hour', '07:25', 'fixed start is before the session'],
    ['some minutes', '16:05', '5 min late'],
  ])('says in words how a fixed start fares: %s', async (_what, fixedStart, words) => {
    store.rewrite('e2', { fixedStart });
    await settled();
    expect(screen.getByText(words, { exact: true })).toBeTruthy();
    expect(screen.queryByText(/\d{3} min/u)).toBeNull();
  });

  it.each([
    [80, '1 h 15 min late'],
    [65, '1 h late'],
  ])('says hours where something is that late: %s minutes before it', async (minutes, words) => {
    store.rewrite('e1', { minutes });
    store.rewrite('e2', { fixedStart: '16:05' });
    await settled();
    expect(screen.getByText(words, { exact: true })).toBeTruthy();
  });

  it('shows the minutes that hold again where a field was left empty', async () => {
    const [minutes] = screen.getAllByRole<HTMLInputElement>('spinbutton', { name: 'Minutes' });
    if (minutes === undefined) throw new Error('An entry lasts some minutes.');
    fireEvent.input(minutes, { target: { value: '' } });
    fireEvent.change(minutes);
    await settled();
    expect([minutes.value, store.plan().agenda[0]?.minutes]).toEqual(['10', 10]);
    fireEvent.input(minutes, { target: { value: '12' } });
    fireEvent.change(minutes);
    expect([minutes.value, store.plan().agenda[0]?.minutes]).toEqual(['12', 12]);
  });
});
