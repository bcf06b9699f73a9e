import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Api, PAGE_ANEW, Session, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { screen, waitFor } from '@testing-library/dom';
import { App } from './app';

@Component({
  selector: 'cg-first-page',
  template: '<p>What Rosa answered</p>',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class FirstPage {}

const SAFETY = {
  practicePhone: '555 0100',
  practiceHours: 'weekdays',
  emergencyNumber: '911',
  crisisLine: '988',
  checkedOn: '2026-11-01',
};

const member = (id: string, language: 'en' | 'es' = 'en'): object => ({
  person: { id, displayName: id, language },
  roles: ['member'],
  practice: { id: 'harbor', name: 'Harbor Lane', exitUrl: 'https://weather.example/', safety: SAFETY },
  session: { shared: true, mustEnrol: false, draftKey: '' },
  may: { openFamilies: false, review: false, administer: false },
});

describe('the page of somebody who was signed out under their hands', () => {
  const pageAnew = jest.fn();
  let server: SpecServer;
  let session: Session;

  /** Every word file there is, as the server has it. */
  function bringWords(): void {
    for (const area of ['platform', 'people', 'invitations'])
      for (const asked of server.match(`/i18n/en/${area}.json`))
        asked.flush(jest.requireActual<object>(`../public/i18n/en/${area}.json`));
  }

  async function eventually<T>(look: () => T): Promise<T> {
    return waitFor(() => {
      TestBed.tick();
      bringWords();
      return look();
    });
  }

  function write(label: string, text: string): void {
    const field = screen.getByLabelText<HTMLInputElement>(label);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const sheet = (): HTMLElement | null => screen.queryByRole('dialog');

  // The browser of the specs has none.
  beforeAll(() =>
    Object.defineProperty(HTMLElement.prototype, 'inert', {
      configurable: true,
      get(this: HTMLElement) {
        return this.hasAttribute('inert');
      },
      set(this: HTMLElement, isInert: boolean) {
        this.toggleAttribute('inert', isInert);
      },
    }),
  );
  afterAll(() => Reflect.deleteProperty(HTMLElement.prototype, 'inert'));

  beforeEach(async () => {
    pageAnew.mockClear();
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter([{ path: 'me', component: FirstPage }]),
        provideWords(),
        { provide: PAGE_ANEW, useValue: pageAnew },
      ],
    });
    server = TestBed.inject(SpecServer);
    session = TestBed.inject(Session);
    const words = TestBed.inject(Words);
    const begun = Promise.all([words.begin(), words.open('people')]);
    const known = session.known();
    server.expectOne('/api/me').flush(member('rosa'));
    bringWords();
    await Promise.all([known, begun]);
    const page = TestBed.createComponent(App);
    document.body.append(page.nativeElement as HTMLElement);
    await page.whenStable();
    await TestBed.inject(Router).navigateByUrl('/me');
    await eventually(() => screen.getByText('What Rosa answered'));
    const asked = TestBed.inject(Api).get('me/tasks');
    server.expectOne('/api/me/tasks').flush({ status: 401, code: 'not-signed-in' }, { status: 401 });
    await expect(asked).rejects.toMatchObject({ code: 'not-signed-in' });
    await eventually(() => screen.getByLabelText('Your code'));
    server.expectOne('/api/demo/personas').flush({ items: [], next: null });
  });

  async function signInAs(who: object): Promise<void> {
    write('Your code', 'RIVER-42');
    write('Your PIN', '123456');
    screen.getByRole('button', { name: 'Sign in' }).click();
    (await eventually(() => server.expectOne('/api/sign-in/code'))).flush(null, { status: 204 });
    (await eventually(() => server.expectOne('/api/me'))).flush(who);
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
  }

  it('is there again for the same person', async () => {
    await signInAs(member('rosa'));
    await eventually(() => expect(sheet()).toBeNull());
    expect(pageAnew).not.toHaveBeenCalled();
    expect(screen.getByText('What Rosa answered').closest('[inert]')).toBeNull();
    expect(getComputedStyle(screen.getByText('What Rosa answered')).visibility).toBe('visible');
  });

  it.each(['en', 'es'] as const)(
    'stays covered for somebody else (%s), who comes home to the same address, until all is loaded anew',
    async (language) => {
      await signInAs(member('sam', language));
      expect(pageAnew.mock.calls).toEqual([['/']]);
      expect(sheet()).not.toBeNull();
      expect(screen.getByText('What Rosa answered').closest('[inert]')).not.toBeNull();
      expect(getComputedStyle(screen.getByText('What Rosa answered')).visibility).toBe('hidden');
      // Asked once more before the browser has let go of the page.
      void session.load();
      server.expectOne('/api/me').flush(member('sam', language));
      await new Promise((resolve) => setTimeout(resolve));
      expect(session.isOver()).toBe(true);
    },
  );
});
