export { FamilySessionEntity } from './planning/family-session.entity';
export { PlanningService } from './planning/planning.service';
export { SessionsModule } from './sessions.module';
