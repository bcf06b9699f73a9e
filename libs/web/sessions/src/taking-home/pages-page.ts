import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  TAKE_HOME_PARTS,
  type FamilySessionId,
  type MemberId,
  type TakeHomeChoice,
  type TakeHomeContent,
  type TakeHomePages,
  type TakeHomePart,
  type TakeHomeReader,
} from '@common-ground/contract';
import { isBlankPage, offeredChoice, takeHomeContent } from '@common-ground/rules/content';
import {
  Announcer,
  Breadcrumb,
  Dates,
  ErrorSummary,
  PageHeading,
  ProblemNotice,
  TranslocoDirective,
  Waiting,
  Words,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { sessionTrail } from '../planning/trail';
import { TakeHomeClient } from './take-home.client';
import { TakeHomeView } from './take-home-view';

/** Each person's page after an hour, seen as that person before any of them leaves. */
@Component({
  selector: 'cg-pages-page',
  imports: [
    Breadcrumb,
    ErrorSummary,
    PageHeading,
    ProblemNotice,
    RouterLink,
    TakeHomeView,
    TranslocoDirective,
    Waiting,
  ],
  templateUrl: './pages-page.html',
  styleUrl: './pages-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PagesPage {
  private readonly client = inject(TakeHomeClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly dates = inject(Dates);

  readonly id = input.required<FamilySessionId>();

  protected readonly pages = loaded(this.id, (id, stop) => this.client.pages(id, stop));
  protected readonly sending = sendingOf('pages');
  protected readonly trail = computed(() => {
    const pages = this.pages.value();
    return pages ? sessionTrail(this.words, pages.family) : [];
  });
  /** What the therapist changed about a page; begun anew whenever the pages are. */
  private readonly changed = linkedSignal<TakeHomePages | null, readonly TakeHomeChoice[]>({
    source: this.pages.value,
    computation: () => [],
  });
  /** Those about whom the therapist said otherwise than what is offered. */
  private readonly turnedOver = linkedSignal<TakeHomePages | null, readonly MemberId[]>({
    source: this.pages.value,
    computation: () => [],
  });

  protected readonly parts = computed((): readonly TakeHomePart[] => {
    const { decision = '', helped = '', nextOn = null } = this.pages.value() ?? {};
    const has = { decision: decision.trim() !== '', helped: helped.trim() !== '', next: nextOn !== null };
    return TAKE_HOME_PARTS.filter((part) => has[part]);
  });
  protected readonly isBlank = computed(() => isBlankPage(this.pages.value() ?? NOTHING));
  protected readonly toGive = computed(() =>
    (this.pages.value()?.readers ?? []).filter(
      (reader) => reader.may.give && this.isChosen(reader) && !isBlankPage(this.pageOf(reader)),
    ),
  );
  protected readonly names = computed(() =>
    this.dates.list(this.toGive().map(({ displayName }) => displayName)),
  );

  protected choiceOf(reader: TakeHomeReader): TakeHomeChoice {
    const pages = this.pages.value();
    const changed = this.changed().find(({ memberId }) => memberId === reader.memberId);
    if (changed !== undefined) return changed;
    if (reader.given !== null) return choiceBehind(reader.memberId, reader.given);
    return offeredChoice(
      pages ?? NOTHING,
      reader,
      (pages?.readers ?? []).filter(({ may }) => !may.give),
    );
  }

  protected pageOf(reader: TakeHomeReader): ReturnType<typeof takeHomeContent> {
    return takeHomeContent(this.pages.value() ?? NOTHING, this.choiceOf(reader));
  }

  /** Whoever said that they cannot come, or has a page already, is not chosen by itself. */
  protected isChosen({ memberId, reply, given }: TakeHomeReader): boolean {
    return (reply === 'cannot' || given !== null) === this.turnedOver().includes(memberId);
  }

  protected choose({ memberId }: TakeHomeReader): void {
    this.turnedOver.update((ids) => turned(ids, memberId));
  }

  protected has(reader: TakeHomeReader, part: string): boolean {
    const { parts, actionIds } = this.choiceOf(reader);
    return [...parts, ...actionIds.map((id) => `action ${id}`)].includes(part);
  }

  protected turnPart(reader: TakeHomeReader, part: TakeHomePart): void {
    const choice = this.choiceOf(reader);
    this.change({ ...choice, parts: turned(choice.parts, part) });
  }

  protected turnAction(reader: TakeHomeReader, id: string): void {
    const choice = this.choiceOf(reader);
    this.change({ ...choice, actionIds: turned(choice.actionIds, id) });
  }

  protected async give(pages: TakeHomePages): Promise<void> {
    const names = this.names();
    const choices = this.toGive().map((reader) => this.choiceOf(reader));
    const now = await this.sending.send(() => this.client.give(pages, choices));
    if (now !== null) this.show(now, this.words.say('pages.wereGiven', { names }));
    else if (this.sending.problem()?.code === 'revision-stale') this.pages.again();
  }

  protected async takeBack({ id }: TakeHomePages, { memberId, displayName }: TakeHomeReader): Promise<void> {
    const now = await this.sending.send(() => this.client.takeBack(id, memberId));
    if (now !== null) this.show(now, this.words.say('pages.wasTakenBack', { name: displayName }));
  }

  private show(now: TakeHomePages, said: string): void {
    this.pages.set(now);
    this.announcer.say(said);
  }

  private change(choice: TakeHomeChoice): void {
    this.changed.update((all) => [...all.filter(({ memberId }) => memberId !== choice.memberId), choice]);
  }
}

const NOTHING = { decision: '', actions: [], helped: '', nextOn: null } as const;

/** What was chosen for a page that was given. */
function choiceBehind(
  memberId: MemberId,
  { decision, actions, helped, nextOn }: TakeHomeContent,
): TakeHomeChoice {
  const has = { decision: decision !== '', helped: helped !== '', next: nextOn !== null };
  return {
    memberId,
    parts: TAKE_HOME_PARTS.filter((part) => has[part]),
    actionIds: actions.map(({ id }) => id),
  };
}

function turned<T>(all: readonly T[], one: T): readonly T[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}
