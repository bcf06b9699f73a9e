import { Injectable } from '@nestjs/common';
import { ReviewMail } from '@common-ground/api/people';
import { Audit, Database, demand, Refusal, type Transaction } from '@common-ground/api/platform';
import type {
  Change,
  Decision,
  Document,
  DocumentId,
  Review,
  ReviewId,
  SubmitDocument,
} from '@common-ground/contract';
import {
  mayAddToVersion,
  mayCommentOnReview,
  mayDecideReview,
  mayReadReview,
  mayTakeOff,
  mayWorkOnDocument,
  type Actor,
} from '@common-ground/rules/access';
import { canMove, canReopen } from '@common-ground/rules/content';
import { presentVersionSummary } from '../drafting/document.presenter';
import { DocumentRepository, type VersionRow } from '../drafting/document.repository';
import { CheckingService } from '../drafting/checking.service';
import { DraftingService } from '../drafting/drafting.service';
import { changesBetween } from '../versions/versions.service';
import { AttachedService, isJudged } from './attached.service';
import { ReadingService } from './reading.service';
import { presentReviewSummary } from './review.presenter';
import { ReviewRepository, type ReviewRow } from './review.repository';
import { judgesOf, othersIn, ReviewsInSight } from './reviews-in-sight';
import { supervisorAmong } from './supervisor-among';
import { RisksService } from './risks.service';
import { ThreadsService } from './threads.service';
import { VerdictRepository } from './verdict.repository';

/** From submitting a document to the verdict on it. */
@Injectable()
export class SupervisionService {
  constructor(
    private readonly database: Database,
    private readonly drafting: DraftingService,
    private readonly documents: DocumentRepository,
    private readonly reviews: ReviewRepository,
    private readonly verdicts: VerdictRepository,
    private readonly inSight: ReviewsInSight,
    private readonly reading: ReadingService,
    private readonly threads: ThreadsService,
    private readonly attached: AttachedService,
    private readonly checking: CheckingService,
    private readonly mail: ReviewMail,
    private readonly risks: RisksService,
    private readonly audit: Audit,
  ) {}

  submit(actor: Actor, id: DocumentId, body: SubmitDocument): Promise<Document> {
    return this.database.as(actor, async (tx) => {
      await this.documents.lock(tx, actor, id);
      const document = await this.drafting.require(tx, actor, id);
      const because = demand(mayWorkOnDocument(actor, document));
      if (!canMove(document.state, 'submitted'))
        throw new Refusal('wrong-state', { because: document.state });
      const draft = await this.drafting.requireDraft(tx, actor, id);
      const concerns = await this.checking.concerns(tx, actor, document, draft);
      const blocking = concerns.filter((concern) => concern.blocks);
      if (blocking.length > 0) {
        throw new Refusal('has-concerns', {
          errors: blocking.map(({ path, code }) => ({ path, code, message: code })),
        });
      }
      const supervisor = supervisorAmong(document.supervisors, body.supervisorId);
      const version = await this.documents.ensureVersion(tx, actor, document, draft);
      const foreseen = await this.risks.of(tx, actor, document, draft);
      const review = await this.reviews.add(tx, actor, document, version, supervisor, body.note, foreseen);
      await this.attached.attach(tx, actor, document, review, body.attach ?? [], supervisor.id);
      await this.documents.changeState(tx, actor, id, document.state, 'submitted');
      await this.mail.tellJudges(tx, supervisor.id, supervisor.therapistId);
      await this.audit.record(tx, actor, {
        action: 'documents.submit',
        because,
        subjects: [body.supervisorId],
        familyId: document.family?.id ?? null,
        documentId: id,
      });
      return this.drafting.present(tx, actor, id);
    });
  }

  /** Back to writing. A review that still waits is withdrawn; approvals and shares of earlier versions stay. */
  reopen(actor: Actor, id: DocumentId): Promise<Document> {
    return this.database.as(actor, async (tx) => {
      await this.documents.lock(tx, actor, id);
      const document = await this.drafting.require(tx, actor, id);
      const because = demand(mayWorkOnDocument(actor, document));
      if (!canReopen(document.state)) throw new Refusal('wrong-state', { because: document.state });
      await this.reviews.withdraw(tx, actor, id);
      await this.documents.changeState(tx, actor, id, document.state, 'draft');
      await this.audit.record(tx, actor, {
        action: 'documents.reopen',
        because,
        subjects: [],
        familyId: document.family?.id ?? null,
        documentId: id,
      });
      return this.drafting.present(tx, actor, id);
    });
  }

