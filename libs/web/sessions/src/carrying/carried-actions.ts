import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type {
  CarriedAction,
  CarriedActions,
  CarriedInto,
  DocumentId,
  FamilySessionId,
} from '@common-ground/contract';
import {
  Announcer,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { CarryingClient } from './carrying.client';

/** Each action that was agreed on: with one tap a step of a plan, or homework. */
@Component({
  selector: 'cg-carried-actions',
  imports: [ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './carried-actions.html',
  styleUrl: './carried-actions.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CarriedActionsList {
  private readonly client = inject(CarryingClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly id = input.required<FamilySessionId>();
  /** Where the hour and its pad stand: what was agreed on is asked for anew when either moves on. */
  readonly stands = input.required<string>();

  private readonly asked = computed(() => ({ id: this.id(), stands: this.stands() }), {
    equal: (one, other) => one.id === other.id && one.stands === other.stands,
  });
  protected readonly carried = loaded(this.asked, ({ id }, stop) => this.client.actions(id, stop));
  protected readonly sending = sendingOf('running.carried');
  /**
   * The plan steps go into; empty for a new one. It stays the one that was offered first, whichever is changed last
   * meanwhile, and is another only when somebody picks it or it can take no more.
   */
  private readonly held = linkedSignal<CarriedActions | null, string | null>({
    source: this.carried.value,
    computation: (now, before) => {
      const held = before?.value ?? null;
      const ids: readonly string[] = now?.plans.map(({ documentId }) => documentId) ?? [];
      return now === null || held === '' || (held !== null && ids.includes(held)) ? held : (ids[0] ?? null);
    },
  });
  protected readonly plan = computed(() => this.held() ?? '');
  protected readonly planState = computed(
    () => this.carried.value()?.plans.find(({ documentId }) => documentId === this.plan())?.state ?? null,
  );
  protected readonly reopens = computed(() => ['approved', 'shared'].includes(this.planState() ?? ''));

  protected pick(documentId: string): void {
    this.held.set(documentId);
  }

  /** Whether there is a step of the plan that is picked already, or homework. */
  protected has({ became }: CarriedAction, into: CarriedInto): boolean {
    const plan = this.plan();
    return became.some(
      ({ kind, documentId }) => kind === into && (into === 'worksheet' || plan === '' || documentId === plan),
    );
  }

  protected async carry({ id: actionId, what }: CarriedAction, into: CarriedInto): Promise<void> {
    const documentId = into === 'support-plan' && this.plan() !== '' ? (this.plan() as DocumentId) : null;
    const now = await this.sending.send(() => this.client.carry(this.id(), { actionId, into, documentId }));
    if (now !== null) this.show(now, this.words.say(`running.carried.said.${into}`, { what }));
  }

  protected async undo({ id: actionId, what }: CarriedAction, documentId: DocumentId): Promise<void> {
    const now = await this.sending.send(() => this.client.undo(this.id(), { actionId, documentId }));
    if (now !== null) this.show(now, this.words.say('running.carried.undone', { what }));
  }

  /** The button that was pressed may be gone; the cursor goes back to where the list begins. */
  private show(now: CarriedActions, said: string): void {
    this.carried.set(now);
    this.announcer.say(said);
    this.host.querySelector<HTMLElement>('h3')?.focus();
  }
}
