import type { Routes } from '@angular/router';
import { TaskShell } from '../answering/task-shell';
import { DayPage } from './day-page';

/** A plan day by day. What is written here are answers like those of a worksheet, saved and kept in the same way. */
export const dayRoutes: Routes = [
  {
    path: '',
    component: TaskShell,
    data: { isPlan: true },
    children: [{ path: '', pathMatch: 'full', component: DayPage, title: 'days.pageTitle' }],
  },
];
