import { Injectable } from '@nestjs/common';
import type { Transaction } from '@common-ground/api/platform';
import type { Change, PersonName } from '@common-ground/contract';
import { missingSignature, needsApproval, type Actor } from '@common-ground/rules/access';
import { newReviewOf } from '@common-ground/rules/content';
import { DocumentRepository, type DocumentRow, type DraftRow } from './document.repository';

/** How the approval a document needs stands to one of its texts. */
export interface ApprovalStanding {
  /** None is missing: the one that was given holds for this text, or none is needed. */
  readonly holds: boolean;
  /** What changed since it was given that matters, so that it holds no more. */
  readonly changed: readonly Change[];
  /** Whose signature it waits for, when that is all it waits for. */
  readonly coSignerMissing: PersonName | null;
}

@Injectable()
export class ApprovalService {
  constructor(private readonly documents: DocumentRepository) {}

  async standing(
    tx: Transaction,
    actor: Actor,
    { kind, approvedVersion, strengths, everyTherapistNeedsReview }: DocumentRow,
    text: Pick<DraftRow, 'title' | 'content'>,
  ): Promise<ApprovalStanding> {
    if (!needsApproval(strengths, everyTherapistNeedsReview))
      return { holds: true, changed: [], coSignerMissing: null };
    const approved =
      approvedVersion === null ? null : await this.documents.version(tx, actor, approvedVersion.id);
    if (approvedVersion === null || approved === null)
      return { holds: false, changed: [], coSignerMissing: null };
    const { isNeeded, because } = newReviewOf(kind, approved, text);
    const coSignerMissing = isNeeded ? null : missingSignature(approvedVersion);
    return { holds: !isNeeded && coSignerMissing === null, changed: because, coSignerMissing };
  }
}
