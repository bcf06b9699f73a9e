import { ChangeDetectionStrategy, Component, input, model, signal } from '@angular/core';
import { LIMITS } from '@common-ground/contract';
import { Field, WordsInTemplate } from '@common-ground/web/platform';

/** A password being chosen: pasted or typed, and shown on request, so that nobody has to type it twice. */
@Component({
  selector: 'cg-new-password-field',
  imports: [Field, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <cg-field
        for="password"
        [label]="t('keys.password.label')"
        [hint]="t('keys.password.hint', { least })"
        [error]="error()"
      >
        <input
          #field
          id="password"
          class="cg-input"
          autocomplete="new-password"
          autocapitalize="none"
          spellcheck="false"
          [type]="isShown() ? 'text' : 'password'"
          [value]="value()"
          (input)="value.set(field.value)"
        />
      </cg-field>
      <label class="cg-choice">
        <input #shown type="checkbox" [checked]="isShown()" (change)="isShown.set(shown.checked)" />
        {{ t('keys.password.show') }}
      </label>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPasswordField {
  readonly value = model.required<string>();
  readonly error = input<string | null>(null);

  protected readonly isShown = signal(false);
  protected readonly least = LIMITS.passwordAtLeast;
}
