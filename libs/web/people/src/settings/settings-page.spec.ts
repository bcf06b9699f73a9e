import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session, Words, provideWords } from '@common-ground/web/platform';
import { SpecServer, specServer } from '@common-ground/web/platform/server-for-specs';
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SettingsPage } from './settings-page';

const KEPT = { status: 204 };

describe('choosing a language', () => {
  async function opened(isSignedIn: boolean, kept = 'en'): Promise<SpecServer> {
    localStorage.clear();
    const person = signal(isSignedIn ? { language: kept } : null);
    const isWrittenToIn = (language: string): void => person.set({ language });
    const lineIsBack = (): void => undefined;
    const session = { isSignedIn: signal(isSignedIn), isAny: () => false, person, isWrittenToIn, lineIsBack };
    TestBed.configureTestingModule({
      providers: [
        ...specServer,
        provideRouter([]),
        provideWords(),
        wordsFromDisk,
        { provide: Session, useValue: session },
      ],
    });
    await TestBed.inject(Words).begin();
    await TestBed.inject(Words).open('people');
    const fixture = TestBed.createComponent(SettingsPage);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    TestBed.tick();
    return TestBed.inject(SpecServer);
  }
  const choose = (name: string): void => void fireEvent.click(screen.getByRole('radio', { name }));
  const speaks = (language: string): Promise<void> =>
    waitFor(() => expect(document.documentElement.lang).toBe(language));

  afterEach(() => localStorage.clear());

  it('holds at once on this device, and with whoever writes to somebody who is signed in', async () => {
    const http = await opened(true);
    choose('Español');
    await speaks('es');
    TestBed.tick();
    expect(screen.getByRole('group', { name: 'Idioma' })).toBeTruthy();
    const asked = await waitFor(() => http.expectOne('/api/me/language'));
    expect([asked.request.method, asked.request.body]).toEqual(['PUT', { language: 'es' }]);
    asked.flush(null, { status: 204 });
    http.verify();
  });

  it('says when only this device knows of it', async () => {
    const http = await opened(true);
    choose('Español');
    await speaks('es');
    const asked = await waitFor(() => http.expectOne('/api/me/language'));
    asked.breakOff();
    await waitFor(() => {
      TestBed.tick();
      expect(screen.getByText(/pueden llegar todavía en el otro idioma/u)).toBeTruthy();
    });
  });

  it('can be tried again, and says nothing more once it is kept', async () => {
    const http = await opened(true);
    choose('Español');
    await speaks('es');
    (await waitFor(() => http.expectOne('/api/me/language'))).breakOff();
    const again = await waitFor(() => {
      TestBed.tick();
      return screen.getByRole('button', { name: 'Intentarlo otra vez' });
    });
    fireEvent.click(again);
    (await waitFor(() => http.expectOne('/api/me/language'))).flush(null, KEPT);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await waitFor(() => {
      TestBed.tick();
      expect(screen.queryByText(/pueden llegar todavía/u)).toBeNull();
      expect(screen.queryByRole('button', { name: 'Intentarlo otra vez' })).toBeNull();
    });
    http.verify();
  });

  it('says from the start that mail comes in another language than this device speaks', async () => {
    await opened(true, 'es');
    expect(screen.getByText(/may still come in the other language/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('keeps the last of two quick choices, and sends them one after the other', async () => {
    const http = await opened(true);
    choose('Español');
    await speaks('es');
    const first = await waitFor(() => http.expectOne('/api/me/language'));
    choose('English');
    await speaks('en');
    http.expectNone('/api/me/language');
    first.flush(null, KEPT);
    const second = await waitFor(() => http.expectOne('/api/me/language'));
    expect(second.request.body).toEqual({ language: 'en' });
    second.flush(null, KEPT);
    http.verify();
  });

  it('asks the server nothing while nobody is signed in', async () => {
    const http = await opened(false);
    choose('Español');
    await speaks('es');
    http.verify();
  });
});
