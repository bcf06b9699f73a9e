import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
} from '@angular/core';
import { DOCUMENT } from '@angular/common';

/**
 * A label above its control, a hint between them and the error above the control, all tied together for screen
 * readers. The control is projected and keeps its own id: `<cg-field for="title" [label]="…"><input id="title" …>`.
 */
@Component({
  selector: 'cg-field',
  template: `
    <label [attr.for]="for()">{{ label() }}</label>
    @if (hint(); as hint) {
      <p class="hint" [id]="for() + '-hint'">{{ hint }}</p>
    }
    @if (error(); as error) {
      <p class="error" [id]="for() + '-error'">{{ error }}</p>
    }
    <ng-content />
  `,
  styleUrl: './field.scss',
  host: { '[class.at-fault]': '!!error()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Field {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);

  readonly for = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input<string | null>(null);
  readonly error = input<string | null>(null);

  private readonly describedBy = computed(() => {
    const parts = [this.hint() ? `${this.for()}-hint` : '', this.error() ? `${this.for()}-error` : ''];
    return parts.filter(Boolean).join(' ');
  });

  constructor() {
    afterRenderEffect(() => {
      const [describedBy, isAtFault] = [this.describedBy(), !!this.error()];
      const control = this.document.getElementById(this.for());
      if (!control || !this.host.contains(control)) return;
      set(control, 'aria-describedby', describedBy || null);
      set(control, 'aria-invalid', isAtFault ? 'true' : null);
    });
  }
}

function set(element: Element, attribute: string, value: string | null): void {
  if (value === null) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}
