import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
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
import {
  isBlankPage,
  leftWithout,
  namesOfAbsent,
  offeredChoice,
  takeHomeContent,
} from '@common-ground/rules/content';
import {
  Announcer,
  Breadcrumb,
  Dates,
  ErrorSummary,
  NamesTold,
  PageHeading,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
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
    WordsInTemplate,
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
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly dates = inject(Dates);

  readonly id = input.required<FamilySessionId>();

  protected readonly pages = loaded(this.id, (id, stop) => this.client.pages(id, stop));
  protected readonly sending = sendingOf('pages');
  private readonly namesTold = new NamesTold();
  protected readonly trail = computed(() => {
    const pages = this.pages.value();
    return pages ? sessionTrail(this.words, pages.family) : [];
  });
  /** What the therapist put on a page; it stays while they look at this hour, whatever else is given or taken back. */
  private readonly changed = linkedSignal<FamilySessionId, readonly TakeHomeChoice[]>({
    source: this.id,
    computation: () => [],
  });
  /** Of whom the therapist said whether they get a page. */
  private readonly said = linkedSignal<FamilySessionId, ReadonlyMap<MemberId, boolean>>({
    source: this.id,
    computation: () => new Map(),
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
  /** People of another family who are named on just these pages: told once, and then they are meant. */
  protected readonly named = computed(() => this.namesTold.in(this.wordsToGive()));

  private readonly left = computed(() => {
    const { readers = [], others = [] } = this.pages.value() ?? {};
    const seen = readers.map((reader) => ({
      ...reader,
      isChosen: reader.may.give && this.isChosen(reader),
      isOpen: reader.given !== null && reader.stop === null,
    }));
    return leftWithout(seen, others);
  });

  protected choiceOf(reader: TakeHomeReader): TakeHomeChoice {
    const pages = this.pages.value() ?? NOTHING;
    const changed = this.changed().find(({ memberId }) => memberId === reader.memberId);
    if (changed !== undefined) return stillThere(changed, pages);
    if (reader.given !== null) return stillThere(choiceBehind(reader.memberId, reader.given), pages);
    return offeredChoice(pages, reader, this.left());
  }

  protected pageOf(reader: TakeHomeReader): ReturnType<typeof takeHomeContent> {
    return takeHomeContent(this.pages.value() ?? NOTHING, this.choiceOf(reader));
  }

  /** Whoever said that they cannot come, or has a page already, is not chosen by itself. */
  protected isChosen({ memberId, reply, given }: TakeHomeReader): boolean {
    return this.said().get(memberId) ?? (reply !== 'cannot' && given === null);
  }

  protected choose(reader: TakeHomeReader): void {
    this.say(reader.memberId, !this.isChosen(reader));
  }

  protected has(reader: TakeHomeReader, part: string): boolean {
    const { parts, actionIds } = this.choiceOf(reader);
    return [...parts, ...actionIds.map((id) => `action ${id}`)].includes(part);
  }

  /** Whom an action names that goes home without a page: why its box is empty. Nothing once somebody chose it. */
  protected whyNot(reader: TakeHomeReader, action: TakeHomeContent['actions'][number]): string {
    if (this.has(reader, `action ${action.id}`)) return '';
    return this.dates.list([...namesOfAbsent(action, reader, this.left())]);
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
    const now = await this.sending.send(() =>
      this.namesTold.send(this.wordsToGive(), (meant) => this.client.give(pages, choices, meant)),
    );
    if (now !== null) {
      // What they have now is the page itself; another one is begun from that.
      const given = choices.map(({ memberId }) => memberId);
      this.changed.update((all) => all.filter(({ memberId }) => !given.includes(memberId)));
      for (const memberId of given) this.say(memberId, false);
      this.show(now, this.words.say('pages.wereGiven', { names }), 'h1');
    } else if (this.sending.problem()?.code === 'revision-stale') this.pages.again();
  }

  /** What was on the page stays chosen for it, so that giving it again gives no more; it is not given by itself. */
  protected async takeBack({ id }: TakeHomePages, reader: TakeHomeReader): Promise<void> {
    const { memberId, displayName: name } = reader;
    const choice = this.choiceOf(reader);
    const now = await this.sending.send(() => this.client.takeBack(id, memberId));
    if (now === null) return;
    this.change(choice);
    this.say(memberId, false);
    this.show(now, this.words.say('pages.wasTakenBack', { name }), `[id="reader-${memberId}"]`);
  }

  /** Every page that goes, word by word. */
  private wordsToGive(): string {
    return JSON.stringify(this.toGive().map((reader) => this.pageOf(reader)));
  }

  /** The button that was pressed is gone; the cursor goes to what it was about. */
  private show(now: TakeHomePages, said: string, at: string): void {
    this.pages.set(now);
    this.announcer.say(said);
    this.host.querySelector<HTMLElement>(at)?.focus();
  }

  private say(memberId: MemberId, isChosen: boolean): void {
    this.said.update((all) => new Map(all).set(memberId, isChosen));
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

/** A choice without actions that are agreed on no more. */
function stillThere(choice: TakeHomeChoice, { actions }: TakeHomeContent): TakeHomeChoice {
  return {
    ...choice,
    actionIds: choice.actionIds.filter((id) => actions.some((action) => action.id === id)),
  };
}

function turned<T>(all: readonly T[], one: T): readonly T[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}
