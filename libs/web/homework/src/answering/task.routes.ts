import type { Routes } from '@angular/router';
import { openWords } from '@common-ground/web/platform';
import { CheckPage } from './check-page';
import { QuestionPage } from './question-page';
import { SentPage } from './sent-page';
import { TaskPage } from './task-page';
import { TaskShell } from './task-shell';

/** One piece of homework from the first look to the thank-you. One chunk, so that a poor line is asked only once;
 * opening answers to the family, and paper, are apart, since most homework never gets there. */
export const taskRoutes: Routes = [
  {
    path: '',
    component: TaskShell,
    children: [
      { path: '', pathMatch: 'full', component: TaskPage, title: 'homework.task.pageTitle' },
      { path: 'q', component: QuestionPage, title: 'homework.task.pageTitle' },
      { path: 'q/:n', component: QuestionPage, title: 'homework.task.pageTitle' },
      { path: 'check', component: CheckPage, title: 'homework.check.pageTitle' },
      { path: 'sent', component: SentPage, title: 'homework.sent.pageTitle' },
      {
        path: 'open',
        title: 'opening.pageTitle',
        resolve: { words: openWords('opening') },
        loadComponent: async () => (await import('../opening/opening-page')).OpeningPage,
      },
      {
        path: 'print',
        title: 'homework.task.paperTitle',
        loadComponent: async () => (await import('./print-page')).TaskPrintPage,
      },
    ],
  },
];
