import { inject } from '@angular/core';
import type { CanMatchFn, Routes } from '@angular/router';
import {
  Session,
  asSupervisor,
  asTherapist,
  openWords,
  signedIn,
  whileEnrolling,
  whileNothingIsOpen,
} from '@common-ground/web/platform';

const words = openWords('people');
const wordsOfInvitations = openWords('invitations');
const wordsOfMerging = openWords('merging');
const privacy = openWords('privacy');
const practiceWords = openWords('practice');
const wordsOfKeys = openWords('keys');

/** Staff keep their frame on pages that everybody has. */
const forStaff: CanMatchFn = async () => {
  const session = inject(Session);
  await session.known();
  // Whoever has to enrol finds nothing else in that frame.
  return session.isStaff() && !session.mustEnrol();
};

/** Pages around families, under `/app`. */
export const peopleStaffRoutes: Routes = [
  {
    path: 'away',
    title: 'people.away.title',
    canActivate: [asSupervisor],
    resolve: { words },
    loadComponent: async () => (await import('./supervision/away-page')).AwayPage,
  },
  {
    path: 'notebooks',
    resolve: { words },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'people.notebooks.title',
        loadComponent: async () => (await import('./supervision/notebooks-page')).NotebooksPage,
      },
      {
        path: ':id',
        title: 'people.notebooks.title',
        loadComponent: async () => (await import('./supervision/notebook-page')).NotebookPage,
      },
    ],
  },
  {
    path: '',
    canActivate: [asTherapist],
    resolve: { words, wordsOfInvitations, privacy },
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: 'platform.frame.today',
        loadComponent: async () => (await import('./today/today-page')).TodayPage,
      },
      {
        path: 'families',
        title: 'platform.frame.families',
        loadComponent: async () => (await import('./families/families-page')).FamiliesPage,
      },
      {
        path: 'families/new',
        title: 'people.newFamily.title',
        loadComponent: async () => (await import('./families/new-family-page')).NewFamilyPage,
      },
      {
        path: 'families/:id',
        title: 'people.family.title',
        loadComponent: async () => (await import('./families/family-page')).FamilyPage,
      },
      {
        path: 'families/:id/people/:memberId/invite',
        title: 'invitations.titles.invite',
        loadComponent: async () => (await import('./invitations/invite-page')).InvitePage,
      },
      {
        path: 'families/:id/people/:memberId/confirm',
        title: 'invitations.titles.confirm',
        loadComponent: async () => (await import('./invitations/confirm-page')).ConfirmPage,
      },
      {
        path: 'families/:id/people/:memberId/twice',
        title: 'merging.pageTitle',
        resolve: { wordsOfMerging },
        loadComponent: async () => (await import('./merging/twice-page')).TwicePage,
      },
      {
        path: 'families/:id/people',
        title: 'people.family.people',
        loadComponent: async () => (await import('./members/people-page')).PeoplePage,
      },
      {
        path: 'families/:id/consents/new',
        title: 'privacy.ask.pageTitle',
        loadComponent: async () => (await import('./consents/ask-page')).AskForConsentPage,
      },
      {
        path: 'families/:id/people/new',
        title: 'people.member.addTitle',
        loadComponent: async () => (await import('./families/new-member-page')).NewMemberPage,
      },
      {
        path: 'families/:id/people/apart',
        title: 'people.apart.title',
        loadComponent: async () => (await import('./members/apart-page')).ApartPage,
      },
      {
        path: 'families/:id/people/guardians',
        title: 'people.guardians.title',
        loadComponent: async () => (await import('./members/guardians-page')).GuardiansPage,
      },
      {
        path: 'families/:id/people/therapists',
        title: 'people.therapists.title',
        loadComponent: async () => (await import('./members/therapists-page')).TherapistsPage,
      },
      {
        path: 'families/:id/people/:memberId',
        title: 'people.family.people',
        loadComponent: async () => (await import('./members/member-page')).MemberPage,
      },
    ],
  },
];

/** What somebody is asked to agree to, under `/me`. The title is neutral: it stands in histories. */
export const consentFamilyRoutes: Routes = [
  {
    path: 'consent/:id',
    title: 'privacy.consent.pageTitle',
    resolve: { privacy },
    loadComponent: async () => (await import('./consents/consent-page')).ConsentPage,
  },
];

