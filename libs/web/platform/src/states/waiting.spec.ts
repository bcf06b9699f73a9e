import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { screen } from '@testing-library/dom';
import { Problem } from '../http/problem';
import { Session } from '../session/session';
import { wordsFromDisk } from '../words/english-for-specs';
import { provideWords } from '../words/provide';
import { Words } from '../words/words';
import { Waiting } from './waiting';

describe('waiting for a page', () => {
  const problem = signal<Problem | null>(null);
  const isLoading = signal(false);
  const isSignedIn = signal(true);
  let tries: number;

  beforeEach(() => {
    problem.set(null);
    isLoading.set(false);
    isSignedIn.set(true);
    tries = 0;
  });

  async function shown(): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideWords(), wordsFromDisk, { provide: Session, useValue: { isSignedIn } }],
    });
    await TestBed.inject(Words).begin();
    const fixture = TestBed.createComponent(Waiting);
    const on = { value: signal(null), problem, isLoading, again: () => (tries += 1), set: () => undefined };
    fixture.componentRef.setInput('on', on);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  }

  it.each([
    [new Problem(403, 'not-allowed'), 'This is not open to you', false],
    [new Problem(404, 'not-found'), 'There is nothing here', false],
    [new Problem(410, 'share-revoked'), 'This is not open to you', false],
    [new Problem(0, 'offline'), 'No connection', true],
    [new Problem(500, 'unexpected', [], 'ab12'), 'That did not work', true],
  ])(
    'says why it does not come (%s), and offers another try where one may help',
    async (why, title, mayTry) => {
      problem.set(why);
      await shown();
      expect(screen.getByText(title)).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Try again' }) !== null).toBe(mayTry);
    },
  );

  it('keeps what stands below the page out of sight for two seconds and no longer', async () => {
    isLoading.set(true);
    await shown();
    const waits = (): boolean => document.querySelector('[data-waits]') !== null;
    jest.useFakeTimers();
    try {
      isLoading.set(false);
      TestBed.tick();
      expect(waits()).toBe(false);
      isLoading.set(true);
      TestBed.tick();
      jest.advanceTimersByTime(1_999);
      TestBed.tick();
      expect(waits()).toBe(true);
      jest.advanceTimersByTime(1);
      TestBed.tick();
      expect(waits()).toBe(false);
      expect(screen.getByRole('status')).toBeTruthy();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says nothing itself about an ended session, and asks again when the person is back', async () => {
    isSignedIn.set(false);
    problem.set(new Problem(401, 'not-signed-in'));
    await shown();
    expect(screen.queryByText('That did not work')).toBeNull();
    expect(tries).toBe(0);
    isSignedIn.set(true);
    TestBed.tick();
    expect(tries).toBe(1);
  });
});
