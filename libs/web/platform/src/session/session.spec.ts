import { Injectable } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Me } from '@common-ground/contract';
import { Api } from '../http/api';
import { Problem } from '../http/problem';
import { SpecServer, specServer } from '../http/server-for-specs';
import { KeptCopies } from '../offline/kept-copies';
import { MemoryShelf } from '../saving/shelf';
import { HalfWritten } from '../saving/half-written';
import { SHELF, SaveQueue } from '../saving/save-queue';
import { Words } from '../words/words';
import { OtherWindows } from './other-windows';
import { PAGE_ANEW } from './page-anew';
import { Session } from './session';

const NADIA = me('nadia', ['therapist']);
const ROSA = me('rosa', ['member']);

function me(id: string, roles: Me['roles']): Me {
  return {
    person: { id: id as Me['person']['id'], displayName: id, language: 'en' },
    roles,
    practice: {
      id: 'harbor' as Me['practice']['id'],
      name: 'Harbor Lane',
      exitUrl: 'https://weather.example/',
      safety: {
        practicePhone: '555 0100',
        practiceHours: 'weekdays',
        emergencyNumber: '911',
        crisisLine: '988',
        checkedOn: '2026-11-01',
      },
    },
    waits: false,
    places: [],
    session: { shared: true, mustEnrol: false, draftKey: '' },
    may: { openFamilies: true, review: false, administer: false },
  };
}

const OVER = new Problem(401, 'not-signed-in');
const OF_ANOTHER = new Problem(401, 'somebody-else-signed-in');

/** What a device of one's own keeps, without its storage. */
@Injectable()
class MemoryCopies extends KeptCopies {
  private owner: string | null = null;
  private readonly kept = new Map<string, unknown>();

  override async openFor(personId: string): Promise<void> {
    if (this.owner !== personId) this.kept.clear();
    this.owner = personId;
  }
  override async keep(path: string, body: unknown): Promise<void> {
    if (this.owner !== null) this.kept.set(path, body);
  }
  override async copy<T>(path: string): Promise<T | null> {
    return (this.kept.get(path) as T | undefined) ?? null;
  }
  override async forget(path: string): Promise<void> {
    this.kept.delete(path);
  }
  override async clear(): Promise<void> {
    this.owner = null;
    this.kept.clear();
  }
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a session', () => {
  let http: SpecServer;
  let session: Session;
  let shelf: MemoryShelf;
  const pageAnew = jest.fn();
  const follow = jest.fn();
  const tell = jest.fn();
  let another: (who: Me['person']['id'] | null) => void;

