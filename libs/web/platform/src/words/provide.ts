import { type EnvironmentProviders, type Provider, inject, makeEnvironmentProviders } from '@angular/core';
import type { ResolveFn } from '@angular/router';
import { Dates } from './dates';
import { WordFiles } from './loader';
import { Messages } from './messages';
import { Tongue } from './tongue';
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

/** For a component whose inside is in another language than the page: `inject(Words).speak(…)` says in which. */
export const inOwnLanguage: readonly Provider[] = [Tongue, Messages, Words, Dates];
