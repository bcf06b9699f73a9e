import { Injectable } from '@nestjs/common';
import type { Transaction } from '@common-ground/api/platform';
import type { ReviewRisk } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { reviewRisks } from '@common-ground/rules/content';
import { CoachWordsRepository } from '../coach-words/coach-words.repository';
import { DocumentRepository, type DocumentRow, type DraftRow } from '../drafting/document.repository';
import { KeptWordingsRepository } from '../drafting/kept-wordings.repository';
import { ReviewRepository } from './review.repository';

/** What is risky about a text that is about to be sent for review. Looked for once; the queue only reads it. */
@Injectable()
export class RisksService {
  constructor(
    private readonly reviews: ReviewRepository,
    private readonly documents: DocumentRepository,
    private readonly kept: KeptWordingsRepository,
    private readonly coachWords: CoachWordsRepository,
  ) {}

  async of(
    tx: Transaction,
    actor: Actor,
    { id, kind }: DocumentRow,
    draft: Pick<DraftRow, 'title' | 'content'>,
  ): Promise<ReviewRisk[]> {
    const { approvedId, readers } = (await this.reviews.knownBefore(tx, actor, id)) ?? {
      approvedId: null,
      readers: 0,
    };
    return reviewRisks(kind, draft, {
      approved: approvedId === null ? null : await this.documents.version(tx, actor, approvedId),
      readers,
      kept: await this.kept.of(tx, actor, id),
      practiceWords: await this.coachWords.list(tx, actor),
    });
  }
}
