import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FamilyId, MemberId } from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  Dates,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { InvitationsClient } from './invitations.client';

/** The one look that opens anything: is whoever used the invitation the person it was made for? */
@Component({
  selector: 'cg-confirm-page',
  imports: [Breadcrumb, PageHeading, ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './confirm-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConfirmPage {
  private readonly families = inject(FamiliesClient);
  private readonly invitations = inject(InvitationsClient);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);

  readonly id = input.required<FamilyId>();
  readonly memberId = input.required<MemberId>();

  protected readonly sending = sendingOf('invitations');
  protected readonly family = loaded(
    () => ({ id: this.id(), memberId: this.memberId() }),
    async ({ id, memberId }) => {
      const family = await this.families.family(id);
      if (!family.members.some((member) => member.id === memberId)) throw new Problem(404, 'not-found');
      return family;
    },
  );
  protected readonly member = computed(
    () => this.family.value()?.members.find((member) => member.id === this.memberId()) ?? null,
  );
  private readonly invitationsThere = loaded(this.id, (id) => this.invitations.ofFamily(id));
  /** When the invitation was used, where that is known. */
  protected readonly acceptedAt = computed(() => {
    const used = this.invitationsThere
      .value()
      ?.find(({ memberId, state }) => memberId === this.memberId() && state === 'used');
    return used?.endedAt ?? null;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const name = this.member()?.displayName;
      if (name !== undefined) title.set(this.words.say('invitations.confirm.title', { name }));
    });
  }

  protected async confirm(): Promise<void> {
    const member = await this.sending.send(() => this.families.move(this.id(), this.memberId(), 'confirm'));
    if (!member) return;
    this.announcer.say(this.words.say('people.member.confirmDone', { name: member.displayName }));
    await this.router.navigate(['/app/families', this.id()]);
  }
}
