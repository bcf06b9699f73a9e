export { FamilySessionEntity } from './planning/family-session.entity';
export { AskingService } from './invitations/asking.service';
export { SessionReplyEntity } from './invitations/session-reply.entity';
export { PlanningService } from './planning/planning.service';
export { RunningService } from './running/running.service';
export { SessionPadEntity, SessionRunEntity } from './running/session-run.entity';
export { TakeHomePageEntity } from './taking-home/take-home-page.entity';
export { TakingHomeService } from './taking-home/taking-home.service';
export { SessionsModule } from './sessions.module';
