import type { Routes } from '@angular/router';
import { openWords } from '@common-ground/web/platform';

/** The document pages of the staff, below `/app`. Each page is its own chunk: reading a queue brings no editor along. */
export const documentsStaffRoutes: Routes = [
  {
    path: '',
    resolve: { words: openWords('documents'), kinds: openWords('kinds'), prompts: openWords('prompts') },
    children: [
      {
        path: 'library',
        title: 'documents.library.title',
        loadComponent: async () => (await import('./library/library-page')).LibraryPage,
      },
      {
        path: 'library/bring-in',
        title: 'documents.bringIn.title',
        loadComponent: async () => (await import('./kinds/role-play-script/import/import-page')).ImportPage,
      },
      {
        path: 'library/:id',
        title: 'documents.keep.changeTitle',
        loadComponent: async () => (await import('./library/change-template-page')).ChangeTemplatePage,
      },
      // Where other pages say "something new for this family"; the family stays in the query.
      { path: 'new', redirectTo: 'library' },
      {
        path: 'docs/:id',
        loadComponent: async () => (await import('./drafting/document-page')).DocumentPage,
      },
      {
        path: 'docs/:id/preview',
        resolve: { fields: openWords('homework'), days: openWords('days') },
        loadComponent: async () => (await import('./drafting/preview-page')).PreviewPage,
      },
      { path: 'docs/:id/print', redirectTo: 'docs/:id/preview' },
      {
        path: 'docs/:id/history',
        title: 'documents.history.title',
        loadComponent: async () => (await import('./drafting/history-page')).HistoryPage,
      },
      {
        path: 'docs/:id/submit',
        title: 'documents.submit.title',
        loadComponent: async () => (await import('./drafting/submit-page')).SubmitPage,
      },
      {
        path: 'docs/:id/template',
        title: 'documents.keep.title',
        loadComponent: async () => (await import('./library/keep-page')).KeepPage,
      },
      {
        path: 'docs/:id/share',
        resolve: { privacy: openWords('privacy') },
        loadComponent: async () => (await import('./sharing/share-page')).SharePage,
      },
      {
        path: 'reviews',
        title: 'documents.queue.title',
        loadComponent: async () => (await import('./supervision/queue-page')).QueuePage,
      },
      {
        path: 'reviews/:id',
        loadComponent: async () => (await import('./supervision/review-page')).ReviewPage,
      },
      {
        path: 'reviews/:id/attached/:documentId',
        loadComponent: async () => (await import('./supervision/attached-page')).AttachedPage,
      },
    ],
  },
];

/** What admins see of the documents, below `/admin`: the library, which is about no family, and how long reviews wait. */
export const documentsAdminRoutes: Routes = [
  {
    path: 'library',
    title: 'documents.library.title',
    resolve: { words: openWords('documents'), kinds: openWords('kinds') },
    loadComponent: async () => (await import('./library/library-page')).LibraryPage,
  },
  {
    path: 'review-times',
    title: 'documents.reviewTimes.title',
    resolve: { words: openWords('documents') },
    loadComponent: async () => (await import('./supervision/review-times-page')).ReviewTimesPage,
  },
];
