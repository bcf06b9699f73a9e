import { Module } from '@nestjs/common';
import { PeopleModule } from '@common-ground/api/people';
import { AtWorkController } from './at-work/at-work.controller';
import { AtWorkRepository } from './at-work/at-work.repository';
import { AtWorkService } from './at-work/at-work.service';
import { DocumentRepository } from './drafting/document.repository';
import { CastRepository } from './drafting/cast.repository';
import { ApprovalService } from './drafting/approval.service';
import { CheckingService } from './drafting/checking.service';
import { DocumentsController } from './drafting/documents.controller';
import { CoachWordsController } from './coach-words/coach-words.controller';
import { CoachWordsRepository } from './coach-words/coach-words.repository';
import { CoachWordsService } from './coach-words/coach-words.service';
import { DraftRepository } from './drafting/draft.repository';
import { DraftingService } from './drafting/drafting.service';
import { GrowingService } from './drafting/growing.service';
import { KeptWordingsRepository } from './drafting/kept-wordings.repository';
import { SavingService } from './drafting/saving.service';
import { HourPlansRepository } from './hour-plans/hour-plans.repository';
import { HourPlansService } from './hour-plans/hour-plans.service';
import { BoundaryPlanDraftController } from './kinds/boundary-plan/boundary-plan-draft.controller';
import { RolePlayScriptDraftController } from './kinds/role-play-script/role-play-script-draft.controller';
import { SupportPlanDraftController } from './kinds/support-plan/support-plan-draft.controller';
import { WorksheetDraftController } from './kinds/worksheet/worksheet-draft.controller';
import { KeepingService } from './library/keeping.service';
import { LibraryService } from './library/library.service';
import { BuiltInShelf } from './library/built-in-shelf';
import { TemplateRepository } from './library/template.repository';
import { TemplatesController } from './library/templates.controller';
import { PrintShop } from './printing/print-shop';
import { PrintingController } from './printing/printing.controller';
import { PrintingService } from './printing/printing.service';
import { Parcels } from './sharing/parcels';
import { PiecesService } from './sharing/pieces.service';
import { ReplacingRepository } from './sharing/replacing.repository';
import { ReplacingService } from './sharing/replacing.service';
import { ShareRepository } from './sharing/share.repository';
import { SharingController } from './sharing/sharing.controller';
import { SharingService } from './sharing/sharing.service';
import { AttachedController } from './supervision/attached.controller';
import { AttachedRepository } from './supervision/attached.repository';
import { AttachedService } from './supervision/attached.service';
import { ReadingRepository } from './supervision/reading.repository';
import { ReadingService } from './supervision/reading.service';
import { QueueRepository } from './supervision/queue.repository';
import { QueueService } from './supervision/queue.service';
import { ReviewRepository } from './supervision/review.repository';
import { VerdictRepository } from './supervision/verdict.repository';
import { ReviewTimesController } from './supervision/review-times.controller';
import { ReviewTimesRepository } from './supervision/review-times.repository';
import { ReviewTimesService } from './supervision/review-times.service';
import { ReviewsInSight } from './supervision/reviews-in-sight';
import { RisksService } from './supervision/risks.service';
import { SupervisionController } from './supervision/supervision.controller';
import { SupervisionService } from './supervision/supervision.service';
import { ThreadsService } from './supervision/threads.service';
import { UnsentController } from './supervision/unsent.controller';
import { UnsentRepository } from './supervision/unsent.repository';
import { UnsentService } from './supervision/unsent.service';
import { AddendaRepository } from './versions/addenda.repository';
import { AddendaService } from './versions/addenda.service';
import { VersionsController } from './versions/versions.controller';
import { VersionsService } from './versions/versions.service';

@Module({
  imports: [PeopleModule],
  controllers: [
    DocumentsController,
    AtWorkController,
    CoachWordsController,
    WorksheetDraftController,
    RolePlayScriptDraftController,
    BoundaryPlanDraftController,
    SupportPlanDraftController,
    TemplatesController,
    VersionsController,
    SupervisionController,
    AttachedController,
    UnsentController,
    ReviewTimesController,
    SharingController,
    PrintingController,
  ],
  providers: [
    DraftingService,
    DraftRepository,
    SavingService,
    GrowingService,
    AtWorkRepository,
    AtWorkService,
    CastRepository,
    ApprovalService,
    CheckingService,
    KeptWordingsRepository,
    CoachWordsRepository,
    CoachWordsService,
    DocumentRepository,
    LibraryService,
    KeepingService,
    BuiltInShelf,
    TemplateRepository,
    VersionsService,
    AddendaRepository,
    AddendaService,
    SupervisionService,
    ReviewRepository,
    VerdictRepository,
    AttachedRepository,
    AttachedService,
    UnsentRepository,
    UnsentService,
    QueueRepository,
    QueueService,
    ReviewTimesRepository,
    ReviewTimesService,
    RisksService,
    ReviewsInSight,
    ThreadsService,
    ReadingRepository,
    ReadingService,
    HourPlansService,
    HourPlansRepository,
    SharingService,
    ReplacingService,
    ReplacingRepository,
    PiecesService,
    Parcels,
    ShareRepository,
    PrintingService,
    PrintShop,
  ],
  exports: [
    DraftingService,
    SavingService,
    GrowingService,
    HourPlansService,
    SupervisionService,
    ThreadsService,
    SharingService,
    PiecesService,
    Parcels,
    PrintingService,
  ],
})
export class DocumentsModule {}
