import {
  type Signal,
  computed,
  effect,
  inject,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { Api, type Asking } from '../http/api';
import { Problem } from '../http/problem';
import { KeptCopies } from '../offline/kept-copies';

/** Something a page waits for. Goes into `<cg-waiting [on]="…" />` until `value()` is there. */
export interface Loaded<T> {
  /** What arrived, or null as long as nothing has. Stays in place while it is asked for again. */
  readonly value: Signal<T | null>;
  readonly problem: Signal<Problem | null>;
  readonly isLoading: Signal<boolean>;
  /** Asks once more. */
  again(): void;
  /** Puts a newer answer in place, for instance the one a change came back with. */
  set(value: T): void;
}

/**
 * Loads something whenever what it depends on changes; `undefined` means not yet. In a field of a component or store:
 * `readonly family = loaded(this.id, (id) => this.client.family(id));`
 */
export function loaded<P, T>(
  from: () => P | undefined,
  load: (from: P, signal: AbortSignal) => Promise<T>,
): Loaded<T> {
  const asked = resource<T, P | undefined>({
    params: from,
    loader: async ({ params, abortSignal }) => {
      try {
        return await load(params, abortSignal);
      } catch (cause) {
        throw Problem.from(cause);
      }
    },
  });
  const copies = inject(KeptCopies);
  effect(() => {
    if (copies.outdated() > 0) untracked(() => asked.reload());
  });
  return {
    value: computed(() => (asked.hasValue() ? asked.value() : null)),
    problem: computed(() => (asked.error() ? problemIn(asked.error()) : null)),
    isLoading: asked.isLoading,
    again: () => void asked.reload(),
    set: (value) => asked.set(value),
  };
}

/** The plainest case, one GET: `readonly today = loadedFrom<Today>(() => 'today');` */
export function loadedFrom<T>(
  path: () => string | undefined,
  { isKept = false }: Pick<Asking, 'isKept'> = {},
): Loaded<T> {
  const api = inject(Api);
  return loaded(path, async (asked, stop) => (await api.get<T>(asked, { signal: stop, isKept })).body);
}

/** So long what a page is for waits for what stands beside it. */
const TOGETHER_WITHIN = 2_000;

/** Whether it is known what there is, or why it does not come. */
function isKnown(one: Loaded<unknown> | undefined): boolean {
  return one !== undefined && (one.value() !== null || one.problem() !== null);
}

/**
 * What is asked for apart and appears together, so that nothing that comes later moves what is read already: the page
 * as it is waited for, and whether all of it has been there. Once it has, it stays, also while some is asked for again.
 * What hangs holds nothing back for long: after two seconds the rest appears without it. Why the page itself does not
 * come is said at once.
 */
export function together<T>(
  first: Loaded<T>,
  others: () => readonly (Loaded<unknown> | undefined)[],
): { readonly isWhole: Signal<boolean>; readonly page: Loaded<T> } {
  const hasWaited = signal(false);
  const isWhole = linkedSignal<boolean, boolean>({
    source: () => hasWaited() || [first, ...others()].every(isKnown),
    computation: (areKnown, before) => areKnown || before?.value === true,
  });
  effect((stop) => {
    // Nobody waits for what stands beside it before it is there itself.
    if (hasWaited() || first.value() === null) return;
    const timer = setTimeout(() => hasWaited.set(true), TOGETHER_WITHIN);
    stop(() => clearTimeout(timer));
  });
  const isLoading = computed(() => first.isLoading() || (first.problem() === null && !isWhole()));
  return { isWhole, page: { ...first, isLoading } };
}

/** A resource may wrap what its loader threw. */
function problemIn(error: unknown): Problem {
  const inner = error instanceof Error && error.cause instanceof Problem ? error.cause : error;
  return Problem.from(inner);
}
