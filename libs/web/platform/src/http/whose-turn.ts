import { Injectable } from '@angular/core';

/**
 * Counts what may change who is here: each question who it is, each sign-in that begins and each leaving. What left
 * before the newest of them was sent in the name of whoever was here then.
 */
@Injectable({ providedIn: 'root' })
export class WhoseTurn {
  private count = 0;

  now(): number {
    return this.count;
  }

  is(turn: number): boolean {
    return turn === this.count;
  }

  next(): number {
    this.count += 1;
    return this.count;
  }
}
