import { NgTemplateOutlet } from '@angular/common';
import { CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormField } from '@angular/forms/signals';
import { RouterLink, provideRouter } from '@angular/router';
import type { AskedSession } from '@common-ground/contract';
import {
  ErrorSummary,
  Field,
  Waiting,
  Words,
  WordsInTemplate,
  provideWords,
} from '@common-ground/web/platform';
import { specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { AskedClient } from './asked.client';
import { AskedSessionPage } from './asked-session-page';

const AHEAD = {
  ...{ id: 'hour', startsAt: '2047-01-05T16:00:00Z', timeZone: 'UTC', minutes: 50, place: '', link: '' },
  ...{ calledOff: false, hasEnded: false, askedBy: { id: 'elena', displayName: 'Elena Ruiz' } },
  ...{ role: 'timekeeper', reply: null, words: '', revision: 0, lookBack: null },
  may: { reply: true, follow: false, takeHome: false },
} as unknown as AskedSession;

describe('an hour that somebody is asked to', () => {
  let settled: () => Promise<unknown>;

  async function opened(session: AskedSession): Promise<void> {
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        { provide: AskedClient, useValue: { session: async () => session, reply: async () => session } },
      ],
    });
    // What else stands on the page has specs of its own.
    TestBed.overrideComponent(AskedSessionPage, {
      set: {
        imports: [ErrorSummary, Field, FormField, NgTemplateOutlet, RouterLink, WordsInTemplate, Waiting],
        schemas: [CUSTOM_ELEMENTS_SCHEMA],
      },
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('asked');
    const fixture = TestBed.createComponent(AskedSessionPage);
    fixture.componentRef.setInput('id', 'hour');
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    settled = () => fixture.whenStable();
    await settled();
  }
  const asks = (): (boolean | string)[] => [
    screen.queryByText(/Elena Ruiz asks/u) !== null,
    screen.queryByRole('group', { name: 'Can you come?' }) !== null,
    screen.queryByText(/Your part/u) !== null,
  ];

  it('is told with who asks, the question, and the reader’s own part', async () => {
    await opened(AHEAD);
    expect(asks()).toEqual([true, true, true]);
  });

  it('says how long an answer can be changed: to the end by the plan, and no longer', async () => {
    await opened(AHEAD);
    fireEvent.click(screen.getByRole('radio', { name: 'I am coming' }));
    fireEvent.click(screen.getByRole('button', { name: 'Send my answer' }));
    await settled();
    expect(screen.getByText(/^Your answer is sent\./u).textContent.trim()).toMatch(
      /until Saturday, January 5 at 4:50\sPM, or until the session ends if that is sooner\.$/u,
    );
  });

  it.each([true, false])(
    'asks nothing any more once it has ended, also long before its day (answer still allowed: %s)',
    async (reply) => {
      await opened({ ...AHEAD, hasEnded: true, may: { ...AHEAD.may, reply } });
      expect(screen.getByText('50 minutes')).toBeTruthy();
      expect(asks()).toEqual([false, false, false]);
    },
  );
});
