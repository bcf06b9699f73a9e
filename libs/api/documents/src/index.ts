export { DocumentsModule } from './documents.module';
export { DocumentEntity, DraftEntity, DraftHistoryEntity, VersionEntity } from './drafting/document.entity';
export { CoachWordEntity } from './coach-words/coach-word.entity';
export { KeptWordingEntity } from './drafting/kept-wording.entity';
export { DraftingService } from './drafting/drafting.service';
export { SavingService } from './drafting/saving.service';
export { GrowingService, type GrowingPaper } from './drafting/growing.service';
export {
  AS_GIVEN,
  GAVE_WAY,
  IS_LIVE_IN_ORDER,
  JUDGES_REVIEW,
  TASK_IS_LIVE,
  WORKS_ON,
} from './drafting/sight';
export { versionHash } from './drafting/version-hash';
export { HourPlansService, type HourPlan } from './hour-plans/hour-plans.service';
export { KeepingService } from './library/keeping.service';
export { TemplateEntity } from './library/template.entity';
export type { DocumentToPrint } from './printing';
export { WishesForPaper } from './printing/paper-wishes';
export { sendPdf, type Printed } from './printing/pdf-answer';
export { PrintingService } from './printing/printing.service';
export { consentsInForce, Parcels } from './sharing/parcels';
export { PiecesService, type PieceFor } from './sharing/pieces.service';
export { ShareEntity, TaskEntity } from './sharing/share.entity';
export type { Accompanied, RecipientRow } from './sharing/share.repository';
export { SharingService } from './sharing/sharing.service';
export { QueueRepository, type QueuePlace } from './supervision/queue.repository';
export { AttachedDocumentEntity } from './supervision/attached-document.entity';
export { ReadingEntity } from './supervision/reading.entity';
export { ReviewCommentEntity, ReviewEntity, SuggestionAnswerEntity } from './supervision/review.entity';
export { AddendumEntity } from './versions/addendum.entity';
export { SignatureEntity } from './supervision/signature.entity';
export { VerdictEntity } from './supervision/verdict.entity';
export { SupervisionService } from './supervision/supervision.service';
export { ThreadsService } from './supervision/threads.service';
