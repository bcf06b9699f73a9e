import { Directive, ElementRef, InjectionToken, inject } from '@angular/core';

/** Says of a part, by its id, whether the page around a paper has folded it away. Without it nothing is. */
export const FOLDED_AWAY = new InjectionToken<(part: string) => boolean>('parts folded away');

/** A part of a paper, gone from sight and from reading aloud while it is folded away. */
@Directive({ selector: 'section.block', host: { '[hidden]': 'isFolded()' } })
export class FoldedPart {
  private readonly foldedAway = inject(FOLDED_AWAY, { optional: true });
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected isFolded(): boolean {
    return this.foldedAway?.(this.element.id.replace(/^block-/u, '')) ?? false;
  }
}
