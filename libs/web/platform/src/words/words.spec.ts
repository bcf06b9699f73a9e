import { TestBed } from '@angular/core/testing';
import { SpecServer, specServer } from '../http/server-for-specs';
import { provideWords } from './provide';
import { Words } from './words';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the words of a page', () => {
  let server: SpecServer;
  let words: Words;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [...specServer, provideWords()] });
    server = TestBed.inject(SpecServer);
    words = TestBed.inject(Words);
  });
  afterEach(() => localStorage.clear());

  const come = (language: string, area: string, hello: string): void =>
    server.expectOne(`/i18n/${language}/${area}.json`).flush({ hello });

  it('come side by side with those that will be needed, and once however many ask', async () => {
    const begun = words.begin(['homework']);
    const opened = words.open('homework');
    come('en', 'platform', 'Hello');
    come('en', 'homework', 'Homework');
    await Promise.all([begun, opened]);
    await words.open('homework');
    server.verify();
    expect([words.say('platform.hello'), words.say('homework.hello')]).toEqual(['Hello', 'Homework']);
  });

  it('keep nobody out whose page needs others than those that did not come', async () => {
    const begun = words.begin(['homework']);
    server.expectOne('/i18n/en/homework.json').breakOff();
    come('en', 'platform', 'Hello');
    await begun;
    expect([words.say('platform.hello'), words.has('homework.hello')]).toEqual(['Hello', false]);
    const opened = words.open('homework');
    come('en', 'homework', 'Homework');
    await opened;
    expect(words.say('homework.hello')).toBe('Homework');
  });

  it('are asked for again where they did not come', async () => {
    const begun = words.begin();
    come('en', 'platform', 'Hello');
    await begun;
    const opened = words.open('homework');
    server.expectOne('/i18n/en/homework.json').breakOff();
    await expect(opened).rejects.toMatchObject({ code: 'offline' });
    const refused = words.open('homework');
    server.expectOne('/i18n/en/homework.json').flush('<html>', { status: 502 });
    await expect(refused).rejects.toMatchObject({ code: 'offline' });
    const again = words.open('homework');
    come('en', 'homework', 'Homework');
    await again;
    expect(words.say('homework.hello')).toBe('Homework');
  });

  it('are no longer waited for where nothing comes for twenty seconds', async () => {
    jest.useFakeTimers();
    try {
      const refused = expect(words.begin()).rejects.toMatchObject({ code: 'offline' });
      const waiting = server.expectOne('/i18n/en/platform.json');
      await jest.advanceTimersByTimeAsync(20_000);
      expect(waiting.isStopped).toBe(true);
      await refused;
    } finally {
      jest.useRealTimers();
    }
  });

  it('are in the language of whoever is here, also where that is known before the first words are', async () => {
    const begun = words.begin();
    const followed = words.follow('es');
    await turn();
    come('en', 'platform', 'Hello');
    await begun;
    await turn();
    come('es', 'platform', 'Hola');
    await followed;
    expect([words.language(), words.say('platform.hello'), document.documentElement.lang]).toEqual([
      ...['es', 'Hola', 'es'],
    ]);
  });

  it('follow nobody on a device where a language was chosen', async () => {
    localStorage.setItem('cg.language', 'en');
    const begun = words.begin();
    come('en', 'platform', 'Hello');
    await begun;
    await words.follow('es');
    server.verify();
    expect(words.language()).toBe('en');
  });
});
