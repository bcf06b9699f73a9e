import { TestBed } from '@angular/core/testing';
import { DOCUMENT } from '@angular/common';
import { Session } from '../session/session';
import { Leaving } from './leaving';

describe('leaving at once', () => {
  const replaced: string[] = [];
  const happened: string[] = [];
  let leaving: Leaving;
  let exitUrl: string | null;

  beforeEach(() => {
    replaced.length = 0;
    happened.length = 0;
    exitUrl = 'https://weather.example/';
    const page = {
      documentElement: { classList: { add: (name: string) => happened.push(name) } },
      title: 'What helps when evenings get hard',
      defaultView: {
        sessionStorage: { clear: () => happened.push('tab cleared') },
        location: { replace: (to: string) => replaced.push(to) },
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: DOCUMENT, useValue: page },
        {
          provide: Session,
          useValue: {
            practice: () => (exitUrl === null ? null : { exitUrl }),
            abandon: () => happened.push('session abandoned'),
          },
        },
      ],
    });
    leaving = TestBed.inject(Leaving);
  });

  const press = (key: string, timeStamp: number, repeat = false): void =>
    leaving.press({ key, timeStamp, repeat } as KeyboardEvent);

  it('blanks the screen before anything else, ends the session and leaves no way back', () => {
    leaving.leave();
    expect(happened).toEqual(['cg-blank', 'session abandoned', 'tab cleared']);
    expect(TestBed.inject(DOCUMENT).title.trim()).toBe('');
    expect(replaced).toEqual(['https://weather.example/']);
  });

  it('leads to a neutral page also when nobody is signed in', () => {
    exitUrl = null;
    leaving.leave();
    expect(replaced).toEqual(['https://www.weather.gov/']);
  });

  it('takes Shift pressed three times for the button', () => {
    press('Shift', 0);
    press('Shift', 500);
    expect(replaced).toEqual([]);
    press('Shift', 900);
    expect(replaced).toHaveLength(1);
  });

  it('does not take writing in capitals for it', () => {
    for (const [at, key] of ['Shift', 'M', 'Shift', 'A', 'Shift', 'Y', 'Shift', 'A'].entries())
      press(key, at * 100);
    expect(replaced).toEqual([]);
  });

  it('takes neither a held key nor three slow presses for it', () => {
    press('Shift', 0);
    press('Shift', 50, true);
    press('Shift', 90, true);
    press('Shift', 4_000);
    press('Shift', 8_000);
    expect(replaced).toEqual([]);
  });
});
