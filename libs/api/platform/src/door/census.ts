import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { FOUND_WITH_THE_WORK, FRESHLY_PROVEN, LABEL, sessionOf, WHILE_ENROLLING, type Label } from './labels';

/** One route, as the program really serves it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly label: Label | null;
  /** Whether its session is found with the work only, and yet the facts of the session are needed before. */
  readonly needsWhatIsNotFound: boolean;
}

/** Every route of every controller, in alphabetical order. */
export function takeCensus(modules: ModulesContainer, reflector: Reflector, prefix: string): Route[] {
  const scanner = new MetadataScanner();
  const routes: Route[] = [];
  for (const module of modules.values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const controller = metatype as Type;
      const prototype = controller.prototype as Record<string, unknown>;
      const at = reflector.get<string | undefined>(PATH_METADATA, controller) ?? '';
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function') continue;
        const path = Reflect.getMetadata(PATH_METADATA, handler) as string | undefined;
        if (path === undefined) continue;
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
        const parts = [at.startsWith('/health') ? '' : prefix, at, path].flatMap((part) => part.split('/'));
        routes.push({
          method,
          path: `/${parts.filter((part) => part !== '').join('/')}`,
          label: (Reflect.getMetadata(LABEL, handler) as Label | undefined) ?? null,
          needsWhatIsNotFound: needsWhatIsNotFound(controller, name, handler),
        });
      }
    }
  }
  return routes.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}

function needsWhatIsNotFound(controller: Type, name: string, handler: object): boolean {
  const says = (what: string): boolean => Reflect.getMetadata(what, handler) === true;
  if (!says(FOUND_WITH_THE_WORK)) return false;
  const taken = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) as
    Readonly<Record<string, { readonly factory?: unknown }>> | undefined;
  const takesSession = Object.values(taken ?? {}).some(({ factory }) => factory === sessionOf);
  return takesSession || says(FRESHLY_PROVEN) || says(WHILE_ENROLLING);
}

/** Stops the program when a route says nothing about who may use it, or says what cannot be so. */
export function demandLabels(routes: readonly Route[]): void {
  demandNone(routes, 'do not say who may use them', ({ label }) => label === null);
  demandNone(
    routes,
    'need the facts of a session that is only found with the work',
    (route) => route.needsWhatIsNotFound,
  );
}

function demandNone(routes: readonly Route[], what: string, is: (route: Route) => boolean): void {
  const those = routes.filter(is).map(({ method, path }) => `${method} ${path}`);
  if (those.length > 0) throw new Error(`These routes ${what}: ${those.join(', ')}`);
}
