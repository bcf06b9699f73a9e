import type { SaveWord } from './outcome';
import type { KeptText, Shelf } from './shelf';
import { within } from './within';

/** A device that has not taken a text after so long does not keep it. */
const KEEP_PATIENCE = 3_000;

/** What the device has of a text, and the word that makes while there is no line. */
export class OnDevice {
  private newest: unknown;
  /** Whether the device has the newest words: not yet, yes, or it does not take them. */
  private isKept: boolean | null = null;

  constructor(
    private readonly shelf: Shelf,
    private readonly changed: () => void,
  ) {}

  /** It says that the text is kept on the device, so not before it is: whoever reads it may close the page. */
  get word(): SaveWord {
    if (this.isKept === null) return 'saving';
    return this.isKept ? 'offline' : 'not-saved-trying';
  }

  /** Words it does not have yet. */
  lacks(body: unknown): void {
    this.newest = body;
    this.isKept = null;
  }

  /** Words it was found to have. */
  has(body: unknown): void {
    this.newest = body;
    this.isKept = this.shelf.outlivesPage;
  }

  put(text: KeptText): void {
    const kept = this.shelf.put(text).then(() => this.shelf.outlivesPage);
    // A full, missing or silent shelf is no reason to stop: the text is in memory and on its way.
    void within(KEEP_PATIENCE, kept)
      .catch(() => undefined)
      .then((isKept = false) => {
        if (this.newest !== text.body || this.isKept === isKept) return;
        this.isKept = isKept;
        this.changed();
      });
  }
}
