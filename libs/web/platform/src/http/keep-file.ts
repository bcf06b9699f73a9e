import { DOCUMENT } from '@angular/common';
import { Injectable, inject } from '@angular/core';

/** Long enough for a browser to begin writing the file. */
const PATIENCE = 60_000;

/** Hands a file that has arrived to the browser, which puts it where it puts downloads. */
@Injectable({ providedIn: 'root' })
export class KeepFile {
  private readonly document = inject(DOCUMENT);

  keep(file: Blob, name: string): void {
    const url = URL.createObjectURL(file);
    const link = this.document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), PATIENCE);
  }
}
