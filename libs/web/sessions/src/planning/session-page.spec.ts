import { CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { RouterLink, provideRouter } from '@angular/router';
import { PageTitle, Waiting, Words, WordsInTemplate, provideWords } from '@common-ground/web/platform';
import { screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SessionsClient } from '../sessions.client';
import { PlanStore } from './plan.store';
import { SessionPage } from './session-page';

const HOUR = {
  ...{ id: 'hour', family: { id: 'torres', name: 'Torres' }, calledOffAt: null },
  plan: { startsOn: '2027-01-05', startTime: '16:00' },
};

describe('the way from a plan to its hour', () => {
  async function opened(stands: { isUnderWay: boolean; hasEnded: boolean }): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        { provide: PageTitle, useValue: { set: () => undefined } },
        { provide: SessionsClient, useValue: { session: async () => ({ ...HOUR, ...stands }) } },
      ],
    });
    // What else stands on the page has specs of its own.
    TestBed.overrideComponent(SessionPage, {
      set: {
        imports: [RouterLink, Waiting, WordsInTemplate],
        providers: [{ provide: PlanStore, useValue: { draft: () => null } }],
        schemas: [CUSTOM_ELEMENTS_SCHEMA],
      },
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('sessions');
    const fixture = TestBed.createComponent(SessionPage);
    fixture.componentRef.setInput('id', 'hour');
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  }

  it.each([
    ['Lead this session', { isUnderWay: false, hasEnded: false }],
    ['Go on leading this session', { isUnderWay: true, hasEnded: false }],
    ['What came of this session', { isUnderWay: false, hasEnded: true }],
  ])('is called “%s” where it stands so', async (name, stands) => {
    await opened(stands);
    const links = screen.getAllByRole('link');
    expect(links.map((link) => [link.textContent.trim(), link.getAttribute('href')])).toEqual([
      [name, '/app/sessions/hour/run'],
    ]);
  });
});
