import type { Routes } from '@angular/router';
import { openWords } from '@common-ground/web/platform';

/** What came back from a family, under `/app`. */
export const responsesStaffRoutes: Routes = [
  {
    path: 'families/:id/responses',
    resolve: { words: openWords('homework'), days: openWords('days'), prompts: openWords('prompts') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'homework.responses.pageTitle',
        loadComponent: async () => (await import('./responses/responses-page')).ResponsesPage,
      },
      {
        path: ':taskId/print',
        title: 'homework.paper.pageTitle',
        loadComponent: async () => (await import('./responses/print-page')).ResponsesPrintPage,
      },
    ],
  },
  {
    path: 'docs/:id/as/:member',
    title: 'documents.seenAs.pageTitle',
    resolve: { words: openWords('homework'), documents: openWords('documents') },
    loadChildren: async () => (await import('./seeing-as/seen-as.routes')).seenAsRoutes,
  },
  {
    path: 'shares/:id/remind',
    title: 'homework.askReminders.pageTitle',
    resolve: { words: openWords('homework') },
    loadComponent: async () => (await import('./reminding/ask-page')).AskPage,
  },
];
