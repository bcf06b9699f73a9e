import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyId, Invitation, MemberId, NewInvitation } from '@common-ground/contract';
import {
  Breadcrumb,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { TranslocoDirective } from '@jsverse/transloco';
import { FamiliesClient } from '../families/families.client';
import { HandOverSlip } from './hand-over-slip';
import { InvitationsClient } from './invitations.client';

/** Makes an invitation for one member and shows it, once, as a slip to hand over. */
@Component({
  selector: 'cg-invite-page',
  imports: [Breadcrumb, HandOverSlip, PageHeading, ProblemNotice, RouterLink, TranslocoDirective, Waiting],
  templateUrl: './invite-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitePage {
  private readonly families = inject(FamiliesClient);
  private readonly invitations = inject(InvitationsClient);

  readonly id = input.required<FamilyId>();
  readonly memberId = input.required<MemberId>();

  protected readonly sending = sendingOf('invitations');
  protected readonly made = signal<NewInvitation | null>(null);
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

  constructor() {
    const [title, words] = [inject(PageTitle), inject(Words)];
    effect(() => {
      const name = this.member()?.displayName;
      if (name !== undefined) title.set(words.say(`invitations.make.title.${this.sort()}`, { name }));
    });
  }

  protected async make(): Promise<void> {
    const made = await this.sending.send(() => this.invitations.make(this.id(), this.memberId(), {}));
    if (made) this.made.set(made);
  }

  protected print(): void {
    window.print();
  }
}
