import { TestBed } from '@angular/core/testing';
import type { PersonId } from '@common-ground/contract';
import { waitFor } from '@testing-library/dom';
import { Api } from '../http/api';
import { type Asked, SpecServer, specServer } from '../http/server-for-specs';
import { Session } from '../session/session';
import type { Outcome } from './outcome';
import { putAttempt } from './put-attempt';

describe('one try to save', () => {
  let server: SpecServer;

  beforeEach(() => {
    const session = { end: () => undefined, lineIsBack: () => undefined, person: () => ({ id: 'rosa' }) };
    TestBed.configureTestingModule({ providers: [...specServer, { provide: Session, useValue: session }] });
    server = TestBed.inject(SpecServer);
  });

  function tried(words: string): { readonly outcome: Promise<Outcome>; readonly asked: Asked } {
    const attempt = { body: { words }, revision: '1', key: 'once' };
    const outcome = putAttempt(TestBed.inject(Api), 'a/1', attempt, 'leo' as PersonId);
    return { outcome, asked: server.expectOne('/api/a/1') };
  }

  it.each([
    ['few letters', 'a'.repeat(50_000), true],
    ['as many letters that take more room each', '漢'.repeat(25_000), false],
    ['many letters', 'a'.repeat(60_000), false],
  ])('outlives its page as far as browsers allow it: %s', async (_what, words, keepalive) => {
    const { outcome, asked } = tried(words);
    expect(asked.request.keepalive).toBe(keepalive);
    asked.flush({ savedAt: '2026-11-01T10:00:00Z' }, { headers: { ETag: '"2"' } });
    await expect(outcome).resolves.toEqual({ sort: 'saved', revision: '2', savedAt: '2026-11-01T10:00:00Z' });
  });

  it('is for whoever wrote it, whoever the page belongs to by now', async () => {
    const { outcome, asked } = tried('few');
    expect(asked.request.headers.get('For-Person')).toBe('leo');
    asked.flush({ status: 401, code: 'somebody-else-signed-in' }, { status: 401 });
    await expect(outcome).resolves.toEqual({ sort: 'session-over' });
  });

  it('gets through where the browser lets no more requests outlive the page', async () => {
    const { outcome, asked } = tried('few');
    asked.breakOff();
    (await waitFor(() => server.expectOne('/api/a/1'))).flush({}, { headers: { ETag: '"2"' } });
    await expect(outcome).resolves.toMatchObject({ sort: 'saved', revision: '2' });
  });

  it('is made again after a page where an answer should be, and after an answer that is none', async () => {
    const page = tried('few');
    page.asked.flush('<html>');
    await expect(page.outcome).resolves.toEqual({ sort: 'again', isOffline: false });
    const moved = tried('few');
    moved.asked.flush('', { status: 304 });
    await expect(moved.outcome).resolves.toEqual({ sort: 'again', isOffline: false });
    const refused = tried('few');
    refused.asked.flush({ status: 422, code: 'check-fields', reference: 'r' }, { status: 422 });
    await expect(refused.outcome).resolves.toMatchObject({ sort: 'refused' });
  });
});
