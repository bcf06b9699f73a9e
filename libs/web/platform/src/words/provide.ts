import { type EnvironmentProviders, inject, makeEnvironmentProviders } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { WordFiles } from './loader';
import { Messages } from './messages';
import { Words } from './words';

/** Words for the whole application. Once, in the application's config. */
export function provideWords(): EnvironmentProviders {
  return makeEnvironmentProviders([WordFiles, Messages, Words]);
}

/** For a route: `resolve: { words: openWords('documents') }`. The page waits for its words. */
export function openWords(area: string): ResolveFn<boolean> {
  return async () => {
    await inject(Words).open(area);
    return true;
  };
}
