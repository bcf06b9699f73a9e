import { signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { FollowedHour, SafetyCard } from '@common-ground/contract';
import { Session, Words, provideWords } from '@common-ground/web/platform';
import { screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { FollowedHourPanel } from './followed-hour';

const HARBOR: SafetyCard = {
  practicePhone: '+1 555 0142',
  practiceHours: 'Monday to Friday, 8 am to 6 pm',
  emergencyNumber: '911',
  crisisLine: '988',
  checkedOn: '2026-11-01',
};
const UNDER_WAY = {
  ...{ id: 'hour', minutes: 50, revision: 2, stands: 'under-way', turn: null, play: null },
  ...{ groundRules: [], reveals: [], seconds: { hour: 60, entry: 60 } },
  entry: { title: 'Arrive', minutes: 5, place: 1, total: 4 },
} as unknown as FollowedHour;
const GO_ROUND = 'What went well this week?';

describe('what people are at, on the phone of somebody who is with them', () => {
  let fixture: ComponentFixture<FollowedHourPanel>;

  async function told(hour: Partial<FollowedHour>): Promise<void> {
    const session = { safety: signal(HARBOR), practice: signal({ name: 'Harbor Lane' }) };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideWords(), wordsFromDisk, { provide: Session, useValue: session }],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('asked');
    fixture = TestBed.createComponent(FollowedHourPanel);
    fixture.componentRef.setInput('hour', { ...UNDER_WAY, ...hour });
    fixture.componentRef.setInput('live', {
      toldAt: signal(performance.now()),
      silentSince: signal(null),
    });
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  }

  it.each([
    ['It is your turn. You can also say “later”.', true],
    ['Now it is Rosa Torres.', false],
  ])('says what is asked in turn, in one breath with: %s', async (whose, isMine) => {
    await told({ turn: { displayName: 'Rosa Torres', isMine, asked: GO_ROUND } });
    const asked = screen.getByText(GO_ROUND);
    expect(asked.closest('[aria-live]')).toBe(screen.getByText(whose).closest('[aria-live="polite"]'));
  });

  it('says only whose turn it is where the plan does not say what is asked', async () => {
    await told({ turn: { displayName: 'Rosa Torres', isMine: true, asked: '' } });
    const line = screen.getByText('It is your turn. You can also say “later”.');
    expect(line.nextElementSibling).toBeNull();
  });

  it('says who can be called once it was stopped, and at no other moment', async () => {
    const numbers = (): (string | null)[] =>
      screen.queryAllByRole('link').map((link) => link.getAttribute('href'));
    await told({});
    expect(numbers()).toEqual([]);
    for (const stands of ['closed', 'through', 'pause'] as const) {
      fixture.componentRef.setInput('hour', { ...UNDER_WAY, stands, entry: null });
      await fixture.whenStable();
      expect(numbers()).toEqual([]);
    }
    fixture.componentRef.setInput('hour', { ...UNDER_WAY, stands: 'stopped', entry: null });
    await fixture.whenStable();
    expect(screen.getByText('We stop here, and that is fine')).toBeTruthy();
    expect(numbers()).toEqual(expect.arrayContaining(['tel:911', 'tel:988', 'tel:+15550142']));
    expect(screen.getByText('Harbor Lane')).toBeTruthy();
  });
});
