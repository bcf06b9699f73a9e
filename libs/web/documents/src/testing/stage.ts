import type { Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Api, Arrival, Session, WordFiles, Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { documentsAdminRoutes, documentsStaffRoutes } from '../routes';
import { FakeServer } from './fake-server';

type Messages = Readonly<Record<string, unknown>>;

/** The real word files, without a server. */
const wordsFromDisk: Provider = {
  provide: WordFiles,
  useFactory: () => {
    const area = async (language: string, name: string): Promise<Messages> => ({
      [name]: jest.requireActual<Messages>(`../../../../../apps/web/public/i18n/${language}/${name}.json`),
    });
    return { area };
  },
};

// jsdom draws nothing, so there is nothing it could scroll to.
Element.prototype.scrollIntoView = () => undefined;

/** For specs: the real pages behind their real addresses, with a server in memory. */
export async function opened(
  url: string,
  prepare: (server: FakeServer) => void = () => undefined,
): Promise<FakeServer> {
  const server = new FakeServer();
  prepare(server);
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: server },
      provideWords(),
      wordsFromDisk,
      provideRouter(
        [
          { path: 'app', children: documentsStaffRoutes },
          { path: 'admin', children: documentsAdminRoutes },
          { path: '**', children: [] },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  localStorage.clear();
  await TestBed.inject(Words).begin();
  await TestBed.inject(Session).known();
  // As the application does: it has to see the first navigation.
  TestBed.inject(Arrival);
  const harness = await RouterTestingHarness.create();
  document.body.replaceChildren(harness.fixture.nativeElement as HTMLElement);
  await harness.navigateByUrl(url);
  await settled();
  return server;
}

/** Leaves for another page and comes back, as somebody does who finds a page anew on the same device. */
export async function again(url: string): Promise<void> {
  const router = TestBed.inject(Router);
  await router.navigateByUrl('/elsewhere');
  await settled();
  await router.navigateByUrl(url);
  await settled();
}

/** Waits until what was started by the last act has drawn its consequences. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
}

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
}

export async function pick(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.queryByRole('radio', { name }) ?? screen.getByRole('checkbox', { name }));
  await settled();
}

export async function type(name: string | RegExp, text: string): Promise<void> {
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value: text } });
  await settled();
}

/** A key in the field that has the cursor. */
export async function key(name: string, held: Omit<KeyboardEventInit, 'key'> = {}): Promise<void> {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...held });
  await settled();
}

export function here(): string {
  return TestBed.inject(Router).url;
}

/** The name of the field that has the cursor. */
export function focused(): string {
  const field = document.activeElement;
  return field?.getAttribute('aria-label') ?? field?.textContent?.trim() ?? '';
}

export function heading(): string {
  return screen.getByRole('heading', { level: 1 }).textContent?.replace(/\s+/gu, ' ').trim() ?? '';
}
