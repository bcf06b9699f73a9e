import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Family, Invitation, Member } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { InvitationsClient } from './invitations.client';

interface Invited {
  readonly member: Member;
  readonly invitation: Invitation | null;
}

/** Who of a family is still on their way in, in sentences, and what comes next for each of them. */
@Component({
  selector: 'cg-invitations-of-family',
  imports: [ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './invitations-of-family.html',
  styleUrl: './invitations-of-family.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitationsOfFamily {
  private readonly client = inject(InvitationsClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly dates = inject(Dates);

  readonly family = input.required<Family>();

  protected readonly failed = signal<Problem | null>(null);
  // Asked anew whenever the family is: somebody may have been confirmed or removed.
  protected readonly invitations = loaded(this.family, ({ id }) => this.client.ofFamily(id));
  private readonly all = computed<readonly Invited[]>(() =>
    this.family().members.map((member) => ({
      member,
      invitation: this.invitations.value()?.find(({ memberId }) => memberId === member.id) ?? null,
    })),
  );
  protected readonly coming = computed(() =>
    this.all().filter(({ member }) => member.state === 'invited' || member.state === 'accepted'),
  );
  protected readonly inside = computed(() =>
    this.all().filter(
      ({ member }) => member.may.invite && (member.state === 'confirmed' || member.state === 'paused'),
    ),
  );

  /** Whoever is in and has a new code that is not used yet. */
  protected readonly waitedFor = computed(() =>
    this.inside().flatMap(({ member, invitation }) =>
      invitation?.state === 'open' ? [{ member, until: this.dates.moment(invitation.expiresAt) }] : [],
    ),
  );

  /** Where somebody stands: *Walter has accepted. Nothing opens before you confirm that it is Walter.* */
  protected sentence({ member, invitation }: Invited): string {
    const state = member.state === 'accepted' ? 'accepted' : stateOf(invitation);
    return this.words.say(`invitations.states.${state}`, {
      name: member.displayName,
      relation: this.words.say(`platform.relations.${member.relation}`),
      until: invitation ? this.dates.moment(invitation.expiresAt) : '',
      when: invitation?.heldUntil ? this.dates.moment(invitation.heldUntil) : '',
    });
  }

  protected async withdraw({ id, displayName: name }: Member): Promise<void> {
    this.failed.set(null);
    try {
      await this.client.withdraw(this.family().id, id);
      this.invitations.again();
      this.announcer.say(this.words.say('invitations.family.withdrawn', { name }));
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }
}

/** An open invitation by mail stands as its mail does. */
function stateOf(invitation: Invitation | null): string {
  if (invitation === null) return 'none';
  if (invitation.state !== 'open' || invitation.mail === null) return invitation.state;
  if (invitation.heldUntil !== null) return 'mailHeld';
  return {
    ...{
      'under-way': 'mailUnderWay',
      sent: 'mailSent',
      'came-back': 'mailCameBack',
      'kept-back': 'mailKeptBack',
    },
  }[invitation.mail];
}
