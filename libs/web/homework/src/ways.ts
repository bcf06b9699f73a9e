import { Injectable } from '@angular/core';
import type { TaskId } from '@common-ground/contract';
import { pdfOf } from './homework.client';

type Way = readonly (string | number)[];

/** Where the pages of homework lead: on a page of one's own, to each other. */
@Injectable({ providedIn: 'root' })
export class Ways {
  /** True where somebody only looks at it: nothing is answered, saved or sent. */
  readonly isLookedAt: boolean = false;

  home(): Way {
    return ['/me'];
  }

  privacy(): Way {
    return ['/me/privacy'];
  }

  /** A piece that asks something, or one of its pages. */
  task(id: TaskId, ...steps: Way): Way {
    return ['/me/tasks', id, ...steps];
  }

  /** A piece to be read, or one of its pages. */
  item(id: TaskId, ...steps: Way): Way {
    return ['/me/items', id, ...steps];
  }

  /** Null where there is none to be had. */
  pdf(id: TaskId): string | null {
    return pdfOf(id);
  }
}
