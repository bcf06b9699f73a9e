import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DocumentContent, ReviewedKind } from '@common-ground/contract';
import { Waiting, loaded } from '@common-ground/web/platform';
import { paperOf, type Beside } from './kinds';

/** A document of any kind on paper: to read, to judge and to print. */
@Component({
  selector: 'cg-kind-paper',
  imports: [NgComponentOutlet, Waiting],
  template: `
    @if (paper.value(); as kind) {
      <ng-container [ngComponentOutlet]="kind" [ngComponentOutletInputs]="inputs()" />
    } @else {
      <cg-waiting [on]="paper" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KindPaper {
  readonly kind = input.required<ReviewedKind>();
  readonly content = input.required<DocumentContent>();
  /** What stands below a part, for instance the threads about it. */
  readonly beside = input<Beside>(null);

  protected readonly paper = loaded(this.kind, paperOf);
  protected readonly inputs = computed(() => ({ content: this.content(), beside: this.beside() }));
}
