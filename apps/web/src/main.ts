import { bootstrapApplication } from '@angular/platform-browser';
import { keepShell } from '@common-ground/web/platform';
import { App } from './app';
import { appConfig } from './app-config';
import { sayNotBegun } from './not-begun';

bootstrapApplication(App, appConfig).catch((cause: unknown) => {
  console.error(cause);
  sayNotBegun(document, () => location.reload());
});

keepShell(window);
