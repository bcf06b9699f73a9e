import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import type { AskedMember, MemberId } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { PlanStore } from '../planning/plan.store';
import { AskingClient } from './asking.client';

/** Whom the therapist asks to come, and what each answered. Nobody is asked before this button is pressed. */
@Component({
  selector: 'cg-asking-list',
  imports: [ProblemNotice, WordsInTemplate, Waiting],
  templateUrl: './asking-list.html',
  styleUrl: './asking-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskingList {
  private readonly client = inject(AskingClient);
  private readonly store = inject(PlanStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly page = inject(DOCUMENT);
  protected readonly dates = inject(Dates);

  /** Asked anew once the server knows of somebody who comes, or does not any more. */
  private readonly from = computed(
    () => {
      const { id, plan, calledOffAt } = this.store.session();
      return { id, of: [...plan.people.map((person) => person.id), calledOffAt].join() };
    },
    { equal: (one, other) => one.id === other.id && one.of === other.of },
  );
  protected readonly asked = loaded(this.from, ({ id }, stop) => this.client.asked(id, stop));
  protected readonly sending = sendingOf('sessions');
  private readonly leftOut = signal<ReadonlySet<MemberId>>(new Set());

  private readonly askable = computed(() => (this.asked.value() ?? []).filter(({ may }) => may.ask));
  protected readonly chosen = computed(() =>
    this.askable().filter(({ memberId }) => !this.leftOut().has(memberId)),
  );
  protected readonly names = computed(() =>
    this.dates.list(this.chosen().map(({ displayName }) => displayName)),
  );

  protected isChosen({ memberId }: AskedMember): boolean {
    return !this.leftOut().has(memberId);
  }

  protected choose({ memberId }: AskedMember, isChosen: boolean): void {
    const others = [...this.leftOut()].filter((id) => id !== memberId);
    this.leftOut.set(new Set(isChosen ? others : [...others, memberId]));
  }

  /** What is said of somebody, as a key within `sessions.asked`. */
  protected stateOf({ askedAt, reply, staysAway, seesIt, takenBack }: AskedMember): string {
    if (takenBack !== null) return 'takenBack';
    if (askedAt === null) return staysAway === null ? 'notYet' : 'cannotBe';
    if (!seesIt) return 'unseen';
    return reply === null ? 'waiting' : `replies.${reply}`;
  }

  protected agoOf({ askedAt, takenBack }: AskedMember): string {
    const at = takenBack?.at ?? askedAt;
    return at === null ? '' : this.dates.ago(at);
  }

  protected async ask(): Promise<void> {
    const [{ id }, names] = [this.store.session(), this.names()];
    const memberIds = this.chosen().map(({ memberId }) => memberId);
    const now = await this.sending.send(() => this.client.ask(id, memberIds));
    if (now !== null) this.show(now, 'sessions.asked.wereAsked', { names });
  }

  protected async takeBack({ memberId, displayName: name }: AskedMember): Promise<void> {
    const { id } = this.store.session();
    const now = await this.sending.send(() => this.client.takeBack(id, memberId));
    if (now !== null) this.show(now, 'sessions.asked.wasTakenBack', { name });
  }

  /** The button that was pressed is gone; the cursor goes back to where the list begins. */
  private show(now: readonly AskedMember[], said: string, about: Readonly<Record<string, unknown>>): void {
    this.asked.set(now);
    this.announcer.say(this.words.say(said, about));
    this.page.getElementById('asked')?.focus();
  }
}
