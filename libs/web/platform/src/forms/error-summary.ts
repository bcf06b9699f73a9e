import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterRenderEffect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { WordsInTemplate } from '../words/in-templates';

/** One thing to mend: the id of its input, and the sentence that also stands at the field. */
export interface FieldError {
  readonly field: string;
  readonly words: string;
}

/**
 * *There is a problem*, above the form, with a link to each field at fault. Takes the focus whenever a new list of
 * errors arrives, so hand it a new array on every try.
 */
@Component({
  selector: 'cg-error-summary',
  imports: [WordsInTemplate],
  template: `
    @if (errors().length > 0) {
      <div #box class="box" role="alert" tabindex="-1" *cgWords="let t">
        <h2>{{ t('platform.forms.problem') }}</h2>
        <ul>
          @for (error of errors(); track error.field) {
            <li>
              <a [href]="'#' + error.field" (click)="goTo($event, error.field)">{{ error.words }}</a>
            </li>
          }
        </ul>
      </div>
    }
  `,
  styleUrl: './error-summary.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorSummary {
  private readonly document = inject(DOCUMENT);
  readonly errors = input.required<readonly FieldError[]>();
  private readonly box = viewChild<ElementRef<HTMLElement>>('box');

  constructor() {
    afterRenderEffect(() => {
      if (this.errors().length > 0) this.box()?.nativeElement.focus();
    });
  }

  protected goTo(click: Event, field: string): void {
    click.preventDefault();
    this.document.getElementById(field)?.focus();
  }
}
