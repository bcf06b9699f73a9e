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
        loadComponent: async () => (await import('./planning/session-page')).SessionPage,
      },
    ],
  },
];
