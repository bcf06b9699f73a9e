import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyId, Guardian, MailHours, Member, MemberId } from '@common-ground/contract';
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
} from '@common-ground/web/platform';
import { FamiliesClient, type MemberStep } from '../families/families.client';
import { MembersClient } from './members.client';

interface Home {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Member[];
}

/** The people of a family by the homes they live in, each in a few sentences. */
@Component({
  selector: 'cg-people-page',
  imports: [Breadcrumb, PageHeading, ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './people-page.html',
  styleUrl: './people-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly families = inject(FamiliesClient);
  private readonly client = inject(MembersClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly dates = inject(Dates);

  readonly id = input.required<FamilyId>();

  protected readonly loaded = loaded(this.id, async (id) => {
    const [family, guardians, blocks, holds] = await Promise.all([
      this.families.family(id),
      this.client.guardians(id),
      this.client.blocks(id),
      this.client.holds(id),
    ]);
    const standing = <T extends { readonly liftedAt: string | null }>(all: readonly T[]): readonly T[] =>
      all.filter(({ liftedAt }) => liftedAt === null);
    return { family, guardians, blocks: standing(blocks), holds: standing(holds.items) };
  });
  /** Those who live together first, in the order of the family; then everybody of whom no home is noted. */
  protected readonly homes = computed((): readonly Home[] => {
    const members = this.loaded.value()?.family.members.filter(({ state }) => state !== 'removed') ?? [];
    const named = new Map<string, Home>();
    for (const member of members) {
      const { id, name } = member.details?.household ?? { id: '', name: '' };
      named.set(id, { id, name, members: [...(named.get(id)?.members ?? []), member] });
    }
    return [...named.values()].sort((one, other) => Number(one.id === '') - Number(other.id === ''));
  });
  protected readonly gone = computed(() =>
    (this.loaded.value()?.family.members ?? []).filter(({ state }) => state === 'removed'),
  );
  protected readonly removing = signal<MemberId | null>(null);
  protected readonly failed = signal<Problem | null>(null);

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const name = this.loaded.value()?.family.name;
      if (name !== undefined) title.set(this.words.say('people.people.pageTitle', { name }));
    });
  }

  /** *Safe to reach by text message: weekdays after six.* */
  protected reach({ details }: Member): string {
    const channel = details?.channel ?? 'none';
    if (channel === 'none') return this.words.say('people.people.reachNone');
    const how = this.words.say(`people.channelsInText.${channel}`);
    return details?.safeHours
      ? this.words.say('people.people.reachWhen', { how, when: details.safeHours })
      : this.words.say('people.people.reach', { how });
  }

  /** *Mail goes out on Monday and Tuesday, from 6:00 PM to 9:00 PM.* */
  protected mailAt({ days, from, until }: MailHours): string {
    return this.words.say('people.people.mailAt', {
      days: this.dates.list(days.map((day) => this.dates.weekday(day))),
      every: days.length === 7 ? 'yes' : 'no',
      from: this.dates.hour(from),
      until: this.dates.hour(until % 24),
    });
  }

  protected speaks(member: Member): readonly string[] {
    const rights = this.loaded.value()?.guardians ?? [];
    return rights
      .filter(({ who, state }) => who.memberId === member.id && state !== 'ended')
      .map((right) => this.right(right));
  }

  protected sharedContact({ details }: Member): readonly string[] {
    return (details?.sharesContactWith ?? []).map((other) =>
      this.words.say('people.people.sharedContact', { name: other.displayName, family: other.family.name }),
    );
  }

  /** What only the therapists know: with whom somebody must not meet, and whether they sit in joint sessions. */
  protected marks(member: Member): readonly string[] {
    const { blocks = [], holds = [] } = this.loaded.value() ?? {};
    const others = blocks.flatMap(({ between }) =>
      between.some(({ memberId }) => memberId === member.id)
        ? between.filter(({ memberId }) => memberId !== member.id)
        : [],
    );
    return [
      ...others.map(({ displayName }) => this.words.say('people.people.apartFrom', { name: displayName })),
      ...(holds.some((hold) => hold.member.memberId === member.id)
        ? [this.words.say('people.people.held')]
        : []),
    ];
  }

  protected async move(member: Member, step: MemberStep): Promise<void> {
    this.failed.set(null);
    try {
      await this.families.move(this.id(), member.id, step);
      this.removing.set(null);
      this.loaded.again();
      this.announcer.say(this.words.say(`people.member.${step}Done`, { name: member.displayName }));
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }

  private right({ forWhom, kind, fromOn, untilOn }: Guardian): string {
    return this.words.say('people.people.speaksFor', {
      name: forWhom.displayName,
      kind: this.words.say(`people.guardianKinds.${kind}`),
      from: this.dates.day(fromOn),
      until: untilOn === null ? 'open' : 'day',
      day: untilOn === null ? '' : this.dates.day(untilOn),
    });
  }
}