/** Pages of the practice's admin, under `/admin`. */
export const adminRoutes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'people' },
  {
    path: '',
    resolve: { words, practiceWords },
    children: [
      {
        path: 'people',
        title: 'people.staff.title',
        loadComponent: async () => (await import('./staff/staff-page')).StaffPage,
      },
      {
        path: 'people/new',
        title: 'practice.staff.add',
        loadComponent: async () => (await import('./staff/new-staff-page')).NewStaffPage,
      },
      {
        path: 'people/:id',
        title: 'practice.staff.one',
        loadComponent: async () => (await import('./staff/staff-member-page')).StaffMemberPage,
      },
      {
        path: 'supervisions/new',
        title: 'practice.pairs.add',
        loadComponent: async () => (await import('./staff/new-supervision-page')).NewSupervisionPage,
      },
      {
        path: 'practice',
        title: 'practice.settings.title',
        loadComponent: async () => (await import('./practice/practice-page')).PracticePage,
      },
      {
        path: 'coach-words',
        title: 'practice.coachWords.title',
        loadComponent: async () => (await import('./practice/coach-words-page')).CoachWordsPage,
      },
      {
        path: 'notices',
        title: 'practice.notices.title',
        loadComponent: async () => (await import('./practice/notices-page')).NoticesPage,
      },
      {
        path: 'notices/new',
        title: 'practice.notices.write',
        loadComponent: async () => (await import('./practice/new-notice-page')).NewNoticePage,
      },
    ],
  },
];

/** Settings within the staff's frame; everybody else finds the same page among `doorRoutes`. */
export const staffSettingsRoutes: Routes = [
  {
    path: 'settings',
    loadComponent: async () => (await import('@common-ground/web/platform/staff-frame')).StaffFrame,
    canMatch: [forStaff],
    resolve: { words },
    children: [
      {
        path: '',
        title: 'people.settings.title',
        loadComponent: async () => (await import('./settings/settings-page')).SettingsPage,
      },
      {
        path: 'signing-in',
        title: 'keys.mine.title',
        canActivate: [signedIn],
        resolve: { wordsOfKeys },
        loadComponent: async () => (await import('./ways-in/signing-in-page')).SigningInPage,
      },
    ],
  },
];

/** Pages that stand open: the ways in and out, and settings. */
export const doorRoutes: Routes = [
  {
    path: '',
    resolve: { words, wordsOfInvitations },
    children: [
      {
        path: 'sign-in',
        title: 'people.signIn.title',
        loadComponent: async () => (await import('./sign-in/sign-in-page')).SignInPage,
      },
      {
        path: 'l',
        title: 'invitations.titles.accept',
        loadComponent: async () => (await import('./invitations/accept-page')).AcceptPage,
      },
      {
        path: 'l/:token',
        title: 'invitations.titles.accept',
        loadComponent: async () => (await import('./invitations/accept-page')).AcceptPage,
      },
      {
        path: 'welcome/:token',
        title: 'keys.welcome.titles.password',
        resolve: { wordsOfKeys },
        loadComponent: async () => (await import('./ways-in/welcome-page')).WelcomePage,
      },
      {
        path: 'enrol',
        title: 'keys.enrol.titles.choose',
        canActivate: [whileEnrolling],
        resolve: { wordsOfKeys },
        loadComponent: async () => (await import('./ways-in/enrol-page')).EnrolPage,
      },
      {
        path: 'waiting',
        title: 'invitations.titles.waiting',
        canActivate: [whileNothingIsOpen],
        loadComponent: async () => (await import('./invitations/waiting-page')).WaitingPage,
      },
      {
        path: 'sign-out',
        title: 'people.signOut.title',
        loadComponent: async () => (await import('./sign-in/sign-out-page')).SignOutPage,
      },
      {
        path: 'settings',
        title: 'people.settings.title',
        loadComponent: async () => (await import('./settings/settings-page')).SettingsPage,
      },
      {
        path: 'settings/signing-in',
        title: 'keys.mine.title',
        canActivate: [signedIn],
        resolve: { wordsOfKeys },
        loadComponent: async () => (await import('./ways-in/signing-in-page')).SigningInPage,
      },
    ],
  },
];