  read(actor: Actor, id: ReviewId): Promise<Review> {
    return this.database.as(actor, async (tx) => {
      const review = await this.inSight.require(tx, actor, id);
      const because = demand(mayReadReview(actor, review));
      const shown = await this.#present(tx, actor, review);
      const commenters = shown.comments.map(({ author }) => author.id);
      const judges = await this.verdicts.judges(tx, actor, review.documentId);
      await this.audit.record(tx, actor, {
        action: 'reviews.read',
        because,
        // The worksheet is the therapist's, the comments and the verdicts are theirs who judge it or did in a round before.
        subjects: othersIn(actor, [review.therapistId, ...judgesOf(review), ...commenters, ...judges]),
        familyId: review.document.family?.id ?? null,
        documentId: review.documentId,
      });
      return shown;
    });
  }

  /**
   * Sends the pending comments with a verdict, bound to the hash of the version that was read. `comment` sends them
   * and leaves the review waiting.
   */
  decide(actor: Actor, id: ReviewId, decision: Decision): Promise<Review> {
    return this.database.as(actor, async (tx) => {
      const seen = await this.inSight.require(tx, actor, id);
      demand(mayReadReview(actor, seen));
      await this.documents.lock(tx, actor, seen.documentId);
      const review = await this.inSight.require(tx, actor, id);
      const because = demand(mayDecideReview(actor, review));
      if (review.state !== 'waiting') throw new Refusal('wrong-state', { because: review.state });
      const version = await this.inSight.version(tx, actor, review);
      if (version.hash !== decision.versionHash) throw new Refusal('hash-stale');
      await this.reviews.sendComments(tx, actor, review.documentId);
      const ends = decision.verdict !== 'comment';
      if (ends && !(await this.reviews.decide(tx, actor, id, decision))) throw new Refusal('not-found');
      if (!(await this.verdicts.give(tx, actor, review, decision))) throw new Refusal('not-found');
      if (ends) await this.#moveOn(tx, actor, review, decision);
      else {
        await this.reviews.commented(tx, actor, id);
        await this.mail.tell(tx, review.therapistId);
      }
      await this.audit.record(tx, actor, {
        action: 'reviews.decide',
        because,
        subjects: [review.therapistId],
        familyId: review.document.family?.id ?? null,
        documentId: review.documentId,
        fields: [decision.verdict],
      });
      return this.#present(tx, actor, await this.inSight.require(tx, actor, id));
    });
  }

  /** Where the pair asks for a second signature, an approval hands the same version on instead of approving it. */
  async #moveOn(tx: Transaction, actor: Actor, review: ReviewRow, decision: Decision): Promise<void> {
    const { id, documentId, therapistId } = review;
    const isSigned = decision.verdict === 'approve';
    if (isSigned) await this.verdicts.sign(tx, actor, review, decision.versionHash);
    const coSigner = isSigned ? await this.reviews.askCoSignature(tx, id) : null;
    if (coSigner === null)
      await this.documents.changeState(
        tx,
        actor,
        documentId,
        'submitted',
        isSigned ? 'approved' : 'returned',
      );
    if (coSigner === null) await this.mail.tell(tx, therapistId);
    else await this.mail.tellJudges(tx, coSigner, therapistId);
  }

  async #present(tx: Transaction, actor: Actor, review: ReviewRow): Promise<Review> {
    const version = await this.inSight.version(tx, actor, review);
    const document = await this.drafting.requireReviewed(tx, actor, review.documentId);
    const judges = mayDecideReview(actor, review).allowed;
    const hour = review.state === 'waiting' ? await this.reviews.hourAhead(tx, review.documentId) : null;
    return {
      ...presentReviewSummary({ ...review, hour }),
      version: {
        ...presentVersionSummary(version, mayAddToVersion(actor, document).allowed),
        content: version.content,
      },
      summary: review.summary,
      verdicts: await this.verdicts.of(tx, actor, review.documentId),
      comments: await this.threads.of(tx, actor, review),
      changes: await this.#changes(tx, actor, review, version),
      read: judges ? await this.reading.read(tx, actor, review, version) : [],
      attached: await this.attached.of(tx, actor, review),
      notebookId: review.notebookId,
      repliesSeenBy: review.repliesSeenBy,
      may: {
        takeOff: mayTakeOff(actor, review, { isJudged: isJudged(review) }).allowed,
        comment: judges && review.state === 'waiting',
        decide: judges && review.state === 'waiting',
        reply: !judges && mayCommentOnReview(actor, review).allowed,
      },
    };
  }

  async #changes(
    tx: Transaction,
    actor: Actor,
    review: ReviewRow,
    version: VersionRow,
  ): Promise<Change[] | null> {
    const before = await this.reviews.previousVersion(tx, actor, review);
    const previous = before === null ? null : await this.documents.version(tx, actor, before.id);
    return previous === null ? null : changesBetween(review.document, previous, version);
  }
}
