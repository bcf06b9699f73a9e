import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { PicturePlace, ScriptPicture } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { BranchWords } from './branch-words';

/** A turn or an ending as one line of the outline: its words lead to it, and below them stand the ways that leave it. */
@Component({
  selector: 'cg-turn-line',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @let it = place();
      <button type="button" class="line" [id]="fieldId()" (click)="chosen.emit(it.id)">
        <span class="who">{{ speaker() }}</span>
        <span class="words">{{ told.wordsOf(it) }}</span>
      </button>
      @for (mark of told.marksOf(it); track mark) {
        <p class="mark">{{ mark }}</p>
      }
      @if (it.ways.length > 0) {
        <ul [attr.aria-label]="t('kinds.role-play-script.branches')">
          @for (way of it.ways; track way.id) {
            <li>
              {{ told.conditionOf(way) }} →
              @if (way.to; as to) {
                <button type="button" class="to" (click)="followed.emit(to)">
                  {{ told.targetOf(way, picture()) }}
                </button>
              } @else {
                <strong>{{ told.targetOf(way, picture()) }}</strong>
              }
            </li>
          }
        </ul>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
    }
    button {
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: start;
      cursor: pointer;
    }
    .line {
      display: block;
      inline-size: 100%;
      min-block-size: 44px;
      padding: 0.25rem 0.5rem;
      border-radius: 6px;
    }
    .line:hover {
      background: var(--cg-raised);
    }
    .who {
      display: block;
      color: var(--cg-quiet);
    }
    .words {
      font-family: var(--cg-serif);
      overflow-wrap: anywhere;
    }
    .mark {
      margin: 0;
      padding-inline-start: 0.5rem;
      font-style: italic;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.75rem;
    }
    .to {
      min-block-size: 44px;
      padding: 0 0.25rem;
      color: var(--cg-primary);
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TurnLine {
  protected readonly told = inject(BranchWords);

  readonly place = input.required<PicturePlace>();
  readonly picture = input.required<ScriptPicture>();
  /** Who speaks, or what it is, above the words. */
  readonly speaker = input.required<string>();
  /** Stands in for the turn's first field when the cursor is sent to it. */
  readonly isField = input(false);
  readonly chosen = output<string>();
  /** The id of what a way out of it leads to. */
  readonly followed = output<string>();

  protected readonly fieldId = computed(() => (this.isField() ? `f-${this.place().id}` : null));
}
