import type { Routes } from '@angular/router';
import { LookBackCheckPage } from './look-back-check-page';
import { LookBackPage } from './look-back-page';
import { LookBackQuestionPage } from './look-back-question-page';
import { LookBackSentPage } from './look-back-sent-page';
import { LookBackShell } from './look-back-shell';

/** Looking back on one hour, from the first look to the thank-you. One chunk, so that a poor line is asked only once. */
export const lookBackRoutes: Routes = [
  {
    path: '',
    component: LookBackShell,
    children: [
      { path: '', pathMatch: 'full', component: LookBackPage, title: 'looking.pageTitle' },
      { path: 'q/:n', component: LookBackQuestionPage, title: 'looking.pageTitle' },
      { path: 'check', component: LookBackCheckPage, title: 'looking.check.pageTitle' },
      { path: 'sent', component: LookBackSentPage, title: 'looking.sent.pageTitle' },
    ],
  },
];
