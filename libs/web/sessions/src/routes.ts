import type { Routes } from '@angular/router';
import { asTherapist, openWords } from '@common-ground/web/platform';

/** Planning the hours of families, under `/app`. */
export const sessionsStaffRoutes: Routes = [
  {
    path: '',
    canActivateChild: [asTherapist],
    resolve: { words: openWords('sessions') },
    children: [
      {
        path: 'families/:id/sessions/new',
        title: 'sessions.new.title',
        loadComponent: async () => (await import('./planning/new-session-page')).NewSessionPage,
      },
      {
        path: 'sessions/:id',
        title: 'sessions.plan.title',
        resolve: { documents: openWords('documents'), kinds: openWords('kinds') },
        loadComponent: async () => (await import('./planning/session-page')).SessionPage,
      },
      {
        path: 'sessions/:id/run',
        title: 'running.title',
        resolve: {
          running: openWords('running'),
          prompts: openWords('prompts'),
          homework: openWords('homework'),
          looking: openWords('looking'),
        },
        loadComponent: async () => (await import('./running/run-page')).RunPage,
      },
      {
        path: 'sessions/:id/record',
        title: 'involvement.title',
        resolve: { involvement: openWords('involvement') },
        loadComponent: async () => (await import('./involvement/involvement-page')).InvolvementPage,
      },
      {
        path: 'sessions/:id/pages',
        title: 'pages.title',
        resolve: { pages: openWords('pages'), asked: openWords('asked') },
        loadComponent: async () => (await import('./taking-home/pages-page')).PagesPage,
      },
    ],
  },
];

/** Being asked to an hour, under `/me`. The title is neutral: it stands in histories and task switchers. */
export const sessionsFamilyRoutes: Routes = [
  {
    path: 'sessions/:id/after',
    resolve: { words: openWords('looking') },
    loadChildren: async () => (await import('./looking-back/look-back.routes')).lookBackRoutes,
  },
  {
    path: 'sessions/:id',
    title: 'asked.pageTitle',
    resolve: {
      words: openWords('asked'),
      opening: openWords('opening'),
      homework: openWords('homework'),
      prompts: openWords('prompts'),
    },
    loadComponent: async () => (await import('./invitations/asked-session-page')).AskedSessionPage,
  },
];
