import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DocumentId, LIMITS, type OpensTo, type ShareLine, isDay } from '@common-ground/contract';
import { ConsentWords } from '@common-ground/web/people';
import {
  Breadcrumb,
  Dates,
  DoneHeading,
  ErrorSummary,
  Field,
  type FieldError,
  HalfNote,
  PageHeading,
  PageTitle,
  ProblemNotice,
  Thread,
  Words,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { PageWaiting } from '../page-waiting';
import { trailOf } from '../drafting/trail';
import { type BegunShare, BegunShares, shareNoteKey } from './begun-shares';
import { OpeningStore } from './opening.store';
import { ChangeList } from '../supervision/change-list';
import { ShareStore } from './share.store';
import { ShareWords } from './share-words';
import { SharesInForce } from './shares-in-force';
import { WhenItOpens } from './when-it-opens';

/** Who gets it, what each of them will see, and who reads their answers: all of it before anything is sent. */
@Component({
  selector: 'cg-share-page',
  imports: [
    ChangeList,
    Breadcrumb,
    DoneHeading,
    ErrorSummary,
    Field,
    PageHeading,
    ProblemNotice,
    RouterLink,
    SharesInForce,
    Thread,
    WordsInTemplate,
    PageWaiting,
    WhenItOpens,
  ],
  providers: [ShareStore, OpeningStore, HalfNote],
  templateUrl: './share-page.html',
  styleUrl: './share-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharePage {
  protected readonly store = inject(ShareStore);
  private readonly opening = inject(OpeningStore);
  private readonly begun = inject(BegunShares);
  protected readonly dates = inject(Dates);
  private readonly words = inject(Words);
  private readonly consentWords = inject(ConsentWords);
  protected readonly shareWords = inject(ShareWords);

  readonly id = input.required<DocumentId>();

  protected readonly limit = LIMITS.paragraph;
  protected readonly trail = computed(() =>
    trailOf(this.store.sharing.value()?.document ?? null, this.words, true),
  );
  protected readonly dueOn = signal('');
  protected readonly note = inject(HalfNote);
  protected readonly errors = signal<readonly FieldError[]>([]);
  /** The filled button says whom it sends to. */
  protected readonly act = computed(() => {
    const chosen = this.store.chosen();
    const [only] = chosen;
    if (only && chosen.length === 1)
      return this.words.say('documents.share.sendTo', { name: this.called(only) });
    if (chosen.length > 1) return this.words.say('documents.share.sendToSeveral', { count: chosen.length });
    return this.words.say('documents.share.send');
  });

  protected readonly noteError = computed(
    () => this.errors().find(({ field }) => field === 'note')?.words ?? null,
  );

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.store.of(id);
        this.note.open(shareNoteKey(id));
        this.takeUp(id);
      });
    });
    inject(DestroyRef).onDestroy(() => {
      if (this.store.done() === null) this.begun.keep(this.id(), this.chosen());
      this.begun.leave(this.id());
    });
    effect(() => {
      const document = this.store.sharing.value()?.document;
      if (document) title.set(this.words.say('documents.share.pageTitle', { title: document.title }));
    });
  }

  /** Only what asks something has answers that somebody could read. */
  protected asks(): boolean {
    return this.store.sharing.value()?.document.kind === 'worksheet';
  }

  protected called(line: Pick<ShareLine, 'member'>): string {
    return this.shareWords.called(line);
  }

  protected readers(line: ShareLine): string {
    const names = line.repliesSeenBy.map(({ displayName }) => displayName);
    return names.length === 0
      ? this.words.say('documents.share.repliesNobody')
      : this.words.say('documents.share.replies', { names: this.dates.list(names) });
  }

  /** A consent is what is missing, so the way forward is to ask for one. */
  protected asksForConsent({ because }: ShareLine): boolean {
    return ['no-consent', 'consent-ended', 'consent-revoked'].includes(because);
  }

  protected why(line: ShareLine): string {
    if (!line.allowed) {
      const isToCome = this.given(line).length > 0 && !this.hadBefore(line);
      return this.shareWords.whyNot(line, this.store.sharing.value()?.document.kind ?? 'worksheet', isToCome);
    }
    if (line.because === 'own-client') return this.words.say('documents.share.because.own-client');
    return line.consents.map((consent) => this.consentWords.covering(consent, line.member)).join(' ');
  }

  /** They were given this very version before, and may be chosen again: then they get it once more. */
  protected hadBefore(line: ShareLine): boolean {
    return this.given(line).some(({ opensOn }) => opensOn === 'now');
  }

  /** How this very version stands with somebody, of each time they were given it. */
  private given({ item, member }: ShareLine): readonly OpensTo[] {
    return this.store
      .inForce()
      .filter(({ version }) => version === item.version)
      .flatMap(({ people }) => people.filter(({ memberId }) => memberId === member.id));
  }

  protected pick(line: ShareLine, picked: Event): void {
    this.store.pick(line.member.id, (picked.target as HTMLInputElement).checked);
  }

  protected typed(event: Event): string {
    return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
  }

  protected async send(): Promise<void> {
    const errors: FieldError[] = [];
    const [first] = this.store.open();
    const dueOn = this.dueOn();
    if (this.store.chosen().length === 0) {
      const key = first ? 'documents.share.chooseSomebody' : 'documents.share.nobodyToChoose';
      errors.push({ field: first ? `member-${first.member.id}` : 'nobody', words: this.words.say(key) });
    }
    if (dueOn !== '' && !isDay(dueOn))
      errors.push({ field: 'due', words: this.words.say('documents.share.notADay') });
    errors.push(...this.opening.faults(this.store.chosen()));
    const written = this.note.text();
    const note = written.trim();
    if (errors.length === 0) errors.push(...(await this.store.wrongNamesIn(note)));
    this.errors.set(errors);
    if (errors.length > 0) return;
    await this.store.share({ ...(dueOn && { dueOn }), ...this.opening.wish(), ...(note && { note }) });
    if (this.store.done() === null) return this.errors.set(this.store.wrongNamesFound(note));
    this.begun.drop(this.id());
    this.note.sent(written);
  }

  private chosen(): BegunShare {
    return { memberIds: this.store.pickedIds(), dueOn: this.dueOn(), ...this.opening.form() };
  }

  /** What was chosen before somebody went to look at it as one of them. */
  private takeUp(id: DocumentId): void {
    const begun = this.begun.of(id);
    if (begun === null) return;
    this.store.pickAll(begun.memberIds);
    this.dueOn.set(begun.dueOn);
    this.opening.fill(begun);
  }

  /** The day after which it is closed, as it is wished now. */
  protected until(): string | null {
    const until = this.opening.until();
    return until === null ? null : this.dates.day(until);
  }

  /** A consent that ends before the last day closes what would open after it. */
  protected endsBefore(line: ShareLine): string | null {
    const [last, until] = [this.opening.lastOn(), line.consentUntilOn];
    return last !== null && until !== null && until < last ? this.dates.day(until) : null;
  }
}
