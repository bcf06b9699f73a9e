import type { Provider } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Api, Arrival, Session, WordFiles, Words, provideWords } from '@common-ground/web/platform';
import { fireEvent, screen } from '@testing-library/dom';
import { homeworkFamilyRoutes, ownWordsRoutes } from '../family.routes';
import { responsesStaffRoutes } from '../staff.routes';
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

/** For specs: the real pages behind their real addresses, with a server in memory. */
export async function opened(url: string, prepare: (server: FakeServer) => void): Promise<FakeServer> {
  const server = new FakeServer();
  prepare(server);
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: server },
      provideWords(),
      wordsFromDisk,
      provideRouter(
        [
          { path: 'me', children: homeworkFamilyRoutes },
          { path: 'app', children: responsesStaffRoutes },
          ...ownWordsRoutes,
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

/** Waits until what was started by the last act has drawn its consequences. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
}

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
}

export async function follow(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole('link', { name }));
  await settled();
}

export async function pick(name: string | RegExp): Promise<void> {
  const control = screen.queryByRole('radio', { name }) ?? screen.getByRole('checkbox', { name });
  fireEvent.click(control);
  await settled();
}

export async function type(name: string | RegExp, text: string): Promise<void> {
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value: text } });
  await settled();
}

/** To an address that nothing on the page leads to. */
export async function go(url: string): Promise<void> {
  await TestBed.inject(Router).navigateByUrl(url);
  await settled();
}

export function here(): string {
  return TestBed.inject(Router).url;
}

export function heading(): string {
  return screen.getByRole('heading', { level: 1 }).textContent?.replace(/\s+/gu, ' ').trim() ?? '';
}
