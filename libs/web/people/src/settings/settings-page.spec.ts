import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session, Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen, waitFor } from '@testing-library/dom';
import { wordsFromDisk } from '../english-for-specs';
import { SettingsPage } from './settings-page';

describe('choosing a language', () => {
  async function opened(isSignedIn: boolean): Promise<HttpTestingController> {
    localStorage.clear();
    const session = { isSignedIn: signal(isSignedIn), isAny: () => false };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
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
    return TestBed.inject(HttpTestingController);
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
    asked.flush(null, { status: 204, statusText: 'No Content' });
    http.verify();
  });

  it('says when only this device knows of it', async () => {
    const http = await opened(true);
    choose('Español');
    await speaks('es');
    const asked = await waitFor(() => http.expectOne('/api/me/language'));
    asked.error(new ProgressEvent('error'));
    await waitFor(() => {
      TestBed.tick();
      expect(screen.getByText(/pueden llegar todavía en el otro idioma/u)).toBeTruthy();
    });
  });

  it('asks the server nothing while nobody is signed in', async () => {
    const http = await opened(false);
    choose('Español');
    await speaks('es');
    http.verify();
  });
});
