import type { Provider } from '@angular/core';
import { type WordFile, WordFiles } from './loader';

/** For specs: the real word files, without a server. Goes beside `provideWords()`. */
export const wordsFromDisk: Provider = {
  provide: WordFiles,
  useFactory: () => {
    const area = async (language: string, name: string): Promise<WordFile> => ({
      [name]: jest.requireActual<WordFile>(`../../../../../apps/web/public/i18n/${language}/${name}.json`),
    });
    return { area };
  },
};
