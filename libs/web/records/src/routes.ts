import type { Routes } from '@angular/router';
import { asTherapist, openWords } from '@common-ground/web/platform';

const words = openWords('records');

/** Emergencies, and what belongs to a family's records, under `/app`. */
export const recordsStaffRoutes: Routes = [
  {
    path: 'emergencies',
    resolve: { words, people: openWords('people') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'records.emergencies.title',
        loadComponent: async () => (await import('./emergencies/emergencies-page')).EmergenciesPage,
      },
      {
        path: 'new',
        title: 'records.open.title',
        loadComponent: async () => (await import('./emergencies/new-emergency-page')).NewEmergencyPage,
      },
      {
        path: ':id',
        title: 'records.view.title',
        loadComponent: async () => (await import('./emergencies/emergency-page')).EmergencyPage,
      },
      {
        path: ':id/documents/:documentId',
        title: 'records.view.title',
        resolve: { documents: openWords('documents'), kinds: openWords('kinds') },
        loadComponent: async () =>
          (await import('./emergencies/emergency-document-page')).EmergencyDocumentPage,
      },
    ],
  },
  {
    path: 'families/:id/records',
    title: 'records.family.title',
    canActivate: [asTherapist],
    resolve: { words },
    loadComponent: async () => (await import('./family/family-records-page')).FamilyRecordsPage,
  },
];

/** How the records stand, under `/admin`. */
export const recordsAdminRoutes: Routes = [
  {
    path: 'records',
    title: 'records.overview.title',
    resolve: { words },
    loadComponent: async () => (await import('./overview/records-page')).RecordsPage,
  },
];
