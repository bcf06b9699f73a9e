import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { screen, within } from '@testing-library/dom';
import { wordsFromDisk } from '../words/english-for-specs';
import { Session } from '../session/session';
import { Words, provideWords } from '../words';
import { Leaving } from './leaving';
import { NotCovered } from './not-covered';

const SAFETY = {
  ...{ practicePhone: '555 0100', practiceHours: 'weekdays', emergencyNumber: '911', crisisLine: '988' },
  checkedOn: '2026-11-01',
};

describe('a page that is over, where the form to sign in does not load', () => {
  it('says so, lets its reader try again or leave, and has the numbers that the page behind it hides', async () => {
    const leave = jest.fn();
    TestBed.configureTestingModule({
      providers: [
        ...[provideRouter([]), provideWords(), wordsFromDisk],
        { provide: Session, useValue: { safety: signal(SAFETY), practice: signal({ name: 'Harbor Lane' }) } },
        { provide: Leaving, useValue: { leave } },
      ],
    });
    await TestBed.inject(Words).begin();
    const fixture = TestBed.createComponent(NotCovered);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    const said = screen.getByRole('alert');
    expect(within(said).getByRole('heading', { level: 1 }).textContent).toBe('Please sign in again');
    expect(said.textContent).toContain(
      'The place to sign in does not load right now. Check your connection, then try again.',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(document.querySelector('a[href="tel:911"]')).not.toBeNull();
    screen.getByRole('button', { name: 'Leave this page instead' }).click();
    expect(leave).toHaveBeenCalledTimes(1);
  });
});
