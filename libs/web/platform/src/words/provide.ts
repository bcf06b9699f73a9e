import { type EnvironmentProviders, inject, isDevMode, makeEnvironmentProviders } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { LANGUAGES } from '@common-ground/contract';
import { TRANSLOCO_LOADER, provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { WordFiles } from './loader';
import { Messages } from './messages';
import { Words } from './words';

/** Translations for the whole application. Once, in the application's config. */
export function provideWords(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { logMissingKey: isDevMode() },
      },
    }),
    { provide: TRANSLOCO_LOADER, useExisting: WordFiles },
    provideTranslocoTranspiler(Messages),
  ]);
}

/** For a route: `resolve: { words: openWords('documents') }`. The page waits for its words. */
export function openWords(area: string): ResolveFn<boolean> {
  return async () => {
    await inject(Words).open(area);
    return true;
  };
}
