import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyId, Member, PersonName } from '@common-ground/contract';
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
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { InvitationsOfFamily } from '../invitations/invitations-of-family';
import { FamilyConsents } from '../consents/family-consents';
import { FamiliesClient, type MemberStep } from './families.client';

/** One family: who belongs to it, who may see what, what was written for it and what came back. */
@Component({
  selector: 'cg-family-page',
  imports: [
    Breadcrumb,
    Empty,
    InvitationsOfFamily,
    FamilyConsents,
    PageHeading,
    ProblemNotice,
    RouterLink,
    WordsInTemplate,
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
  protected readonly documents = loaded(this.id, (id) => this.client.documents(id));
  protected readonly responses = loaded(
    () => (this.family.value()?.may.readResponses ? this.id() : undefined),
    (id) => this.client.responses(id),
  );
  protected readonly sessions = loaded(
    () => (this.family.value()?.may.write ? this.id() : undefined),
    (id) => this.client.sessions(id),
  );
  protected readonly sentBack = computed(() => this.responses.value()?.filter((set) => set.sentAt !== null));
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
}
