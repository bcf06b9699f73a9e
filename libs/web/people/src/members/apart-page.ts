import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import type { BlockId, FamilyId, HoldId, MemberId } from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  ErrorSummary,
  Field,
  PageHeading,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  checkedAgainst,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { MembersClient } from './members.client';

/** Who must not meet, and who sits in no joint session for now. Nobody but the family's therapists sees any of it. */
@Component({
  selector: 'cg-apart-page',
  imports: [Breadcrumb, ErrorSummary, Field, FormField, PageHeading, ProblemNotice, WordsInTemplate, Waiting],
  templateUrl: './apart-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApartPage {
  private readonly families = inject(FamiliesClient);
  private readonly client = inject(MembersClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly id = input.required<FamilyId>();

  protected readonly loaded = loaded(this.id, async (id) => {
    const [family, blocks, holds] = await Promise.all([
      this.families.family(id),
      this.client.blocks(id),
      this.client.holds(id),
    ]);
    return {
      family,
      blocks: blocks.filter(({ liftedAt }) => liftedAt === null),
      holds: holds.items.filter(({ liftedAt }) => liftedAt === null),
      wouldClose: holds.wouldClose,
    };
  });
  protected readonly people = computed(() =>
    (this.loaded.value()?.family.members ?? []).filter(({ state }) => state !== 'removed'),
  );
  protected readonly sending = sendingOf('people');
  protected readonly failed = signal<Problem | null>(null);
  private readonly model = signal<{ one: MemberId | ''; other: MemberId | ''; reason: string }>({
    one: '',
    other: '',
    reason: '',
  });
  protected readonly form = form(this.model);
  /** Whom a hold is about to be put on, and how much it closes for them; null where it would be a block, or is one already. */
  protected readonly closes = computed(() => {
    const { one, other } = this.model();
    const { holds = [], wouldClose = [] } = this.loaded.value() ?? {};
    const person = this.people().find(({ id }) => id === one);
    if (other !== '' || person === undefined || holds.some(({ member }) => member.id === one)) return null;
    const count = wouldClose.find(({ memberId }) => memberId === one)?.pieces ?? 0;
    return { name: person.displayName, count };
  });

  /** With a second person it is a block between the two, without one a hold. */
  protected async keepApart(): Promise<void> {
    const { one, other, reason: written } = this.model();
    const reason = written.trim();
    const held = { memberId: one as MemberId, reason };
    const blocked = { memberIds: [one as MemberId, other as MemberId], reason };
    const done = await this.sending.send(
      async () => {
        await (other === '' ? this.client.hold(this.id(), held) : this.client.block(this.id(), blocked));
        return true;
      },
      () => (other === '' ? checkedAgainst('NewHold', held) : checkedAgainst('NewBlock', blocked)),
    );
    if (!done) return;
    this.model.set({ one: '', other: '', reason: '' });
    this.loaded.again();
    this.announcer.say(this.words.say('people.apart.done'));
  }

  protected async lift(what: 'blocks' | 'holds', id: BlockId | HoldId): Promise<void> {
    this.failed.set(null);
    try {
      await this.client.lift(what, id);
      this.loaded.again();
      this.announcer.say(this.words.say('people.apart.lifted'));
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }
}
