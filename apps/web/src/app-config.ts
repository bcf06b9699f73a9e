import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  Router,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { PageTitle, STAFF_NOTICE, provideWords } from '@common-ground/web/platform';
import { begin } from './begin';
import { routes } from './routes';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // The handler below has said what there is to say about it.
      withRouterConfig({ resolveNavigationPromiseOnError: true }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      // A page whose guard or words could not be fetched: say so, and keep the address for another try.
      withNavigationErrorHandler(() => {
        void inject(Router).navigateByUrl('/not-reached', { skipLocationChange: true });
      }),
    ),
    provideWords(),
    provideAppInitializer(begin),
    { provide: TitleStrategy, useExisting: PageTitle },
    {
      provide: STAFF_NOTICE,
      useValue: async () => (await import('@common-ground/web/records')).RecordsNotice,
    },
  ],
};
