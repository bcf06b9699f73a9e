import { bootstrapApplication } from '@angular/platform-browser';
import { keepShell } from '@common-ground/web/platform';
import { App } from './app';
import { appConfig } from './app-config';
import { sayNotBegun } from './not-begun';

// In a task of its own: reading the scripts and beginning are each as much as a slow phone does between two touches.
setTimeout(() => {
  bootstrapApplication(App, appConfig).catch((cause: unknown) => {
    console.error(cause);
    sayNotBegun(document, () => location.reload());
  });
  keepShell(window);
});
