import { Directive, ElementRef, afterRenderEffect, inject, input } from '@angular/core';

/**
 * A text area as tall as its text, so that a document being written looks like a document. Browsers that can do this
 * by themselves are left alone; for the others the height follows the text.
 */
@Directive({ selector: 'textarea[cgGrowing]', host: { rows: '1', '[value]': 'cgGrowing()' } })
export class GrowingText {
  private readonly field = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;

  /** The text it shows. */
  readonly cgGrowing = input.required<string>();

  constructor() {
    if (globalThis.CSS?.supports('field-sizing', 'content')) return;
    afterRenderEffect({
      write: () => {
        this.cgGrowing();
        this.field.style.blockSize = 'auto';
        this.field.style.blockSize = `${this.field.scrollHeight}px`;
      },
    });
  }
}
