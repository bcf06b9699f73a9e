import type { Routes } from '@angular/router';
import { homeworkFamilyRoutes, ownWordsRoutes } from '@common-ground/web/homework/family';
import {
  FamilyFrame,
  HelpNowPage,
  NotFoundPage,
  NotReachedPage,
  asAdmin,
  asClinician,
  asFamily,
  toHome,
} from '@common-ground/web/platform';

/** Who stands in which frame, and whose pages they find there. The pages themselves belong to the libs. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [toHome], children: [] },
  // Before everything that is fetched on the way: these are the pages that have to open without a connection.
  {
    path: '',
    component: FamilyFrame,
    children: [
      { path: 'help-now', component: HelpNowPage, title: 'platform.safety.title' },
      { path: 'not-reached', component: NotReachedPage, title: 'platform.states.notReached.title' },
    ],
  },
  {
    path: 'app',
    loadComponent: async () => (await import('@common-ground/web/platform/staff-frame')).StaffFrame,
    canActivate: [asClinician],
    children: [
      // People come first: the router takes the first list for `/app` itself, and that is Today.
      {
        path: '',
        loadChildren: async () => (await import('@common-ground/web/people/routes')).peopleStaffRoutes,
      },
      {
        path: '',
        loadChildren: async () => (await import('@common-ground/web/documents/routes')).documentsStaffRoutes,
      },
      {
        path: '',
        loadChildren: async () => (await import('@common-ground/web/homework/routes')).responsesStaffRoutes,
      },
      {
        path: '',
        loadChildren: async () => (await import('@common-ground/web/sessions')).sessionsStaffRoutes,
      },
      { path: '', loadChildren: async () => (await import('@common-ground/web/records')).recordsStaffRoutes },
    ],
  },
  {
    path: 'admin',
    loadComponent: async () => (await import('@common-ground/web/platform/staff-frame')).StaffFrame,
    canActivate: [asAdmin],
    children: [
      { path: '', loadChildren: async () => (await import('@common-ground/web/people/routes')).adminRoutes },
      {
        path: '',
        loadChildren: async () => (await import('@common-ground/web/documents/routes')).documentsAdminRoutes,
      },
      { path: '', loadChildren: async () => (await import('@common-ground/web/records')).recordsAdminRoutes },
    ],
  },
  {
    path: 'me',
    component: FamilyFrame,
    canActivate: [asFamily],
    children: [
      // Homework comes first: the router takes the first list for `/me` itself, and that is the one next thing.
      { path: '', children: homeworkFamilyRoutes },
      {
        path: '',
        loadChildren: async () => (await import('@common-ground/web/people/routes')).consentFamilyRoutes,
      },
      {
        path: '',
        loadChildren: async () => (await import('@common-ground/web/sessions')).sessionsFamilyRoutes,
      },
    ],
  },
  // Everybody's settings, in the staff's frame where staff open them.
  {
    path: '',
    loadChildren: async () => (await import('@common-ground/web/people/routes')).staffSettingsRoutes,
  },
  {
    path: '',
    component: FamilyFrame,
    children: [
      { path: '', loadChildren: async () => (await import('@common-ground/web/people/routes')).doorRoutes },
      { path: '', children: ownWordsRoutes },
      { path: '**', component: NotFoundPage, title: 'platform.states.notFoundPage.title' },
    ],
  },
];
