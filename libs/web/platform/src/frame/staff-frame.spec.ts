import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { screen } from '@testing-library/dom';
import { SaveQueue, type UnsavedThing } from '../saving/save-queue';
import { Session } from '../session/session';
import { wordsFromDisk } from '../words/english-for-specs';
import { provideWords } from '../words/provide';
import { Words } from '../words/words';
import { StaffFrame } from './staff-frame';

describe('the frame around staff pages', () => {
  it.each(['therapist', 'supervisor', 'admin'])(
    'tells a %s of words on this device that reached nobody',
    async (role) => {
      localStorage.clear();
      const stuck = signal<readonly Pick<UnsavedThing, 'why'>[]>([{ why: 'closed' }, { why: 'stands' }]);
      const session = {
        ...{ practice: () => null, person: () => null, safety: () => null, may: () => ({}) },
        isAny: (...roles: readonly string[]) => roles.includes(role),
      };
      TestBed.configureTestingModule({
        providers: [
          provideRouter([]),
          provideWords(),
          wordsFromDisk,
          { provide: Session, useValue: session },
          { provide: SaveQueue, useValue: { stuck } },
        ],
      });
      await TestBed.inject(Words).begin();
      const fixture = TestBed.createComponent(StaffFrame);
      document.body.replaceChildren(fixture.nativeElement as HTMLElement);
      await fixture.whenStable();
      expect(screen.getByText(/A text on this device did not reach anyone/u)).toBeTruthy();
      expect(screen.getByRole('link', { name: 'See what it is' }).getAttribute('href')).toBe('/left-words');
      stuck.set([]);
      await fixture.whenStable();
      expect(screen.queryByText(/did not reach anyone/u)).toBeNull();
    },
  );
});