  beforeEach(() => {
    shelf = new MemoryShelf();
    pageAnew.mockClear();
    tell.mockClear();
    follow.mockReset().mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        { provide: SHELF, useValue: shelf },
        { provide: KeptCopies, useClass: MemoryCopies },
        { provide: Words, useValue: { follow } },
        { provide: PAGE_ANEW, useValue: pageAnew },
        {
          provide: OtherWindows,
          useValue: { tell, hear: (told: typeof another) => void (another = told) },
        },
      ],
    });
    http = TestBed.inject(SpecServer);
    session = TestBed.inject(Session);
  });

  afterEach(() => localStorage.clear());

  async function signedInAs(who: Me): Promise<'same-person' | 'another-person'> {
    const loading = session.load();
    http.expectOne('/api/me').flush(who);
    return loading;
  }

  function refuse(url: string): void {
    const problem = { type: 'about:blank', title: '', status: 401, code: 'not-signed-in', reference: 'r' };
    http.expectOne(url).flush(problem, { status: 401 });
  }

  /** With the page, and without it. */
  async function cannotSignOut(): Promise<void> {
    for (const _way of [1, 2]) {
      http.expectOne('/api/sign-out').breakOff();
      await tick();
    }
  }

  it('does not know anybody until the server has said who is here', async () => {
    expect(session.state()).toBe('unknown');
    await signedInAs(NADIA);
    expect(session.isSignedIn()).toBe(true);
    expect(session.person()?.displayName).toBe('nadia');
  });

  describe('is met as soon as the server has said who it is', () => {
    const met: string[] = [];
    beforeEach(() => (met.length = 0));
    const meets = ({ person }: Me): void => void met.push(person.id);

    it('while what they left on this device is still looked for', async () => {
      jest.spyOn(TestBed.inject(SaveQueue), 'belongTo').mockReturnValue(new Promise(() => undefined));
      void session.load(meets);
      http.expectOne('/api/me').flush(ROSA);
      await tick();
      expect([met, session.state()]).toEqual([['rosa'], 'unknown']);
    });

    it('and nobody is who left meanwhile, is nobody, or was only kept on the device', async () => {
      const left = session.load(meets);
      const forgotten = session.forget();
      http.expectOne('/api/me').flush(ROSA);
      await Promise.all([left, forgotten]);

      const isNobody = session.load(meets);
      refuse('/api/me');
      await isNobody;

      const copies = TestBed.inject(KeptCopies);
      await copies.openFor('rosa');
      await copies.keep('me', ROSA);
      const offline = session.load(meets);
      http.expectOne('/api/me').breakOff();
      await offline;
      expect([met, session.isFromDevice()]).toEqual([[], true]);
    });

    it('and what is shown of theirs from the device meanwhile is called that', async () => {
      const loading = session.load(() => session.showsKept());
      http.expectOne('/api/me').flush(ROSA);
      await loading;
      expect([session.state(), session.isFromDevice()]).toEqual(['signed-in', true]);
    });

    it('and is not met in place of whoever was here before', async () => {
      await signedInAs(NADIA);
      const loading = session.load(meets);
      http.expectOne('/api/me').flush(ROSA);
      await loading;
      expect(met).toEqual([]);
    });
  });

  it('gets the device ready while it is asked who is here', async () => {
    const getReady = jest.spyOn(shelf, 'getReady');
    const loading = session.load(() => undefined);
    expect(getReady).toHaveBeenCalledTimes(1);
    http.expectOne('/api/me').flush(NADIA);
    await loading;
  });

  it('stays signed out when the answer to who is here comes after somebody left', async () => {
    const loading = session.load();
    const left = session.forget();
    http.expectOne('/api/me').flush(NADIA);
    await Promise.all([loading, left]);
    expect(session.state()).toBe('signed-out');
    expect(session.person()).toBeNull();
  });

  it('is signed out when the server knows nobody', async () => {
    const known = session.known();
    refuse('/api/me');
    await known;
    expect(session.state()).toBe('signed-out');
    expect(session.home()).toBe('/sign-in');
  });

  it.each([
    [['therapist', 'supervisor'], '/app'],
    [['supervisor'], '/app/reviews'],
    [['admin'], '/admin/people'],
    [['client'], '/me'],
    [['member'], '/me'],
  ] as const)('brings %j home to %s', async (roles, home) => {
    await signedInAs(me('somebody', roles));
    expect(session.home()).toBe(home);
  });

  it('asks again after the server could not be reached, and keeps no wrong answer', async () => {
    const first = session.known();
    http.expectOne('/api/me').breakOff();
    await expect(first).rejects.toMatchObject({ code: 'offline' });
    const second = session.known();
    http.expectOne('/api/me').flush(NADIA);
    await second;
    expect(session.isSignedIn()).toBe(true);
  });

  it('is over at the first 401, with the person and their page still in place', async () => {
    await signedInAs(NADIA);
    const asked = TestBed.inject(Api).get('today');
    refuse('/api/today');
    await expect(asked).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(session.isOver()).toBe(true);
    expect(session.person()?.displayName).toBe('nadia');
  });

  describe('asked about again before the first answer is there', () => {
    it('is the one the last answer names, whichever comes first', async () => {
      const first = session.known();
      const older = http.expectOne('/api/me');
      const second = session.load();
      const newer = http.expectOne('/api/me');
      older.flush(NADIA);
      await tick();
      expect([session.state(), session.person()]).toEqual(['unknown', null]);
      await expect(shelf.all()).resolves.toEqual([]);
      newer.flush(ROSA);
      await Promise.all([first, second]);
      expect(session.person()?.displayName).toBe('rosa');
    });

    it('keeps a guard waiting for the newest answer, and ends no session with an older refusal', async () => {
      let isKnown = false;
      const first = session.known().then(() => (isKnown = true));
      const older = http.expectOne('/api/me');
      const second = session.load();
      const newer = http.expectOne('/api/me');
      older.flush({ status: 401, code: 'not-signed-in' }, { status: 401 });
      await tick();
      expect([isKnown, session.state()]).toEqual([false, 'unknown']);
      newer.flush(ROSA);
      await Promise.all([first, second]);
      expect(session.isSignedIn()).toBe(true);
    });

    it('opens nothing of whoever the cookie named before somebody began to sign in', async () => {
      const belongTo = jest.spyOn(TestBed.inject(SaveQueue), 'belongTo');
      const first = session.known();
      const older = http.expectOne('/api/me');
      await session.isSigningIn();
      older.flush(NADIA);
      await tick();
      expect([belongTo.mock.calls, session.state()]).toEqual([[], 'unknown']);
      http.expectOne('/api/me').flush(ROSA);
      await first;
      expect(session.person()?.displayName).toBe('rosa');
    });
  });

  it('is not over for a refusal of what was asked for before somebody signed in', async () => {
    await signedInAs(NADIA);
    const asked = TestBed.inject(Api).get('today');
    const late = http.expectOne('/api/today');
    await signedInAs(NADIA);
    late.flush({ status: 401, code: 'not-signed-in' }, { status: 401 });
    await expect(asked).rejects.toMatchObject({ code: 'offline' });
    expect(session.isSignedIn()).toBe(true);
  });

  describe('of somebody who left without a line', () => {
    beforeEach(async () => {
      await signedInAs(NADIA);
      session.abandon();
      await cannotSignOut();
    });

    it('is ended before it is asked who is here, and then no more', async () => {
      const loading = session.load();
      http.expectNone('/api/me');
      http.expectOne('/api/sign-out').flush(null, { status: 204 });
      await tick();
      refuse('/api/me');
      await loading;
      expect(session.state()).toBe('signed-out');
      await signedInAs(NADIA);
    });

    it('opens to nobody while it cannot be ended', async () => {
      const isRefused = expect(session.load()).rejects.toMatchObject({ code: 'offline' });
      await cannotSignOut();
      await isRefused;
      http.expectNone('/api/me');
      expect(session.isSignedIn()).toBe(false);
    });

    it('is ended before somebody signs in, so that their session stays', async () => {
      const begins = session.isSigningIn();
      http.expectOne('/api/sign-out').flush(null, { status: 204 });
      await begins;
      await signedInAs(ROSA);
      expect(session.isSignedIn()).toBe(true);
    });
  });

  it('tells the server that somebody left also where the browser keeps nothing', async () => {
    await signedInAs(NADIA);
    const full = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    session.abandon();
    full.mockRestore();
    http.expectOne('/api/sign-out').flush(null, { status: 204 });
    await tick();
    await signedInAs(NADIA);
  });

  describe('of a browser that has other windows', () => {
    beforeEach(() => signedInAs(NADIA));

    it('is over as soon as somebody else signs in there, and opens their page where they say that it was them', () => {
      another(ROSA.person.id);
      expect([session.isOver(), session.isOfAnother(), session.person()?.id]).toEqual([true, true, 'nadia']);
      session.openTheirs();
      expect(pageAnew.mock.calls).toEqual([['/']]);
    });

    it('is over as soon as whoever is here leaves there', () => {
      another(null);
      expect([session.isOver(), session.isOfAnother()]).toEqual([true, false]);
    });

    it('goes on as soon as the same person is back there, and asks nothing while it is not over', async () => {
      another(NADIA.person.id);
      http.expectNone('/api/me');
      session.end(OVER);
      another(NADIA.person.id);
      http.expectOne('/api/me').flush(NADIA);
      await tick();
      expect(session.isSignedIn()).toBe(true);
    });

    it('tells them who is here, and that somebody has left, also where nothing else is reached', async () => {
      const left = session.signOut(false);
      await tick();
      await cannotSignOut();
      await left;
      expect(tell.mock.calls).toEqual([['nadia'], [null]]);
      another(ROSA.person.id);
      expect(session.state()).toBe('signed-out');
    });

    it('leaves what is kept for somebody else where it is', async () => {
      const clear = jest.spyOn(TestBed.inject(KeptCopies), 'clear');
      session.end(OF_ANOTHER);
      expect([session.isOfAnother(), clear.mock.calls.length]).toEqual([true, 0]);
      session.end(OVER);
      expect([session.isOfAnother(), clear.mock.calls.length]).toEqual([false, 1]);
    });

    it('asks who is here, and leaves, whoever that is', async () => {
      const loading = session.load();
      const asked = http.expectOne('/api/me');
      const left = session.signOut(true);
      await tick();
      const out = http.expectOne('/api/sign-out');
      const meant = [asked, out].map(({ request }) => request.headers.get('For-Person'));
      out.flush(null, { status: 204 });
      asked.flush(NADIA);
      await Promise.all([loading, left]);
      expect(meant).toEqual([null, null]);
    });
  });

  it('goes on in the language before where the words of another one do not come', async () => {
    follow.mockRejectedValue(new Error('no words'));
    await expect(signedInAs(NADIA)).resolves.toBe('same-person');
    expect(session.isSignedIn()).toBe(true);
  });

  it('leaves the page covered for another person, also while their words are still on their way', async () => {
    await signedInAs(NADIA);
    session.end(OVER);
    follow.mockReturnValue(new Promise(() => undefined));
    await expect(signedInAs(ROSA)).resolves.toBe('another-person');
    expect([session.state(), pageAnew.mock.calls]).toEqual(['over', [['/']]]);
    // And for as long as it is there.
    await expect(signedInAs(ROSA)).resolves.toBe('another-person');
    expect(session.state()).toBe('over');
  });

  it('asks before words are thrown away that are half written, and never sends them by itself', async () => {
    await signedInAs(NADIA);
    const half = TestBed.inject(HalfWritten);
    await half.keep('half-said/1/verdict', { summary: 'Nearly' });
    await expect(session.signOut(false)).resolves.toBe('half-written');
    http.expectNone('/api/sign-out');
    await expect(signedInAs(NADIA)).resolves.toBe('same-person');
    expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false);
    await expect(half.under('half-said/1/')).resolves.toEqual(new Map([['verdict', { summary: 'Nearly' }]]));
    await signedInAs(ROSA);
    await expect(half.under('')).resolves.toEqual(new Map());
  });

  it('signs out also where the storage of the device never answers', async () => {
    await signedInAs(NADIA);
    const never = new Promise<never>(() => undefined);
    jest.spyOn(shelf, 'all').mockReturnValue(never);
    jest.spyOn(shelf, 'clear').mockReturnValue(never);
    jest.spyOn(TestBed.inject(KeptCopies), 'clear').mockReturnValue(never);
    jest.useFakeTimers();
    try {
      const out = session.signOut(false);
      await jest.advanceTimersByTimeAsync(10_000);
      http.expectOne('/api/sign-out').flush(null, { status: 204 });
      await jest.advanceTimersByTimeAsync(10_000);
      await expect(out).resolves.toBe('done');
    } finally {
      jest.useRealTimers();
    }
  });

  describe('on a device', () => {
    const OWN: Me = { ...ROSA, session: { ...ROSA.session, shared: false } };

    const broken = (url: string): void => http.expectOne(url).breakOff();

    /** Another page of the same browser, with what the first one left. */
    function anotherPage(): Session {
      const copies = TestBed.inject(KeptCopies);
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({
        providers: [
          ...specServer,
          { provide: SHELF, useValue: shelf },
          { provide: KeptCopies, useValue: copies },
          { provide: Words, useValue: { follow: async () => undefined } },
        ],
      });
      http = TestBed.inject(SpecServer);
      return TestBed.inject(Session);
    }

    it.each([
      ['of her own', OWN, 'signed-in'],
      ['that is shared', ROSA, 'unknown'],
      ['of a therapist', { ...NADIA, session: OWN.session }, 'unknown'],
    ] as const)('%s, is %s without a connection', async (_whose, who, state) => {
      await signedInAs(who);
      const later = anotherPage();
      const known = later.known().catch(() => undefined);
      broken('/api/me');
      await known;
      expect(later.state()).toBe(state);
      expect(later.isFromDevice()).toBe(state === 'signed-in');
    });

    it('is asked for again once the server answers, and so is what the pages show', async () => {
      await signedInAs(OWN);
      const later = anotherPage();
      const known = later.known();
      broken('/api/me');
      await known;
      const saved = TestBed.inject(Api).put('homework/1/answers/a', {});
      http.expectOne('/api/homework/1/answers/a').flush({});
      await saved;
      http.expectOne('/api/me').flush(OWN);
      await tick();
      expect(later.isFromDevice()).toBe(false);
      expect(TestBed.inject(KeptCopies).outdated()).toBe(1);
    });

    it('is said to be in use, and asked for again, also where the line broke in the middle', async () => {
      await signedInAs(OWN);
      const api = TestBed.inject(Api);
      const ask = (): Promise<unknown> => api.get('homework/1', { isKept: true });
      const first = ask();
      http.expectOne('/api/homework/1').flush({ title: 'A walk' });
      await first;
      const second = ask();
      broken('/api/homework/1');
      await second;
      expect(session.isFromDevice()).toBe(true);
      const third = ask();
      http.expectOne('/api/homework/1').flush({ title: 'A walk' });
      await third;
      http.expectOne('/api/me').flush(OWN);
      await tick();
      expect(session.isFromDevice()).toBe(false);
      expect(TestBed.inject(KeptCopies).outdated()).toBe(1);
    });

    it('keeps no late answer to one person for the next, and covers a page the next one finds open', async () => {
      const SAM = { ...OWN, person: { ...OWN.person, id: 'sam' as Me['person']['id'] } };
      await signedInAs(OWN);
      const asked = TestBed.inject(Api).get('homework/1', { isKept: true });
      const late = http.expectOne('/api/homework/1');
      session.showsKept();
      session.lineIsBack();
      http.expectOne('/api/me').flush(SAM);
      await tick();
      late.flush({ title: 'A walk' });
      await asked;
      await expect(TestBed.inject(KeptCopies).copy('homework/1')).resolves.toBeNull();
      expect([session.isOfAnother(), session.person()?.id]).toEqual([true, OWN.person.id]);
      expect(pageAnew).not.toHaveBeenCalled();
      session.lineIsBack();
      http.expectNone('/api/me');
    });

    it('opens what was read before, and no longer what the server has closed since', async () => {
      await signedInAs(OWN);
      const api = TestBed.inject(Api);
      const ask = (): Promise<unknown> => api.get('homework/1', { isKept: true });
      const first = ask();
      http.expectOne('/api/homework/1').flush({ title: 'A walk' });
      await first;
      const second = ask();
      broken('/api/homework/1');
      await expect(second).resolves.toMatchObject({ body: { title: 'A walk' }, isFromDevice: true });
      const third = ask();
      http.expectOne('/api/homework/1').flush({ status: 410, code: 'share-revoked' }, { status: 410 });
      await expect(third).rejects.toMatchObject({ code: 'share-revoked' });
      const fourth = ask();
      broken('/api/homework/1');
      await expect(fourth).rejects.toMatchObject({ code: 'offline' });
    });

    it.each([
      ['the session is over', async () => session.end(OVER)],
      ['somebody left', () => session.forget()],
      ['the device is shared from now on', () => signedInAs(ROSA)],
    ])('keeps nothing once %s', async (_why, happens) => {
      await signedInAs(OWN);
      await happens();
      await expect(TestBed.inject(KeptCopies).copy('me')).resolves.toBeNull();
    });
  });

  describe('that ended while somebody wrote', () => {
    beforeEach(async () => {
      await signedInAs(NADIA);
      const saving = TestBed.inject(SaveQueue).open<{ title: string }>({
        key: 'documents/1',
        path: 'worksheets/1/draft',
        revision: 1,
      });
      saving.write({ title: 'half a thought' });
      saving.flush();
      await tick();
      refuse('/api/worksheets/1/draft');
      await tick();
      expect(saving.trouble()).toEqual({ sort: 'session-over' });
    });

    it('sends the text when the same person is back', async () => {
      await expect(signedInAs(NADIA)).resolves.toBe('same-person');
      await tick();
      const sent = http.expectOne('/api/worksheets/1/draft');
      expect(sent.request.body).toEqual({ title: 'half a thought' });
      expect(sent.request.headers.get('If-Match')).toBe('"1"');
      expect(sent.request.headers.get('Idempotency-Key')).toMatch(/^\w{32}$/u);
    });

    it('sends nothing for somebody else and shows them nothing of it, and sends it once its author is back', async () => {
      await expect(signedInAs(ROSA)).resolves.toBe('another-person');
      await tick();
      http.expectNone('/api/worksheets/1/draft');
      await expect(shelf.all()).resolves.toEqual([]);
      expect(TestBed.inject(SaveQueue).hasUnsaved()).toBe(false);

      const out = session.signOut(false);
      await tick();
      http.expectOne('/api/sign-out').flush(null, { status: 204 });
      await out;
      await signedInAs(NADIA);
      await tick();
      expect(http.expectOne('/api/worksheets/1/draft').request.body).toEqual({ title: 'half a thought' });
    });

    it('does not sign out over words that have not arrived', async () => {
      await expect(session.signOut(false)).resolves.toBe('unsaved');
      http.expectNone('/api/sign-out');
      await expect(shelf.all()).resolves.toHaveLength(1);
    });

    it('leaves nothing on the device after signing out', async () => {
      const out = session.signOut(true);
      await tick();
      http.expectOne('/api/sign-out').flush(null, { status: 204 });
      await out;
      expect(session.state()).toBe('signed-out');
      expect(session.person()).toBeNull();
      shelf.openFor('nadia');
      await expect(shelf.all()).resolves.toEqual([]);
    });
  });
});
