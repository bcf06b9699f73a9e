import type { Provider } from '@angular/core';
import { WordFiles } from '@common-ground/web/platform';

type Message = Readonly<Record<string, unknown>>;

/** For specs: the real word files, without a server. Goes beside `provideWords()`. */
export const wordsFromDisk: Provider = {
  provide: WordFiles,
  useFactory: () => {
    const area = async (language: string, name: string): Promise<Message> => ({
      [name]: jest.requireActual<Message>(`../../../../apps/web/public/i18n/${language}/${name}.json`),
    });
    return { area };
  },
};
