import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import { WordsInTemplate } from '@common-ground/web/platform';

export const TURN_VIEWS = ['all', 'one', 'outline', 'picture'] as const;
export type TurnView = (typeof TURN_VIEWS)[number];

const KEPT = 'cg.turn-view';

/** How the turns were looked at last on this device; it is about the screen and not about the person. */
export function rememberedTurnView(): TurnView {
  const kept = localStorage.getItem(KEPT);
  return TURN_VIEWS.find((view) => view === kept) ?? 'all';
}

/** Chooses how the turns of a script are shown while it is written. */
@Component({
  selector: 'cg-turn-view-choice',
  imports: [WordsInTemplate],
  template: `
    <div
      *cgWords="let t"
      class="choice"
      role="group"
      [attr.aria-label]="t('kinds.role-play-script.views.label')"
    >
      @for (one of views; track one) {
        <button type="button" class="cg-button" [attr.aria-pressed]="view() === one" (click)="choose(one)">
          {{ t('kinds.role-play-script.views.' + one) }}
        </button>
      }
    </div>
  `,
  styles: `
    .choice {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin-block: 0.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TurnViewChoice {
  readonly view = model.required<TurnView>();

  protected readonly views = TURN_VIEWS;

  protected choose(view: TurnView): void {
    localStorage.setItem(KEPT, view);
    this.view.set(view);
  }
}
