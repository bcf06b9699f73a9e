import { Injectable, inject, signal } from '@angular/core';
import { HalfWritten } from './half-written';

/** The note that goes along with something sent. It lies on the device until it is there, typed words and all. */
@Injectable()
export class HalfNote {
  private readonly device = inject(HalfWritten);
  private key: string | null = null;
  private isTouched = false;
  private readonly words = signal('');
  private readonly found = signal(false);

  readonly text = this.words.asReadonly();
  /** Something lay on the device when the page was opened. */
  readonly wasFound = this.found.asReadonly();

  /** What was begun under this key and not sent stands there again, as it was left. */
  open(key: string): void {
    if (key === this.key) return;
    this.key = key;
    this.isTouched = false;
    this.words.set('');
    this.found.set(false);
    void this.lookFor(key);
  }

  write(text: string): void {
    this.isTouched = true;
    this.words.set(text);
    if (this.key === null) return;
    // Nothing is no words.
    if (text.trim() === '') void this.device.drop(this.key);
    else void this.device.keep(this.key, text);
  }

  /** Lets go of what was sent. Words typed on meanwhile are another note, which nobody has sent. */
  sent(written: string): void {
    if (this.words() === written) this.write('');
  }

  private async lookFor(key: string): Promise<void> {
    const found = (await this.device.under(key)).get('');
    if (typeof found !== 'string' || this.isTouched || key !== this.key) return;
    this.words.set(found);
    this.found.set(true);
  }
}
