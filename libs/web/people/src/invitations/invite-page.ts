import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FamilyId, Invitation, InvitationWay, MemberId, NewInvitation } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  Thread,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { HandOverSlip } from './hand-over-slip';
import { InvitationsClient } from './invitations.client';

/** Makes an invitation for one member and shows it, once, as a slip to hand over. */
@Component({
  selector: 'cg-invite-page',
  imports: [
    Breadcrumb,
    HandOverSlip,
    PageHeading,
    ProblemNotice,
    RouterLink,
    Thread,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './invite-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitePage {
  private readonly families = inject(FamiliesClient);
  private readonly invitations = inject(InvitationsClient);
  private readonly router = inject(Router);
  protected readonly dates = inject(Dates);

  readonly id = input.required<FamilyId>();
  readonly memberId = input.required<MemberId>();

  protected readonly sending = sendingOf('invitations');
  protected readonly made = signal<NewInvitation | null>(null);
  /** Where a mail is on its way to, once it is. */
  protected readonly mailedTo = signal<string | null>(null);
  /** When it goes out, where it waits for hours that are safe. */
  protected readonly heldUntil = signal<string | null>(null);
  protected readonly by = signal<InvitationWay>('hand');
  protected readonly family = loaded(
    () => ({ id: this.id(), memberId: this.memberId() }),
    async ({ id, memberId }) => {
      const family = await this.families.family(id);
      // Somebody who is not in the family any more is as absent as a family that never was.
      if (!family.members.some((member) => member.id === memberId)) throw new Problem(404, 'not-found');
      return family;
    },
  );
  protected readonly member = computed(
    () => this.family.value()?.members.find((member) => member.id === this.memberId()) ?? null,
  );
  protected readonly sort = computed<Invitation['sort']>(() => {
    const state = this.member()?.state;
    return state === 'confirmed' || state === 'paused' ? 'new-pin' : 'accept';
  });

  /** How else than by hand it could go; asked only where an invitation can be made. */
  protected readonly offer = loaded(
    () => (this.member()?.may.invite ? { id: this.id(), memberId: this.memberId() } : undefined),
    ({ id, memberId }) => this.invitations.offer(id, memberId),
  );
  protected readonly mailAddress = computed(() => {
    const mail = this.offer.value()?.mail;
    return mail?.possible ? mail.to : null;
  });
  protected readonly hindrance = computed(() => {
    const mail = this.offer.value()?.mail;
    return mail && !mail.possible && mail.because !== 'in-person-only' ? mail.because : null;
  });

  constructor() {
    const [title, words] = [inject(PageTitle), inject(Words)];
    effect(() => {
      const name = this.member()?.displayName;
      if (name !== undefined) title.set(words.say(`invitations.make.title.${this.sort()}`, { name }));
    });
  }

  protected async make(): Promise<void> {
    const by = this.by();
    const made = await this.sending.send(() => this.invitations.make(this.id(), this.memberId(), { by }));
    if (made === null) return;
    // A page of its own: its heading takes the focus, and nobody comes back to the button by going back.
    await this.router.navigate([], { queryParams: { made: by }, replaceUrl: true });
    if (made.code === null) {
      this.heldUntil.set(made.heldUntil);
      this.mailedTo.set(this.mailAddress());
    } else this.made.set(made);
  }

  protected print(): void {
    window.print();
  }
}
