import type { Provider } from '@angular/core';
import type { Translation } from '@jsverse/transloco';
import { WordFiles } from './loader';

/** For specs: the real word files, without a server. Goes beside `provideWords()`. */
export const wordsFromDisk: Provider = {
  provide: WordFiles,
  useFactory: () => {
    const area = async (language: string, name: string): Promise<Translation> => ({
      [name]: jest.requireActual<Translation>(`../../../../../apps/web/public/i18n/${language}/${name}.json`),
    });
    return { area, getTranslation: (language: string) => area(language, 'platform') };
  },
};
