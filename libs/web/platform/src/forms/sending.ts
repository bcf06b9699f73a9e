import { type Signal, computed, inject, signal } from '@angular/core';
import type { FieldProblem } from '@common-ground/contract';
import { Problem } from '../http/problem';
import { ProblemWords } from '../http/problem-words';
import type { FieldError } from './error-summary';

/** A form on its way: what is wrong with it, whether it is under way, and the one thing that sends it. */
export interface Sending {
  /** For `<cg-error-summary>`; the id of each input is the path of its field. */
  readonly errors: Signal<readonly FieldError[]>;
  /** For `<cg-problem>`: what failed apart from the fields. */
  readonly problem: Signal<Problem | null>;
  readonly isUnderWay: Signal<boolean>;
  /** The words at one field, or null. */
  errorAt(field: string): string | null;
  /**
   * Checks, then acts. Null when something was wrong, and then the page shows it; a second press while the first is
   * under way does nothing.
   */
  send<T>(act: () => Promise<T>, check?: () => Promise<readonly FieldProblem[]>): Promise<T | null>;
}

/** For a field of a component: `readonly sending = sendingOf('people')`; `area` names whose words for problems come first. */
export function sendingOf(area: string): Sending {
  const words = inject(ProblemWords);
  const faults = signal<readonly FieldProblem[]>([]);
  const problem = signal<Problem | null>(null);
  const isUnderWay = signal(false);
  const errors = computed(() =>
    faults().map((fault) => ({ field: fault.path, words: words.ofField(fault, area) })),
  );

  return {
    errors,
    problem: problem.asReadonly(),
    isUnderWay: isUnderWay.asReadonly(),
    errorAt: (field) => errors().find((error) => error.field === field)?.words ?? null,
    async send(act, check) {
      if (isUnderWay()) return null;
      isUnderWay.set(true);
      problem.set(null);
      try {
        faults.set((await check?.()) ?? []);
        return faults().length > 0 ? null : await act();
      } catch (cause) {
        const failed = Problem.from(cause);
        faults.set(failed.errors);
        problem.set(failed.errors.length > 0 ? null : failed);
        return null;
      } finally {
        isUnderWay.set(false);
      }
    },
  };
}
