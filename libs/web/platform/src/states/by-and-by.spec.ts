import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { byAndBy } from './by-and-by';

describe('lines that come by and by', () => {
  const wanted = signal(0);
  let room: () => number;

  beforeEach(() => {
    jest.useFakeTimers();
    wanted.set(0);
    room = TestBed.runInInjectionContext(() => byAndBy(wanted));
    TestBed.tick();
  });
  afterEach(() => jest.useRealTimers());

  /** One frame is painted, and what was put off until after it is done. */
  const afterFrame = (): number => {
    jest.advanceTimersToNextFrame();
    jest.advanceTimersByTime(1);
    TestBed.tick();
    return room();
  };
  const want = (lines: number): void => {
    wanted.set(lines);
    TestBed.tick();
  };

  it('are few at first, and more after each frame, until there is room for all', () => {
    want(17);
    expect(room()).toBe(2);
    expect([afterFrame(), afterFrame(), afterFrame()]).toEqual([8, 14, 20]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('come only after what is there was painted', () => {
    want(17);
    jest.advanceTimersToNextFrame();
    TestBed.tick();
    expect(room()).toBe(2);
  });

  it('stay, whatever else comes', () => {
    want(17);
    afterFrame();
    want(2);
    expect([afterFrame(), afterFrame()]).toEqual([8, 8]);
    want(12);
    expect(afterFrame()).toBe(14);
  });

  it('are not waited for where few are wanted, nor once the page has gone', () => {
    want(2);
    expect(jest.getTimerCount()).toBe(0);
    want(90);
    TestBed.resetTestingModule();
    jest.advanceTimersByTime(1_000);
    expect(jest.getTimerCount()).toBe(0);
    expect(room()).toBe(2);
  });
});
