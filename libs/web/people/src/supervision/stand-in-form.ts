import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { PersonId, PersonName, StandIn } from '@common-ground/contract';
import {
  ErrorSummary,
  Field,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  sendingOf,
} from '@common-ground/web/platform';
import { StandInsClient } from './stand-ins.client';

/** Names a colleague who stands in, or changes how long somebody does and for whom. */
@Component({
  selector: 'cg-stand-in-form',
  imports: [ErrorSummary, Field, FormField, ProblemNotice, WordsInTemplate],
  templateUrl: './stand-in-form.html',
  styles: `
    input[type='date'] {
      max-inline-size: 14rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StandInForm {
  private readonly client = inject(StandInsClient);

  readonly colleagues = input<readonly PersonName[]>([]);
  readonly therapists = input.required<readonly PersonName[]>();
  /** The one that is changed; none where somebody is named anew. */
  readonly standIn = input<StandIn | null>(null);
  readonly settled = output<StandIn>();
  readonly givenUp = output();

  protected readonly sending = sendingOf('people');
  private readonly model = linkedSignal(() => ({
    personId: '',
    fromOn: '',
    untilOn: this.standIn()?.untilOn ?? '',
  }));
  protected readonly form = form(this.model);
  /** Null where it is for everybody the supervisor supervises. */
  protected readonly chosen = linkedSignal<readonly PersonId[] | null>(
    () => this.standIn()?.therapists?.map(({ id }) => id) ?? null,
  );
  /** Nobody judges their own texts. */
  protected readonly offered = computed(() => {
    const standIn = this.standIn()?.person.id ?? this.model().personId;
    return this.therapists().filter(({ id }) => id !== standIn);
  });

  protected some(isSome: boolean): void {
    this.chosen.set(isSome ? [] : null);
  }

  protected choose(id: PersonId): void {
    this.chosen.update((chosen) =>
      chosen?.includes(id) ? chosen.filter((other) => other !== id) : [...(chosen ?? []), id],
    );
  }

  protected async send(): Promise<void> {
    const { personId, fromOn, untilOn } = this.model();
    const offered = this.offered().map(({ id }) => id);
    const chosen = this.chosen()?.filter((id) => offered.includes(id));
    const change = { untilOn, ...(chosen && { therapistIds: chosen }) };
    const standIn = this.standIn();
    const named = { ...change, personId: personId as PersonId, fromOn };
    const settled = await this.sending.send(
      () => (standIn === null ? this.client.name(named) : this.client.change(standIn.id, change)),
      () =>
        standIn === null ? checkedAgainst('NewStandIn', named) : checkedAgainst('ChangeStandIn', change),
    );
    if (!settled) return;
    this.model.set({ personId: '', fromOn: '', untilOn: '' });
    this.chosen.set(null);
    this.settled.emit(settled);
  }
}
