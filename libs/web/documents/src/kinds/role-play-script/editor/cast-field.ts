import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Member, MemberId, ScriptRole } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';
import { Desk } from '../../../writing/desk';

/** Which member of the family plays a role. Choosing somebody writes their name; its words can still be changed. */
@Component({
  selector: 'cg-cast-field',
  imports: [WordsInTemplate],
  template: `
    <div class="field" *cgWords="let t">
      <label [for]="place()">{{ t('kinds.role-play-script.fields.castTo') }}</label>
      <select [id]="place()" (change)="choose($event)">
        <option value="" [selected]="role().castTo === undefined">
          {{ t('kinds.role-play-script.nobodyOfTheFamily') }}
        </option>
        @for (member of choices(); track member.id) {
          <option [value]="member.id" [selected]="member.id === role().castTo">
            {{ member.displayName }}
          </option>
        }
        @if (isGone()) {
          <option [value]="role().castTo" selected>{{ role().castAs }}</option>
        }
      </select>
    </div>
  `,
  styleUrl: '../../../writing/part-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CastField {
  private readonly desk = inject(Desk);

  readonly id = input.required<string>();
  readonly members = input.required<readonly Member[]>();

  protected readonly place = computed(() => `f-${this.id()}-castTo`);
  protected readonly role = computed(() => this.desk.entry('roles', this.id())() as ScriptRole);
  protected readonly choices = computed(() => this.members().filter(({ state }) => state !== 'removed'));
  /** Somebody who has left stays to be seen until another is chosen. */
  protected readonly isGone = computed(() => {
    const { castTo } = this.role();
    return castTo !== undefined && !this.choices().some(({ id }) => id === castTo);
  });

  protected choose(chosen: Event): void {
    const { value } = chosen.target as HTMLSelectElement;
    const { castTo: _castTo, ...role } = this.role();
    const member = this.members().find(({ id }) => id === value);
    const cast = member && { castTo: member.id satisfies MemberId, castAs: member.displayName };
    this.desk.rewrite('roles', { ...role, castAs: '', ...cast }, null);
  }
}
