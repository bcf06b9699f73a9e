import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonName, Review, ReviewAct, ReviewId, Verdict } from '@common-ground/contract';
import { rulesOf } from '@common-ground/rules/content';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  PageTitle,
  ProblemNotice,
  Thread as ThreadMotif,
  Words,
  DoneHeading,
  LeftWords,
  type LeftField,
  WordsInTemplate,
} from '@common-ground/web/platform';
import { PageWaiting } from '../page-waiting';
import { KindPaper } from '../kinds/kind-paper';
import { Addenda } from './addenda';
import { AttachedLines } from './attached-lines';
import { ChangeList } from './change-list';
import { CommentBox } from './comment-box';
import { GivenVerdicts } from './given-verdicts';
import { FOLDED_AWAY } from '../kinds/folded-part';
import { HalfReplies } from './half-replies';
import { HalfSaid } from './half-said';
import { PartReading } from './part-reading';
import { ReadingStore } from './reading.store';
import { ReviewStore } from './review.store';
import { SignatureLines } from './signature-lines';
import type { Thread } from './thread-order';
import { Threads } from './threads';
import { VerdictForm } from './verdict-form';

/** A part is called by its first words. */
const MOST_OF_A_NAME = 80;

/** One document to be judged: as the family will see it, the threads in place, the verdict at the end. */
@Component({
  selector: 'cg-review-page',
  imports: [
    Addenda,
    AttachedLines,
    Breadcrumb,
    ChangeList,
    CommentBox,
    DoneHeading,
    GivenVerdicts,
    PageHeading,
    PartReading,
    ProblemNotice,
    RouterLink,
    SignatureLines,
    ThreadMotif,
    Threads,
    WordsInTemplate,
    VerdictForm,
    LeftWords,
    PageWaiting,
    KindPaper,
  ],
  providers: [
    ReviewStore,
    HalfSaid,
    HalfReplies,
    ReadingStore,
    {
      provide: FOLDED_AWAY,
      useFactory: (reading: ReadingStore) => (part: string) => reading.isFolded(part),
      deps: [ReadingStore],
    },
  ],
  templateUrl: './review-page.html',
  styleUrl: './review-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReviewPage {
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);
  protected readonly store = inject(ReviewStore);
  protected readonly reading = inject(ReadingStore);
  protected readonly half = inject(HalfSaid);
  protected readonly left = computed((): readonly LeftField[] =>
    this.half.left().map(({ words }, at) => ({
      name: this.words.say('documents.halfSaid.begun', { number: at + 1 }),
      words,
    })),
  );

  readonly id = input.required<ReviewId>();

  protected readonly trail = computed(() => [
    { words: this.words.say('documents.queue.title'), link: '/app/reviews' },
  ]);
  private readonly parts = computed(() => {
    const review = this.store.review.value();
    return review === null ? [] : rulesOf(review.document.kind).parts(review.version.content);
  });
  protected readonly blocks = computed(() => this.parts().map(({ id }) => id));

  constructor() {
    const title = inject(PageTitle);
    effect(() => this.store.open(this.id()));
    effect(() => {
      const review = this.store.review.value();
      if (review) title.set(this.words.say('documents.review.pageTitle', { title: review.version.title }));
    });
  }

  /** The plan of an hour is shared with nobody. */
  protected readonly isPlan = computed(() => this.store.review.value()?.document.kind === 'hour-plan');

  /** Everything said of this document besides the verdict that stands above. */
  protected readonly before = computed(() => {
    const review = this.store.review.value();
    return (review?.verdicts ?? []).filter(
      ({ verdict, reviewId }) => reviewId !== review?.id || verdict === 'comment',
    );
  });

  /** What was done, and what comes next: approved alone, handed on to a second signer, or signed by that one. */
  protected done(verdict: Verdict, act: ReviewAct, next: '' | 'Next' = ''): string {
    const isHandedOn = verdict === 'approve' && this.store.isHandedOn();
    if (verdict === 'approve' && this.isPlan() && (isHandedOn ? next !== '' : next === ''))
      return isHandedOn ? 'documents.plan.handedOnNext' : 'documents.plan.done';
    if (isHandedOn) return `documents.coSignature.handedOn${next}`;
    if (verdict === 'approve' && act === 'co-sign') return `documents.coSignature.done${next}`;
    return `documents.review.done${next}.${verdict}`;
  }

  protected namesOf(people: readonly PersonName[]): string {
    return this.dates.list(people.map(({ displayName }) => displayName));
  }

  /** Who of them read none of it when it was approved. */
  protected newTo(people: Review['repliesSeenBy']): string {
    return this.namesOf(people.filter(({ isNew }) => isNew));
  }

  /** All threads at a part; at one that is folded only those that are not settled. */
  protected threadsAt(id: string): readonly Thread[] {
    const threads = this.store.at(id);
    return this.reading.isFolded(id) ? threads.filter(({ first }) => first.resolvedAt === null) : threads;
  }

  /** The words by which a part is called in *Comment on: …*. */
  protected nameOf(id: string): string {
    const words = this.parts().find((part) => part.id === id)?.words ?? '';
    return words.length > MOST_OF_A_NAME ? `${words.slice(0, MOST_OF_A_NAME).trimEnd()}…` : words;
  }
}
