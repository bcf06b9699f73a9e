import type { Routes } from '@angular/router';
import { CheckPage } from '../answering/check-page';
import { QuestionPage } from '../answering/question-page';
import { TaskPage } from '../answering/task-page';
import { TaskShell } from '../answering/task-shell';
import { ItemPage } from '../reading-along/item-page';
import { PractisePage } from '../reading-along/practise-page';
import { Elsewhere } from './elsewhere';
import { SeenAsPage } from './seen-as-page';

/** The very pages that stand under `/me`, as far as they can be looked at before anything is given. */
export const seenAsRoutes: Routes = [
  {
    path: '',
    component: SeenAsPage,
    children: [
      {
        path: '',
        children: [
          { path: 'read', component: ItemPage },
          { path: 'practise', component: PractisePage },
          { path: 'elsewhere', component: Elsewhere },
          {
            path: '',
            component: TaskShell,
            children: [
              { path: '', pathMatch: 'full', component: TaskPage },
              { path: 'q', component: QuestionPage },
              { path: 'q/:n', component: QuestionPage },
              { path: 'check', component: CheckPage },
            ],
          },
          { path: '**', component: Elsewhere },
        ],
      },
    ],
  },
];
