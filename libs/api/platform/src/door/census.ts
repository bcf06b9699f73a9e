import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { LABEL, type Label } from './labels';

/** One route, as the program really serves it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly label: Label | null;
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
        });
      }
    }
  }
  return routes.sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`));
}

/** Stops the program when a route says nothing about who may use it. */
export function demandLabels(routes: readonly Route[]): void {
  const silent = routes
    .filter((route) => route.label === null)
    .map((route) => `${route.method} ${route.path}`);
  if (silent.length > 0) throw new Error(`These routes do not say who may use them: ${silent.join(', ')}`);
}
