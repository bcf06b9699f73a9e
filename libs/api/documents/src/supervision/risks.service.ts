import { Injectable } from '@nestjs/common';
import { FamilyRepository } from '@common-ground/api/people';
import type { Transaction } from '@common-ground/api/platform';
import type { Actor } from '@common-ground/rules/access';
import { reviewRisks } from '@common-ground/rules/content';
import { CoachWordsRepository } from '../coach-words/coach-words.repository';
import { DocumentRepository, type DocumentRow, type DraftRow } from '../drafting/document.repository';
import { KeptWordingsRepository } from '../drafting/kept-wordings.repository';
import { ReviewRepository, type Foreseen } from './review.repository';

/** What is risky about a text that is about to be sent for review. Looked for once; the queue only reads it. */
@Injectable()
export class RisksService {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly documents: DocumentRepository,
    private readonly kept: KeptWordingsRepository,
    private readonly coachWords: CoachWordsRepository,
    private readonly families: FamilyRepository,
  ) {}

  async of(
    tx: Transaction,
    actor: Actor,
    { id, kind, family }: DocumentRow,
    draft: Pick<DraftRow, 'title' | 'content'>,
  ): Promise<Foreseen> {
    const { approvedId, seenBy, readers } = (await this.reviews.knownBefore(tx, actor, id)) ?? {
      ...{ approvedId: null, seenBy: null, readers: 0 },
    };
    // Only a worksheet is answered.
    const therapists =
      kind === 'worksheet' && family !== null ? await this.families.therapists(tx, actor, family.id) : [];
    const now = therapists.map((one) => one.id);
    // Nothing was written down about approvals of an earlier time.
    const newlySeenBy =
      seenBy === null || seenBy.length === 0 ? [] : now.filter((one) => !seenBy.includes(one));
    const risks = reviewRisks(kind, draft, {
      approved: approvedId === null ? null : await this.documents.version(tx, actor, approvedId),
      readers,
      isNewlySeen: newlySeenBy.length > 0,
      kept: await this.kept.of(tx, actor, id),
      practiceWords: await this.coachWords.list(tx, actor),
    });
    return { risks, seenBy: now, newlySeenBy };
  }
}
