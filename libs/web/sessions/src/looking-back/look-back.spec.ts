import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterOutlet, provideRouter, withComponentInputBinding } from '@angular/router';
import type { LookBack, LookBackAnswer } from '@common-ground/contract';
import { SaveQueue, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { lookBackRoutes } from './look-back.routes';

const AT = '/api/me/family-sessions/s1/look-back';
const SAID = `${AT}/said`;
const answer = (words: string, revision: number, sentAt: string | null = null): LookBackAnswer => ({
  ...{ question: 'said', choice: null, words, revision, sentAt },
  savedAt: '2026-11-29T10:00:00.000Z',
});
const lookBack = (...answers: LookBackAnswer[]): LookBack =>
  ({
    ...{ id: 's1', startsAt: '2026-11-29T10:00:00.000Z', timeZone: 'America/New_York' },
    ...{ until: '2026-12-13T10:00:00.000Z', answers, may: { write: true } },
    readers: [{ id: 'p1', displayName: 'Elena Ruiz' }],
  }) as unknown as LookBack;

@Component({ selector: 'cg-stage', imports: [RouterOutlet], template: '<router-outlet />' })
class Stage {}

describe('looking back on an hour', () => {
  let http: SpecServer;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter(
          [{ path: 'me/sessions/:id/after', loadChildren: () => lookBackRoutes }],
          withComponentInputBinding(),
        ),
        provideWords(),
        wordsFromDisk,
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('looking');
    http = TestBed.inject(SpecServer);
    document.body.replaceChildren(TestBed.createComponent(Stage).nativeElement as HTMLElement);
  });

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  };
  const opened = async (page: string, looked: LookBack | null): Promise<void> => {
    await TestBed.inject(Router).navigateByUrl(`/me/sessions/s1/after${page}`);
    await settled();
    const read = http.expectOne({ method: 'GET', url: AT });
    if (looked) read.flush(looked);
    else read.flush({ status: 404, code: 'not-found' }, { status: 404 });
    await settled();
  };
  const refused = async (status: number, problem: object): Promise<void> => {
    http.expectOne({ method: 'PUT', url: SAID }).flush({ status, ...problem }, { status });
    await settled();
  };
  /** Words that were written on this device before the page was opened. */
  const written = async (words: string): Promise<void> => {
    const place = { key: 'look-back/s1/said', lane: 'look-back/s1', path: SAID.slice('/api/'.length) };
    const saving = TestBed.inject(SaveQueue).open({ ...place, revision: 0 });
    saving.write({ choice: null, words });
    saving.flush();
    await settled();
  };

  it('shows what was written on another device beside one’s own, and keeps both', async () => {
    await written('On the phone');
    await refused(412, { code: 'revision-stale', current: answer('On the tablet', 1) });
    await opened('/q/1', lookBack(answer('On the tablet', 1)));
    expect(screen.getByText('On the tablet')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep both' }));
    await settled();
    const { request } = http.expectOne({ method: 'PUT', url: SAID });
    expect(request.body).toEqual({ choice: null, words: 'On the tablet\n\nOn the phone' });
    expect(request.headers.get('If-Match')).toBe('"1"');
  });

  it('leaves words to their author where the hour is closed to them by now', async () => {
    await written('Written on the train');
    await refused(404, { code: 'not-found' });
    await opened('', null);
    expect(screen.getByRole('heading', { level: 1, name: 'This page is closed' })).toBeTruthy();
    expect(screen.getByText('Written on the train')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Delete them from this device' }));
    TestBed.tick();
    fireEvent.click(screen.getByRole('button', { name: 'Yes, delete them' }));
    await settled();
    expect(screen.queryByText('Written on the train')).toBeNull();
    expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false);
  });

  it('offers to send only what the therapists do not have', async () => {
    await opened('/check', lookBack(answer('Sent before', 2, '2026-11-29T11:00:00.000Z')));
    expect(screen.queryByRole('button', { name: /^Send/u })).toBeNull();
    expect(screen.getByText(/^\s*Elena Ruiz can read this/u)).toBeTruthy();
  });

  it.each(['/q/1', '/check', '/sent'])(
    'says at %s that a change takes it back from the therapists',
    async (page) => {
      await opened(page, lookBack(answer('Sent before', 2, '2026-11-29T11:00:00.000Z')));
      expect(
        screen.getByText('If you change this, Elena Ruiz cannot read it until you send it again.'),
      ).toBeTruthy();
    },
  );

  it('says nothing of it at a question that the therapists do not have', async () => {
    await opened('/q/2', lookBack(answer('Sent before', 2, '2026-11-29T11:00:00.000Z')));
    expect(screen.queryByText(/^If you change this/u)).toBeNull();
  });

  it('has nothing to send where everything was left out, and says that this is fine', async () => {
    await opened('/check', lookBack());
    expect(screen.queryByRole('button', { name: /^Send/u })).toBeNull();
    expect(screen.getByText(/That is fine/u)).toBeTruthy();
  });
});
