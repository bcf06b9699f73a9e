import { InjectionToken, type Type } from '@angular/core';

/** What has to be said above every page of the staff, by a part of the house that the frame knows nothing of. */
export const STAFF_NOTICE = new InjectionToken<() => Promise<Type<unknown>>>(
  'what is said above staff pages',
);
