import {
  DOCUMENT,
  type ElementRef,
  Injector,
  type Signal,
  afterNextRender,
  computed,
  inject,
  linkedSignal,
} from '@angular/core';
import type { Page } from '@common-ground/contract';
import { Announcer } from '../forms/announcer';
import { Problem } from '../http/problem';
import { Words } from '../words/words';

/** A list that comes page by page, all of it so far. */
export interface Further<T> {
  readonly items: Signal<readonly T[]>;
  /** How to go on, or null at the end. */
  readonly next: Signal<string | null>;
  /** Why the last page asked for did not come. */
  readonly problem: Signal<Problem | null>;
  /** Asks for one more page; whoever pressed goes on at the first that came. */
  more(cursor: string): Promise<void>;
}

const CAN_BE_USED = 'a[href], button:not(:disabled), input:not(:disabled)';

/**
 * What follows on a first page, and begins anew with it. `lines` are the elements the items stand in, in their order:
 * the button that was pressed is gone with the last page, so the cursor goes to the first new one.
 */
export function furtherOf<T>(
  first: Signal<Page<T> | null>,
  ask: (cursor: string) => Promise<Page<T>>,
  lines: Signal<readonly ElementRef<HTMLElement>[]>,
): Further<T> {
  const [document, injector, announcer, words] = [
    inject(DOCUMENT),
    inject(Injector),
    inject(Announcer),
    inject(Words),
  ];
  const pages = linkedSignal<Page<T> | null, readonly Page<T>[]>({ source: first, computation: () => [] });
  const problem = linkedSignal<Page<T> | null, Problem | null>({ source: first, computation: () => null });
  const items = computed(() => [first(), ...pages()].flatMap((page) => page?.items ?? []));
  let isUnderWay = false;

  function goTo(at: number, pressed: Element | null): void {
    const here = document.activeElement;
    // Whoever has gone somewhere else meanwhile stays there.
    if (here !== null && here !== document.body && here !== pressed) return;
    const line = lines()[at]?.nativeElement;
    const usable = line?.querySelector<HTMLElement>(CAN_BE_USED);
    if (!usable) line?.setAttribute('tabindex', '-1');
    (usable ?? line)?.focus();
  }

  return {
    items,
    next: computed(() => (pages().at(-1) ?? first())?.next ?? null),
    problem: problem.asReadonly(),
    async more(cursor) {
      if (isUnderWay) return;
      const [begun, pressed, before] = [first(), document.activeElement, items().length];
      isUnderWay = true;
      problem.set(null);
      try {
        const page = await ask(cursor);
        // The list may have begun anew meanwhile.
        if (begun !== first()) return;
        pages.update((so) => [...so, page]);
        announcer.say(words.say('platform.states.cameMore', { count: page.items.length }));
        if (page.items.length > 0) afterNextRender({ read: () => goTo(before, pressed) }, { injector });
      } catch (cause) {
        if (begun === first()) problem.set(Problem.from(cause));
      } finally {
        isUnderWay = false;
      }
    },
  };
}
