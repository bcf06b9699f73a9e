import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SafetyCard } from '@common-ground/contract';
import { screen } from '@testing-library/dom';
import { rememberSafety } from '../session/known-safety';
import { Session } from '../session/session';
import { wordsFromDisk } from '../words/english-for-specs';
import { provideWords } from '../words/provide';
import { Words } from '../words/words';
import { SafetyCardView } from './safety-card';

const HARBOR: SafetyCard = {
  practicePhone: '+1 555 0142',
  practiceHours: 'Monday to Friday, 8 am to 6 pm',
  emergencyNumber: '911',
  crisisLine: '988',
  checkedOn: '2026-11-01',
};

describe('the safety card', () => {
  const safety = signal<SafetyCard | null>(null);

  beforeEach(() => {
    localStorage.clear();
    safety.set(null);
  });

  async function shown(): Promise<void> {
    const session = { safety, practice: () => (safety() ? { name: 'Harbor Lane' } : null) };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideWords(), wordsFromDisk, { provide: Session, useValue: session }],
    });
    await TestBed.inject(Words).begin();
    const fixture = TestBed.createComponent(SafetyCardView);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  }

  const numbers = (): (string | null)[] =>
    screen.getAllByRole('link').map((link) => link.getAttribute('href'));

  it('says that nobody reads this around the clock, and whom to call instead', async () => {
    safety.set(HARBOR);
    await shown();
    expect(screen.getByText('This page is not read around the clock.')).toBeTruthy();
    expect(screen.getByText(HARBOR.practiceHours)).toBeTruthy();
    expect(numbers()).toEqual([
      'tel:911',
      'tel:988',
      'sms:988',
      'https://988lifeline.org/chat/',
      'tel:+15550142',
    ]);
  });

  it('has the emergency and crisis numbers for somebody who never signed in here', async () => {
    await shown();
    expect(numbers()).toEqual(['tel:911', 'tel:988', 'sms:988', 'https://988lifeline.org/chat/']);
  });

  it('still knows the practice’s number after signing out', async () => {
    rememberSafety(HARBOR);
    await shown();
    expect(numbers()).toContain('tel:+15550142');
  });

  it('survives nonsense in the browser’s memory', async () => {
    localStorage.setItem('cg.safety', '{"emergencyNumber":');
    await shown();
    expect(numbers()).toContain('tel:911');
  });
});
