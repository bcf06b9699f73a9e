import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import type { AnswerValue, Companion, MemberId, OwnOffer, Prompt } from '@common-ground/contract';
import {
  Dates,
  ProblemNotice,
  WordsInTemplate,
  checkedAgainst,
  sendingOf,
} from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';
import { RevealsClient } from './reveals.client';

/** One answer of the reader's own: who in the family reads it, and the way to open or close it. */
@Component({
  selector: 'cg-own-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, ProblemNotice, WordsInTemplate],
  templateUrl: './own-answer.html',
  styleUrl: './own-answer.scss',
})
export class OwnAnswer {
  private readonly client = inject(RevealsClient);
  private readonly dates = inject(Dates);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly prompt = input.required<Prompt>();
  readonly value = input.required<AnswerValue>();
  readonly answer = input.required<OwnOffer>();
  /** Everybody it can be opened to. */
  readonly companions = input.required<readonly Companion[]>();
  /** By name, everybody who reads it without being offered it. */
  readonly readers = input.required<string>();
  /** In an hour it is asked, too, whether an answer may stand on a screen that everybody sees. */
  readonly isInHour = input(false);
  /** The page lets one answer at a time be opened. */
  readonly isChoosing = model(false);
  readonly changed = output<OwnOffer>();

  protected readonly sending = sendingOf('opening');
  protected readonly hasClosed = signal(false);
  protected readonly circle = signal<readonly MemberId[]>([]);
  protected readonly waits = signal(true);
  protected readonly onScreen = signal(false);
  protected readonly ways = [true, false] as const;

  protected readonly circleNames = computed(() => this.namesOf(this.answer().offer?.circle ?? []));
  /** Never who is awaited, nor how many: only that something is. */
  protected readonly stands = computed(() => {
    const { offer } = this.answer();
    if (offer === null) return this.hasClosed() ? 'closed' : 'shut';
    if (offer.shownAt !== null) return 'shown';
    if (!offer.waits) return 'alone';
    return offer.isOpen ? 'open' : 'waits';
  });

  protected choose(): void {
    const { offer } = this.answer();
    const chosen = (offer?.circle ?? []).map(({ memberId }) => memberId);
    this.circle.set(this.known(chosen));
    this.waits.set(offer?.waits ?? true);
    this.onScreen.set(offer?.onScreen ?? false);
    this.isChoosing.set(true);
    this.focusNext('input');
  }

  protected toggle(id: MemberId): void {
    this.circle.update((circle) =>
      circle.includes(id) ? circle.filter((one) => one !== id) : this.known([...circle, id]),
    );
  }

  protected leave(): void {
    this.isChoosing.set(false);
    this.focusNext('button');
  }

  protected async open(): Promise<void> {
    const offer = { memberIds: [...this.circle()], waits: this.waits(), onScreen: this.onScreen() };
    const changed = await this.sending.send(
      () => this.client.offer(this.answer().answerId, offer),
      () => checkedAgainst('NewOffer', offer),
    );
    if (changed === null) {
      if (this.sending.errors().length > 0) this.focusNext('input');
      return;
    }
    this.isChoosing.set(false);
    this.put(changed, false);
  }

  protected async close(): Promise<void> {
    const answer = this.answer();
    const closed = await this.sending.send(async () => {
      await this.client.close(answer.answerId);
      return { ...answer, offer: null, may: { ...answer.may, close: false } };
    });
    if (closed !== null) this.put(closed, true);
  }

  protected namesOf(circle: readonly Companion[]): string {
    return this.dates.list(circle.map(({ displayName }) => displayName));
  }

  private put(changed: OwnOffer, hasClosed: boolean): void {
    this.hasClosed.set(hasClosed);
    this.changed.emit(changed);
    this.focusNext('.stands');
  }

  /** In the order of the page, and only who can still be chosen. */
  private known(ids: readonly MemberId[]): readonly MemberId[] {
    return this.companions()
      .map(({ memberId }) => memberId)
      .filter((memberId) => ids.includes(memberId));
  }

  private focusNext(selector: string): void {
    const focus = (): void => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
