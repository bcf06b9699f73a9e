import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { DocumentId, RolePlayScriptContent, ScriptTurn } from '@common-ground/contract';
import type { playing } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';

interface Line {
  readonly turn: ScriptTurn;
  readonly place: number;
  readonly role: string;
}

/** Which parts of a script are played, chosen before it begins: from which line on, and which ways it may go. */
@Component({
  selector: 'cg-parts-to-play',
  imports: [WordsInTemplate],
  template: `
    <details *cgWords="let t">
      <summary>{{ t('running.play.parts.title', { title: title() }) }}</summary>
      <label class="from" [for]="'from-' + documentId()">{{ t('running.play.parts.from') }}</label>
      <select
        #from
        class="cg-input"
        [id]="'from-' + documentId()"
        (change)="parts.set({ from: from.value, leftOut: parts().leftOut })"
      >
        @for (line of lines(); track line.turn.id) {
          <option [value]="line.turn.id" [selected]="line.turn.id === parts().from">
            {{ t('running.play.parts.line', { place: line.place, role: line.role, line: line.turn.line }) }}
          </option>
        }
      </select>
      @if (branching().length > 0) {
        <fieldset>
          <legend>{{ t('running.play.parts.ways') }}</legend>
          @for (line of branching(); track line.turn.id) {
            @for (branch of line.turn.branches; track branch.id) {
              <label class="cg-choice">
                <input
                  #way
                  type="checkbox"
                  [checked]="!parts().leftOut.includes(branch.id)"
                  (change)="choose(branch.id, way.checked)"
                />
                <span>{{ t('running.play.parts.way', { place: line.place, words: branch.ifThey }) }}</span>
              </label>
            }
          }
        </fieldset>
      }
      <p class="cg-quiet">{{ t('running.play.parts.calm') }}</p>
    </details>
  `,
  styles: `
    .from {
      display: block;
      margin-block-start: 0.5rem;
      font-weight: 700;
    }
    select {
      max-inline-size: 100%;
    }
    fieldset {
      margin: 1rem 0 0;
      padding: 0;
      border: 0;
    }
    legend {
      font-weight: 700;
    }
    summary {
      min-block-size: 44px;
      padding-block: 0.5rem;
      cursor: pointer;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartsToPlay {
  readonly documentId = input.required<DocumentId>();
  readonly title = input.required<string>();
  readonly script = input.required<RolePlayScriptContent>();
  readonly parts = model.required<playing.PartsToPlay>();

  protected readonly lines = computed<readonly Line[]>(() => {
    const { roles, turns } = this.script();
    return turns.map((turn, at) => ({
      ...{ turn, place: at + 1 },
      role: roles.find(({ id }) => id === turn.roleId)?.name ?? '',
    }));
  });
  protected readonly branching = computed(() => this.lines().filter(({ turn }) => turn.branches.length > 0));

  protected choose(id: string, isPlayed: boolean): void {
    const { from, leftOut } = this.parts();
    const others = leftOut.filter((one) => one !== id);
    this.parts.set({ from, leftOut: isPlayed ? others : [...others, id] });
  }
}
