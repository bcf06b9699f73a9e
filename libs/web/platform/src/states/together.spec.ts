import { type WritableSignal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Problem } from '../http/problem';
import { type Loaded, together } from './loaded';

interface Coming extends Loaded<string> {
  readonly value: WritableSignal<string | null>;
  readonly problem: WritableSignal<Problem | null>;
  readonly isLoading: WritableSignal<boolean>;
}

function coming(): Coming {
  const [value, problem] = [signal<string | null>(null), signal<Problem | null>(null)];
  return { value, problem, isLoading: signal(true), again: () => undefined, set: (now) => value.set(now) };
}

function arrives(one: Coming): void {
  one.value.set('here');
  one.isLoading.set(false);
}

describe('what appears together', () => {
  let homework: Coming;
  let hours: Coming;
  let all: ReturnType<typeof together<string>>;

  beforeEach(() => {
    jest.useFakeTimers();
    [homework, hours] = [coming(), coming()];
    all = TestBed.runInInjectionContext(() => together(homework, () => [hours]));
    TestBed.tick();
  });
  afterEach(() => jest.useRealTimers());

  const passes = (milliseconds: number): void => {
    TestBed.tick();
    jest.advanceTimersByTime(milliseconds);
    TestBed.tick();
  };
  const isThere = (): readonly boolean[] => [all.isWhole(), !all.page.isLoading()];

  it('waits for all of it', () => {
    arrives(homework);
    passes(500);
    expect(isThere()).toEqual([false, false]);
    arrives(hours);
    expect(isThere()).toEqual([true, true]);
  });

  it('is not held back for long by what hangs', () => {
    arrives(homework);
    passes(1_999);
    expect(isThere()).toEqual([false, false]);
    passes(1);
    expect(isThere()).toEqual([true, true]);
    expect(hours.isLoading()).toBe(true);
  });

  it('appears as a whole, however long what it is for takes', () => {
    passes(10_000);
    expect(isThere()).toEqual([false, false]);
    arrives(homework);
    passes(100);
    expect(isThere()).toEqual([false, false]);
    arrives(hours);
    expect(isThere()).toEqual([true, true]);
  });

  it('says at once why what it is for does not come', () => {
    homework.problem.set(new Problem(500, 'unexpected'));
    homework.isLoading.set(false);
    expect(all.page.problem()?.code).toBe('unexpected');
    expect(all.page.isLoading()).toBe(false);
  });
});
