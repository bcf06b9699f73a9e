import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import type { Role } from '@common-ground/contract';
import { Session } from './session';

/** Lets in whoever is signed in; others sign in first and come back to the same place. */
export const signedIn: CanActivateFn = (_route, state) => letIn([], state.url);

export const asTherapist: CanActivateFn = (_route, state) => letIn(['therapist'], state.url);

export const asSupervisor: CanActivateFn = (_route, state) => letIn(['supervisor'], state.url);

/** The clinical staff: whoever writes or reviews. */
export const asClinician: CanActivateFn = (_route, state) => letIn(['therapist', 'supervisor'], state.url);

export const asAdmin: CanActivateFn = (_route, state) => letIn(['admin'], state.url);

/** The client and the family's members alike. */
export const asFamily: CanActivateFn = (_route, state) => letIn(['client', 'member'], state.url);

/** For whoever is signed in and may not open anything yet; everybody else has a first page of their own. */
export const whileNothingIsOpen: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.known();
  return session.isSignedIn() && session.roles().length === 0 ? true : router.parseUrl(session.home());
};

/** For the one page that is open to staff who have no second factor yet. */
export const whileEnrolling: CanActivateFn = async (_route, state) => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.known();
  if (session.state() === 'signed-out') return toSignIn(router, state.url);
  return session.mustEnrol() ? true : router.parseUrl(session.home());
};

/** For `/`: everybody to their own first page. */
export const toHome: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  await session.known();
  return router.parseUrl(session.home());
};

/** These only spare people wrong doors; what anybody may see is decided by the server, on every request. */
async function letIn(roles: readonly Role[], url: string): Promise<ReturnType<typeof toSignIn> | true> {
  const [session, router] = [inject(Session), inject(Router)];
  await session.known();
  if (session.state() === 'signed-out') return toSignIn(router, url);
  if (session.mustEnrol()) return router.parseUrl(session.home());
  if (roles.length === 0 || session.isAny(...roles)) return true;
  return router.parseUrl(session.home());
}

function toSignIn(router: Router, url: string) {
  return router.createUrlTree(['/sign-in'], { queryParams: url === '/' ? {} : { from: url } });
}
