import { Injectable, type Provider, inject, signal } from '@angular/core';
import type { Task, TaskId } from '@common-ground/contract';
import {
  type Beginning,
  type SaveState,
  type SaveTrouble,
  SaveQueue,
  type Saving,
  inOwnLanguage,
} from '@common-ground/web/platform';
import { HomeworkClient } from '../homework.client';
import { Ways } from '../ways';
import { SeenAsStore } from './seen-as.store';

/** The piece as it would be given; there is nothing else to ask for, and nothing is sent. */
@Injectable()
class LookedAtHomework {
  private readonly store = inject(SeenAsStore);

  task(): Promise<Task> {
    const piece = this.store.piece();
    return piece === null
      ? Promise.reject(new Error('There is nothing to look at.'))
      : Promise.resolve(piece);
  }

  send(): Promise<Task> {
    return Promise.reject(new Error('Nothing is sent by looking at it.'));
  }
}

/** Pages that lead to each other below the address of whoever looks, and to nobody's own. */
@Injectable()
class LookedAtWays extends Ways {
  override readonly isLookedAt = true;
  private readonly store = inject(SeenAsStore);

  override home(): readonly (string | number)[] {
    return [...this.store.root(), 'elsewhere'];
  }

  override privacy(): readonly (string | number)[] {
    return this.home();
  }

  override task(_id: TaskId, ...steps: readonly (string | number)[]): readonly (string | number)[] {
    return [...this.store.root(), ...steps];
  }

  override item(_id: TaskId, ...steps: readonly (string | number)[]): readonly (string | number)[] {
    return [...this.store.root(), ...(steps.length === 0 ? ['read'] : steps)];
  }

  /** The sheet that bears their name is made when it is theirs; the one of whoever looks is another. */
  override pdf(): null {
    return null;
  }
}

/** As saving looks before the first word. Not one word gets any further. */
@Injectable()
class NothingSaved implements Pick<SaveQueue, 'open' | 'heldIn' | 'settledWithin'> {
  private readonly untouched = signal<SaveState>({ word: 'saved', savedAt: null }).asReadonly();
  private readonly noTrouble = signal<SaveTrouble | null>(null).asReadonly();

  open<T>({ about }: Beginning): Saving<T> {
    return {
      state: this.untouched,
      trouble: this.noTrouble,
      newer: null,
      about,
      write: () => undefined,
      flush: () => undefined,
      settled: () => Promise.resolve(true),
      settleConflict: () => undefined,
      drop: () => undefined,
    };
  }

  heldIn(): readonly string[] {
    return [];
  }

  settledWithin(): Promise<boolean> {
    return Promise.resolve(false);
  }
}

/** What the family's own pages find around them where somebody looks at them as one of the family. */
export const LOOKED_AT: readonly Provider[] = [
  ...inOwnLanguage,
  { provide: HomeworkClient, useClass: LookedAtHomework },
  { provide: Ways, useClass: LookedAtWays },
  { provide: SaveQueue, useClass: NothingSaved },
];
