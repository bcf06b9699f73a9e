import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Api } from '../http/api';
import { Session } from './session';
import { SignsOfLife } from './signs-of-life';

describe('signs of life', () => {
  const isSignedIn = signal(true);
  let asked: string[];

  beforeEach(() => {
    jest.useFakeTimers({ now: 10_000_000 });
    isSignedIn.set(true);
    asked = [];
    const api = {
      get: (path: string) => {
        asked.push(path);
        return Promise.resolve({});
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Api, useValue: api },
        { provide: Session, useValue: { isSignedIn } },
      ],
    });
    TestBed.inject(SignsOfLife);
  });
  afterEach(() => jest.useRealTimers());

  const key = (): boolean => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));

  it('keeps somebody signed in who writes for an hour, without a request for each key', () => {
    for (let minute = 0; minute < 60; minute += 1) {
      for (let stroke = 0; stroke < 50; stroke += 1) key();
      jest.advanceTimersByTime(60_000);
    }
    expect(asked).toHaveLength(15);
  });

  it('says nothing for a page nobody touches, and nothing when nobody is signed in', () => {
    jest.advanceTimersByTime(60 * 60_000);
    expect(asked).toEqual([]);
    isSignedIn.set(false);
    key();
    expect(asked).toEqual([]);
  });
});
