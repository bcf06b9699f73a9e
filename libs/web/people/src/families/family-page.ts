import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Consent, FamilyId, Member, PersonName } from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  Dates,
  Empty,
  PageHeading,
  PageTitle,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  loaded,
} from '@common-ground/web/platform';
import { TranslocoDirective } from '@jsverse/transloco';
import { InvitationsOfFamily } from '../invitations/invitations-of-family';
import { FamiliesClient, type MemberStep } from './families.client';

/** One family: who belongs to it, who may see what, what was written for it and what came back. */
@Component({
  selector: 'cg-family-page',
  imports: [
    Breadcrumb,
    Empty,
    InvitationsOfFamily,
    PageHeading,
    ProblemNotice,
    RouterLink,
    TranslocoDirective,
    Waiting,
  ],
  templateUrl: './family-page.html',
  styleUrl: './family-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FamilyPage {
  private readonly client = inject(FamiliesClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly dates = inject(Dates);

  readonly id = input.required<FamilyId>();

  protected readonly family = loaded(this.id, (id) => this.client.family(id));
  protected readonly consents = loaded(this.id, (id) => this.client.consents(id));
  protected readonly documents = loaded(this.id, (id) => this.client.documents(id));
  protected readonly responses = loaded(
    () => (this.family.value()?.may.readResponses ? this.id() : undefined),
    (id) => this.client.responses(id),
  );
  protected readonly sentBack = computed(() => this.responses.value()?.filter((set) => set.sentAt !== null));
  /** People of the family whom no consent in force covers: nothing can be shared with them. */
  protected readonly without = computed(() => {
    const covered = this.consents.value()?.filter((consent) => consent.state === 'in-force');
    const members = this.family.value()?.members ?? [];
    return members.filter(
      (member) =>
        member.relation !== 'client' &&
        member.state !== 'removed' &&
        !covered?.some((consent) => consent.to.memberId === member.id),
    );
  });
  protected readonly failed = signal<Problem | null>(null);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const family = this.family.value();
      if (family) title.set(family.name);
    });
  }

  protected namesOf(people: readonly PersonName[]): readonly string[] {
    return people.map((person) => person.displayName);
  }

  protected async move(member: Member, step: MemberStep): Promise<void> {
    this.failed.set(null);
    try {
      await this.client.move(this.id(), member.id, step);
      this.family.again();
      this.announcer.say(this.words.say(`people.member.${step}Done`, { name: member.displayName }));
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }

  /** The consent as a sentence: *Maya lets Rosa (mother) see worksheets until June 1, 2027.* */
  protected sentence(consent: Consent): string {
    const kinds = consent.kinds.map((kind) => this.words.say(`platform.kindsInText.${kind}`));
    const day = consent.revokedAt?.slice(0, 10) ?? consent.untilOn;
    return this.words.say(`people.consent.${consent.state}`, {
      from: consent.from.displayName,
      to: consent.to.displayName,
      relation: this.words.say(`platform.relations.${consent.to.relation}`),
      kinds: this.dates.list(kinds),
      until: day === null ? 'open' : 'day',
      day: day === null ? '' : this.dates.day(day),
    });
  }
}
