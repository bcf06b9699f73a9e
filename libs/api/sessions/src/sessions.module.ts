import { Module } from '@nestjs/common';
import { DocumentsModule } from '@common-ground/api/documents';
import { HomeworkModule } from '@common-ground/api/homework';
import { PeopleModule } from '@common-ground/api/people';
import { CarryingController } from './carrying/carrying.controller';
import { CarryingService } from './carrying/carrying.service';
import { DueController } from './due/due.controller';
import { DueRepository } from './due/due.repository';
import { DueService } from './due/due.service';
import { FollowingController } from './following/following.controller';
import { FollowingRepository } from './following/following.repository';
import { FollowingService } from './following/following.service';
import { AskedSessionsService } from './invitations/asked-sessions.service';
import { AskingPost } from './invitations/asking-post';
import { AskingController } from './invitations/asking.controller';
import { AskingRepository } from './invitations/asking.repository';
import { AskingService } from './invitations/asking.service';
import { SessionLetters } from './invitations/session-letters';
import { InvolvementController } from './involvement/involvement.controller';
import { InvolvementRepository } from './involvement/involvement.repository';
import { InvolvementService } from './involvement/involvement.service';
import { LookBacksService } from './looking-back/look-backs.service';
import { LookingBackController } from './looking-back/looking-back.controller';
import { LookingBackRepository } from './looking-back/looking-back.repository';
import { OwnLookBackService } from './looking-back/own-look-back.service';
import { PapersOfHour } from './planning/papers-of-hour';
import { PlanningRepository } from './planning/planning.repository';
import { PlanReviewsController } from './planning/plan-reviews.controller';
import { PlanReviewsService } from './planning/plan-reviews.service';
import { PlanningService } from './planning/planning.service';
import { SessionsController } from './planning/sessions.controller';
import { RevealingController } from './revealing/revealing.controller';
import { RevealingService } from './revealing/revealing.service';
import { RoomRepository } from './revealing/room.repository';
import { BringingForward } from './running/bringing-forward';
import { RunningController } from './running/running.controller';
import { RunningRepository } from './running/running.repository';
import { RunningService } from './running/running.service';
import { PrivateNotesController } from './private-notes/private-notes.controller';
import { PrivateNotesRepository } from './private-notes/private-notes.repository';
import { PrivateNotesService } from './private-notes/private-notes.service';
import { OwnTakeHomeService } from './taking-home/own-take-home.service';
import { TakingHomeController } from './taking-home/taking-home.controller';
import { TakingHomeRepository } from './taking-home/taking-home.repository';
import { TakingHomeService } from './taking-home/taking-home.service';

@Module({
  imports: [PeopleModule, DocumentsModule, HomeworkModule],
  controllers: [
    SessionsController,
    PlanReviewsController,
    AskingController,
    RunningController,
    RevealingController,
    FollowingController,
    TakingHomeController,
    CarryingController,
    PrivateNotesController,
    LookingBackController,
    InvolvementController,
    DueController,
  ],
  providers: [
    PlanningService,
    PlanningRepository,
    PlanReviewsService,
    PapersOfHour,
    AskingService,
    AskedSessionsService,
    AskingRepository,
    AskingPost,
    SessionLetters,
    RunningService,
    RunningRepository,
    BringingForward,
    RevealingService,
    RoomRepository,
    FollowingService,
    FollowingRepository,
    TakingHomeService,
    CarryingService,
    PrivateNotesService,
    PrivateNotesRepository,
    OwnTakeHomeService,
    TakingHomeRepository,
    OwnLookBackService,
    LookBacksService,
    LookingBackRepository,
    InvolvementService,
    InvolvementRepository,
    DueService,
    DueRepository,
  ],
  exports: [PlanningService, RunningService],
})
export class SessionsModule {}
