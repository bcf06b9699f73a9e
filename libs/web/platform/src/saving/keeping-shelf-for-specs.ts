import { MemoryShelf } from './shelf';

/** A device that keeps what it takes, also when the page goes. */
export class KeepingShelf extends MemoryShelf {
  override readonly outlivesPage: boolean = true;
}
