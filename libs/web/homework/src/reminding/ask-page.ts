import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReminderLine, ShareId } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { RemindersClient } from './reminders.client';

/** Who of a share is reminded if its therapist asks now, and who is not and why: all of it before anything goes out. */
@Component({
  selector: 'cg-ask-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Breadcrumb, PageHeading, ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './ask-page.html',
  styleUrl: './ask-page.scss',
})
export class AskPage {
  private readonly client = inject(RemindersClient);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);

  readonly id = input.required<string>();

  protected readonly share = loaded(
    () => this.id() as ShareId,
    (id, stop) => this.client.ofShare(id, stop),
  );
  protected readonly sending = sendingOf('homework');
  /** Whom it was just asked for. */
  protected readonly done = signal<readonly ReminderLine[]>([]);
  private readonly lines = computed(() => this.share.value()?.lines ?? []);
  protected readonly willBe = computed(() => this.lines().filter(({ because }) => because === null));
  protected readonly askedToday = computed(() =>
    this.lines().filter(({ because }) => because === 'asked-today'),
  );
  protected readonly others = computed(() =>
    this.lines().filter(({ because }) => because !== null && because !== 'asked-today'),
  );
  protected readonly trail = computed(() => {
    const families = { words: this.words.say('homework.responses.families'), link: '/app/families' };
    const share = this.share.value();
    if (!share) return [families];
    const { family, document } = share;
    return [
      families,
      { words: family.name, link: `/app/families/${family.id}` },
      { words: document.title, link: `/app/docs/${document.id}/share` },
    ];
  });

  /** With what they are to the client: there may be two of one name. */
  protected nameOf({ member }: ReminderLine): string {
    return this.words.say('homework.responses.personRelation', {
      name: member.displayName,
      relation: this.words.say(`platform.relations.${member.relation}`),
    });
  }

  protected namesOf(lines: readonly ReminderLine[]): string {
    return this.dates.list(lines.map(({ member }) => member.displayName));
  }

  /** What became of what was asked for last. */
  protected lastOf({ last }: ReminderLine): string | null {
    if (last === null) return null;
    const become = last.wentOutOn === null ? (last.isOnItsWay ? 'onItsWay' : 'notOut') : 'wentOut';
    return this.words.say(`homework.askReminders.last.${become}`, {
      day: this.dates.day(last.askedOn),
      on: last.wentOutOn === null ? '' : this.dates.day(last.wentOutOn),
      by: last.by ?? this.words.say('homework.askReminders.somebody'),
    });
  }

  protected async ask(): Promise<void> {
    const named = this.willBe();
    const memberIds = named.map(({ member }) => member.memberId);
    const now = await this.sending.send(() => this.client.ask(this.id() as ShareId, memberIds));
    if (now === null) {
      this.share.again();
      return;
    }
    this.share.set(now);
    // Somebody may have sent theirs, or changed their mind, while their name stood here.
    this.done.set(
      now.lines.filter(
        ({ member, because }) => because === 'asked-today' && memberIds.includes(member.memberId),
      ),
    );
  }
}
