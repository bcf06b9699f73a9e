import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FamilySession, PlanReview } from '@common-ground/contract';
import { HalfWritten, SaveQueue, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { PlanStore } from '../planning/plan.store';
import { PlanReviewPanel } from './plan-review-panel';

const AT = '/api/sessions/hour';
const PLAN = {
  ...{ startsOn: '2027-01-05', startTime: '16:00', timeZone: 'America/New_York', minutes: 50 },
  ...{ purpose: 'One step', place: '', link: '', people: [], groundRules: ['One speaks'], goRound: '' },
  agenda: [{ id: 'e1', title: 'Arriving', minutes: 5, fixedStart: null, documentIds: [] }],
};
const hour = (plan: object = PLAN, mayEdit = true): FamilySession =>
  ({
    ...{ id: 'hour', family: { id: 'torres' }, revision: 7, due: [], candidates: [], staff: [] },
    may: { edit: mayEdit, callOff: true },
    plan,
  }) as unknown as FamilySession;
const MARTHA = { id: 'martha', displayName: 'Martha', strength: 'must-approve', standIns: [] };
const standing = (over: object = {}): PlanReview =>
  ({
    ...{ state: 'unsent', version: null, review: null, approvedVersion: null, mustBeApproved: true },
    ...{ changedSinceSent: false, anotherLook: [], supervision: [MARTHA] },
    may: { submit: true, takeBack: false },
    ...over,
  }) as unknown as PlanReview;
const waits = {
  ...{ id: 'review', state: 'waiting', verdict: null, round: 1, act: 'approve' },
  ...{ supervisor: MARTHA, decidedBy: null, standIns: [] },
};
const WITH_MARTHA = standing({
  ...{ state: 'submitted', version: 1, review: waits },
  may: { submit: false, takeBack: true },
});

describe('the supervision of a plan', () => {
  let http: SpecServer;
  let isSaved: boolean;
  let state: ReturnType<typeof signal<object>>;
  const device = { keep: jest.fn(), drop: jest.fn(), under: jest.fn() };

  beforeEach(() => {
    isSaved = true;
    state = signal<object>({ word: 'saved', savedAt: null });
    device.keep.mockReset().mockResolvedValue(undefined);
    device.drop.mockReset().mockResolvedValue(undefined);
    device.under.mockReset().mockResolvedValue(new Map());
  });

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  };

  async function opened(first: PlanReview, session = hour()): Promise<PlanStore> {
    const saving = { state, trouble: signal(null), newer: null, write: jest.fn() };
    TestBed.configureTestingModule({
      providers: [
        ...[...specServer, provideRouter([]), provideWords(), wordsFromDisk],
        PlanStore,
        { provide: HalfWritten, useValue: device },
        {
          provide: SaveQueue,
          useValue: { open: () => saving, settled: () => Promise.resolve(isSaved) },
        },
      ],
    });
    await TestBed.inject(Words).begin();
    for (const area of ['sessions', 'documents', 'kinds']) await TestBed.inject(Words).open(area);
    http = TestBed.inject(SpecServer);
    const store = TestBed.inject(PlanStore);
    store.open(session);
    const fixture = TestBed.createComponent(PlanReviewPanel);
    fixture.componentRef.setInput('id', 'hour');
    document.body.append(fixture.nativeElement as HTMLElement);
    await settled();
    http.expectOne({ method: 'GET', url: `${AT}/review` }).flush(first);
    await settled();
    return store;
  }

  const press = async (name: string): Promise<void> => {
    fireEvent.click(screen.getByRole('button', { name, hidden: true }));
    await settled();
  };
  const note = (): HTMLTextAreaElement =>
    screen.getByRole('textbox', { name: /^Note to your supervisor/u, hidden: true });
  const says = (): string => screen.getByRole('status').textContent?.replaceAll(/\s+/gu, ' ').trim() ?? '';

  it('says that nobody has looked at a plan that somebody is to approve, and that nothing is stopped', async () => {
    await opened(standing());
    expect(says()).toContain('Nobody has looked at this plan yet.');
    expect(says()).toContain('You can still ask people and lead the session');
  });

  it('sends what stands on the desk over the revision it was read in, with the note', async () => {
    await opened(standing());
    fireEvent.input(note(), { target: { value: ' Too much? ' } });
    expect(device.keep).toHaveBeenCalledWith('plan-note/hour', ' Too much? ');
    await press('Send to Martha');
    http.expectOne({ method: 'GET', url: AT }).flush(hour());
    await settled();
    const { request } = http.expectOne({ method: 'POST', url: `${AT}/review` });
    expect(request.body).toEqual({ supervisorId: 'martha', note: 'Too much?' });
    expect(request.headers.get('if-match')).toBe('"7"');
    expect(device.drop).not.toHaveBeenCalled();
    http.expectNone({ method: 'POST' });
    await settled();
  });

  it('keeps the note until it has arrived', async () => {
    await opened(standing());
    fireEvent.input(note(), { target: { value: 'Too much?' } });
    for (const status of [500, 200]) {
      await press('Send to Martha');
      http.expectOne({ method: 'GET', url: AT }).flush(hour());
      await settled();
      const asked = http.expectOne({ method: 'POST', url: `${AT}/review` });
      if (status === 500) asked.flush({ status, code: 'internal' }, { status });
      else asked.flush(WITH_MARTHA);
      await settled();
      if (status === 500) expect([device.drop.mock.calls.length, note().value]).toEqual([0, 'Too much?']);
    }
    expect(device.drop).toHaveBeenCalledWith('plan-note/hour');
    expect(says()).toContain('The plan is with Martha.');
    expect(document.activeElement?.textContent).toContain('Supervision of this plan');
    http.match({ method: 'GET', url: '/api/reviews/review' });
  });

  it('keeps words that were typed while the plan went', async () => {
    await opened(standing());
    fireEvent.input(note(), { target: { value: 'Too much?' } });
    await press('Send to Martha');
    http.expectOne({ method: 'GET', url: AT }).flush(hour());
    await settled();
    fireEvent.input(note(), { target: { value: 'Too much? And for Leo?' } });
    http.expectOne({ method: 'POST', url: `${AT}/review` }).flush(WITH_MARTHA);
    await settled();
    expect(says()).toContain('The plan is with Martha.');
    expect(device.keep).toHaveBeenLastCalledWith('plan-note/hour', 'Too much? And for Leo?');
    expect(device.drop).not.toHaveBeenCalled();
    http.match({ method: 'GET', url: '/api/reviews/review' });
  });

  it('tells only whoever may send the plan that it can be sent', async () => {
    const free = { mustBeApproved: false };
    await opened(standing(free));
    expect(says()).toBe('Nobody has looked at this plan. You can send it to a supervisor.');
    TestBed.resetTestingModule();
    const may = { submit: false, takeBack: false };
    document.body.replaceChildren();
    await opened(standing({ ...free, may, supervision: [] }));
    expect(says()).toBe('Nobody has looked at this plan.');
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    await opened(standing({ may }), hour(PLAN, false));
    expect(says()).toBe('Nobody has looked at this plan.');
  });

  it('does not put how the plan stood before an act over what the act brought', async () => {
    await opened(WITH_MARTHA);
    http.match({ method: 'GET', url: '/api/reviews/review' });
    state.set({ word: 'saved', savedAt: '2026-11-30T10:00:00.000Z' });
    await settled();
    const asked = http.expectOne({ method: 'GET', url: `${AT}/review` });
    await press('Take the plan back');
    http
      .expectOne({ method: 'POST', url: `${AT}/review/take-back` })
      .flush(standing({ state: 'draft', version: 1 }));
    await settled();
    asked.flush(WITH_MARTHA);
    await settled();
    expect(says()).toContain('This plan was taken back.');
    // What was saved meanwhile is asked for once more.
    http
      .expectOne({ method: 'GET', url: `${AT}/review` })
      .flush(standing({ state: 'draft', version: 1, mustBeApproved: false }));
    await settled();
    expect(says()).toBe('This plan was taken back. Nobody has looked at it as it is now.');
  });

  it('finds a note again that was begun and not sent', async () => {
    device.under.mockResolvedValue(new Map([['', 'Half a note']]));
    await opened(standing());
    expect(note().value).toBe('Half a note');
    expect(screen.getByRole('group', { hidden: true })).toHaveProperty('open', true);
  });

  it('sends nothing while words are on their way, or where a colleague wrote meanwhile', async () => {
    await opened(standing());
    isSaved = false;
    await press('Send to Martha');
    expect(screen.getByRole('alert').textContent).toContain('not saved yet');
    http.expectNone({ method: 'GET', url: AT });
    isSaved = true;
    await press('Send to Martha');
    http.expectOne({ method: 'GET', url: AT }).flush(hour({ ...PLAN, purpose: 'Theirs' }));
    await settled();
    expect(screen.getByRole('alert').textContent).toContain('A colleague has changed this plan meanwhile');
    http.expectNone({ method: 'POST', url: `${AT}/review` });
  });

  it('asks first for a purpose, an agenda and somebody to send it to', async () => {
    const two = [MARTHA, { ...MARTHA, id: 'jonas', displayName: 'Jonas' }];
    await opened(standing({ supervision: two }), hour({ ...PLAN, purpose: ' ', agenda: [] }));
    await press('Send the plan for review');
    expect(screen.getAllByRole('alert', { hidden: true }).map((one) => one.textContent?.trim())).toEqual([
      'Choose whom it goes to.',
      'Say first what this session is for.',
      'Put something on the agenda first.',
    ]);
    http.expectNone({ method: 'GET', url: AT });
  });

  it('tells what changed after an approval that matters, and asks again when something is saved', async () => {
    const approvedVersion = { number: 1, by: MARTHA, at: '2026-11-29T10:00:00.000Z', coSignerMissing: null };
    const approved = { state: 'approved', version: 1, approvedVersion };
    await opened(standing({ ...approved, may: { submit: false, takeBack: false } }));
    expect(says()).toMatch(/^Martha approved this plan on/u);
    state.set({ word: 'saved', savedAt: '2026-11-30T10:00:00.000Z' });
    await settled();
    const change = { sort: 'added', part: 'person', blockId: 'leo', from: null, to: 'Leo · takes part' };
    http
      .expectOne({ method: 'GET', url: `${AT}/review` })
      .flush(standing({ ...approved, changedSinceSent: true, anotherLook: [change] }));
    await settled();
    expect(says()).toContain('This plan needs another look. Martha approved it on');
    expect(screen.getByRole('listitem').textContent).toContain('Who comes: Added: “Leo · takes part”.');
  });

  it('says that the plan is no longer what its supervisor reads, and takes it back', async () => {
    await opened({ ...WITH_MARTHA, changedSinceSent: true });
    http.match({ method: 'GET', url: '/api/reviews/review' });
    expect(says()).toContain('It has changed since. Martha reads it as it was sent.');
    await press('Take the plan back');
    http
      .expectOne({ method: 'POST', url: `${AT}/review/take-back` })
      .flush(standing({ state: 'draft', version: 1 }));
    await settled();
    expect(says()).toContain('This plan was taken back.');
  });

  it('shows what was said at its place, and takes other words into the plan', async () => {
    const came = { ...waits, state: 'decided', verdict: 'ask-for-changes', decidedBy: MARTHA };
    const store = await opened(standing({ state: 'returned', version: 1, review: came }));
    const said = {
      ...{ id: 'c1', blockId: 'rule-1', quote: 'One speaks', prefix: '', suffix: '', text: 'Kinder?' },
      ...{ author: MARTHA, state: 'sent', at: '2026-11-29T10:00:00.000Z', replyTo: null, round: 1 },
      ...{ resolvedAt: null, suggestion: { words: 'We listen', answer: null } },
      may: { resolve: false, answerSuggestion: true },
    };
    const content = {
      ...{ format: 1, language: 'en', purpose: 'One step', minutes: 50, people: [], goRound: '' },
      ...{ when: { startsOn: '2027-01-05', startTime: '16:00', timeZone: 'America/New_York' } },
      ...{ groundRules: [{ id: 'rule-1', words: 'One speaks' }], agenda: [] },
    };
    const review = {
      ...{ id: 'review', comments: [said], version: { content }, may: { reply: true }, summary: null },
      document: { id: 'plan', kind: 'hour-plan' },
    };
    http.expectOne({ method: 'GET', url: '/api/reviews/review' }).flush(review);
    await settled();
    expect(screen.getByRole('group', { name: 'Ground rule' }).textContent).toContain('Kinder?');
    await press('Take these words: We listen');
    expect(store.plan().groundRules).toEqual(['We listen']);
    http
      .expectOne({ method: 'PUT', url: '/api/reviews/review/comments/c1/suggestion' })
      .flush({ ...said, suggestion: { words: 'We listen', answer: 'taken' } });
    await settled();
    expect(screen.getByText('These words were taken.')).toBeTruthy();
  });
});
