import { Injectable, computed, signal } from '@angular/core';

/**
 * Some acts ask once more who somebody is. The act waits here until that is proven and then goes on by itself, or fails
 * when somebody would rather not; whatever was typed stays where it is.
 */
@Injectable({ providedIn: 'root' })
export class StepUp {
  private readonly waiting = signal<readonly ((isProven: boolean) => void)[]>([]);

  readonly isAsked = computed(() => this.waiting().length > 0);

  ask(): Promise<boolean> {
    return new Promise((resolve) => this.waiting.update((others) => [...others, resolve]));
  }

  answer(isProven: boolean): void {
    const waiting = this.waiting();
    this.waiting.set([]);
    for (const goOn of waiting) goOn(isProven);
  }
}
