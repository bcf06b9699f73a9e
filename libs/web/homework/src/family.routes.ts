import { inject } from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';
import { openWords, signedIn } from '@common-ground/web/platform';
import { FirstPageAhead } from './my-homework/first-page-ahead';
import { MePage } from './my-homework/me-page';

const askForFirstPage: CanActivateFn = () => {
  inject(FirstPageAhead).isOpened();
  return true;
};

export { FirstPageAhead };

/** The pages of clients and family members, under `/me`. Titles are neutral: they stand in histories and task switchers. */
export const homeworkFamilyRoutes: Routes = [
  {
    path: '',
    resolve: { words: openWords('homework'), privacy: openWords('privacy') },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'homework.home.pageTitle',
        canActivate: [askForFirstPage],
        // It comes with the app itself: in pieces of its own it would weigh more, and come later.
        component: MePage,
      },
      {
        path: 'privacy',
        title: 'homework.privacy.pageTitle',
        loadComponent: async () => (await import('./privacy/privacy-page')).PrivacyPage,
      },
      {
        path: 'reminders',
        title: 'homework.reminders.title',
        loadComponent: async () => (await import('./reminding/reminders-page')).RemindersPage,
      },
      {
        path: 'items/:id',
        title: 'homework.item.pageTitle',
        resolve: { kinds: openWords('kinds'), days: openWords('days') },
        loadComponent: async () => (await import('./reading-along/item-page')).ItemPage,
      },
      {
        path: 'items/:id/practise',
        title: 'homework.task.pageTitle',
        resolve: { kinds: openWords('kinds') },
        loadComponent: async () => (await import('./reading-along/practise-page')).PractisePage,
      },
      {
        path: 'items/:id/days',
        resolve: { days: openWords('days') },
        loadChildren: async () => (await import('./by-day/day.routes')).dayRoutes,
      },
      {
        path: 'tasks/:id',
        resolve: { prompts: openWords('prompts') },
        loadChildren: async () => (await import('./answering/task.routes')).taskRoutes,
      },
    ],
  },
];

/** Where nothing is open any more, what somebody wrote still is. Not under `/me`, which is for members. */
export const ownWordsRoutes: Routes = [
  {
    path: 'my-words',
    title: 'homework.left.pageTitle',
    canActivate: [signedIn],
    resolve: { words: openWords('homework') },
    loadComponent: async () => (await import('./privacy/own-words-page')).OwnWordsPage,
  },
  {
    path: 'left-words',
    title: 'homework.leftHere.pageTitle',
    canActivate: [signedIn],
    resolve: { words: openWords('homework'), prompts: openWords('prompts') },
    loadComponent: async () => (await import('./privacy/left-words-page')).LeftWordsPage,
  },
];
