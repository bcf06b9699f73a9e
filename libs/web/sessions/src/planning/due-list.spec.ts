import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DocumentId, FamilySession } from '@common-ground/contract';
import { SaveQueue, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SessionsClient } from '../sessions.client';
import { AgendaList } from './agenda-list';
import { PlanStore } from './plan.store';

const CALM = 'calm-evenings' as DocumentId;
const WEEK = 'hard-week' as DocumentId;

function anHour(due: FamilySession['due']): FamilySession {
  const plan = {
    ...{ startsOn: '2027-01-05', startTime: '16:00', timeZone: 'America/New_York', minutes: 50 },
    ...{ purpose: '', place: '', link: '', people: [], groundRules: [], goRound: '' },
    agenda: [{ id: 'e1', title: 'Arriving', minutes: 5, fixedStart: null, documentIds: [] }],
  };
  return {
    id: 'hour',
    family: { id: 'torres' },
    plan,
    due,
    candidates: [],
    staff: [],
  } as unknown as FamilySession;
}

describe('plans to be looked at again', () => {
  let store: PlanStore;
  let settled: () => Promise<unknown>;
  let since: object;

  beforeEach(() => {
    since = { actions: [], answers: [] };
  });

  async function opened(...due: FamilySession['due'][number][]): Promise<void> {
    const saving = { state: signal({ word: 'saved' }), trouble: signal(null), newer: null, write: jest.fn() };
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        PlanStore,
        { provide: SaveQueue, useValue: { open: () => saving } },
        { provide: SessionsClient, useValue: { papers: () => Promise.resolve([]) } },
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('sessions');
    store = TestBed.inject(PlanStore);
    store.open(anHour(due));
    const fixture = TestBed.createComponent(AgendaList);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    // The page is not at rest before it has been told what came since the last hour.
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(SpecServer).expectOne('/api/sessions/hour/due').flush(since);
    await settled();
  }
  const offered = (): (string | null)[] =>
    screen.queryAllByRole('button', { name: /^Put on the agenda/u }).map((button) => button.ariaLabel);
  const calm = { documentId: CALM, title: 'Rosa’s plan for calm evenings', reviewOn: '2026-12-01' };
  const week = { documentId: WEEK, title: 'Support in a hard week', reviewOn: '2026-12-27' };

  it('are no part of the page when none is due', async () => {
    await opened();
    expect(screen.queryByRole('heading', { name: 'Plans to look at again' })).toBeNull();
    expect(offered()).toEqual([]);
  });

  it('become an entry with the plan on its table, under no name that others could read', async () => {
    await opened(calm, week);
    expect(screen.getByText(/^\s*Agreed for December 1\b/u)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: `Put on the agenda: ${calm.title}` }));
    await settled();
    const entry = store.plan().agenda.at(-1);
    expect(entry).toMatchObject({ title: 'Look at a plan again', minutes: 10, documentIds: [CALM] });
    expect(document.activeElement?.id).toBe(`title-${entry?.id ?? ''}`);
    expect(offered()).toEqual([`Put on the agenda: ${week.title}`]);
  });

  it('are offered again once that is undone, or the entry is taken out', async () => {
    await opened(calm);
    for (const back of [
      (): void => store.undo(),
      (): void => store.remove(store.plan().agenda.at(-1)?.id ?? ''),
    ]) {
      fireEvent.click(screen.getByRole('button', { name: /^Put on the agenda/u }));
      await settled();
      expect(offered()).toEqual([]);
      back();
      await settled();
      expect(offered()).toHaveLength(1);
    }
  });

  it('come a few at a time', async () => {
    await opened(
      ...Array.from({ length: 7 }, (_, at) => ({ ...calm, documentId: `plan-${at}` as DocumentId })),
    );
    expect(offered()).toHaveLength(5);
  });

  it('stand beside what was agreed on before and what came back since, until either is on the agenda', async () => {
    const entryId = 'from-0123456789ab-greeting';
    const action = {
      entryId,
      sessionId: 'before',
      agreedOn: '2026-12-22',
      who: 'Rosa',
      what: 'Greets',
      when: '',
    };
    const answers = {
      taskId: 't1',
      documentId: CALM,
      title: 'A sheet',
      count: 2,
      person: { displayName: 'Leo' },
    };
    since = { actions: [action], answers: [answers] };
    await opened();
    expect(screen.getByText(/^\s*Agreed on December 22\b/u)).toBeTruthy();
    expect(screen.getByText('2 answers from Leo')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Put on the agenda: Greets' }));
    await settled();
    expect(store.plan().agenda.at(-1)).toMatchObject({
      id: entryId,
      title: 'How it went with what we agreed',
    });
    fireEvent.click(screen.getByRole('button', { name: /^Put on the agenda: A sheet/u }));
    await settled();
    expect(store.plan().agenda.at(-1)).toMatchObject({ title: 'What came back', documentIds: [CALM] });
    expect(offered()).toEqual([]);
    store.undo();
    await settled();
    expect(offered()).toEqual(['Put on the agenda: A sheet, Leo']);
  });
});
