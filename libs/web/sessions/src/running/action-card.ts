import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { ACTION_FIELDS, LIMITS, type ActionField, type SessionAction } from '@common-ground/contract';
import { Announcer, Field, Words, WordsInTemplate } from '@common-ground/web/platform';
import { PadStore } from './pad.store';

/** What somebody does until next time. What nobody could see happen meets a friendly question beside its field. */
@Component({
  selector: 'cg-action-card',
  imports: [Field, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <fieldset>
        <legend>{{ t('running.pad.actions.one', { place: place() }) }}</legend>
        <p class="state cg-tag" [attr.data-state]="action().agreed ? 'approved' : 'draft'">
          {{ t(action().agreed ? 'running.pad.actions.agreed' : 'running.pad.actions.open') }}
        </p>
        <div class="fields">
          @for (field of fields; track field) {
            <cg-field
              [for]="field + '-' + action().id"
              [label]="t('running.pad.actions.fields.' + field)"
              [hint]="questions().get(field) ?? null"
            >
              <input
                #words
                class="cg-input"
                type="text"
                autocomplete="off"
                [id]="field + '-' + action().id"
                [maxLength]="most"
                [value]="action()[field]"
                (input)="store.rewriteAction(action().id, field, words.value)"
              />
            </cg-field>
          }
        </div>
        <p class="choice">
          @if (!action().agreed) {
            <button type="button" class="cg-button" (click)="agree()">
              {{ t('running.pad.actions.agree') }}
            </button>
          }
          <button type="button" class="cg-button cg-plain" (click)="remove.emit()">
            {{ t('running.pad.actions.remove', { place: place() }) }}
          </button>
        </p>
      </fieldset>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      padding-block-start: 1rem;
      border-block-start: 1px solid var(--cg-line);
    }
    .state {
      margin-block: 0 0.75rem;
    }
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
      align-items: end;
      gap: 0 1rem;
    }
    .choice {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.25rem;
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActionCard {
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);
  protected readonly store = inject(PadStore);

  readonly action = input.required<SessionAction>();
  readonly place = input.required<number>();
  readonly remove = output<void>();

  protected readonly fields = ACTION_FIELDS;
  protected readonly most = LIMITS.line;
  protected readonly questions = computed<ReadonlyMap<ActionField, string>>(
    () =>
      new Map(
        this.store
          .questionsOf(this.action())
          .map(({ field, because }) => [field, this.words.say(`running.pad.questions.${field}.${because}`)]),
      ),
  );

  protected agree(): void {
    const open = this.store.agree(this.action());
    this.announcer.say(this.words.say('running.pad.actions.questions', { count: open.length }));
    const [first] = open;
    const id = first === undefined ? `who-${this.action().id}` : `${first.field}-${this.action().id}`;
    // The button is gone, or there is something to answer: the cursor goes where to go on.
    const go = (): void => this.page.getElementById(id)?.focus();
    afterNextRender({ read: go }, { injector: this.injector });
  }
}
