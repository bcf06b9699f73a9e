import { Module } from '@nestjs/common';
import { PeopleModule } from '@common-ground/api/people';
import { PlanningRepository } from './planning/planning.repository';
import { PlanningService } from './planning/planning.service';
import { SessionsController } from './planning/sessions.controller';

@Module({
  imports: [PeopleModule],
  controllers: [SessionsController],
  providers: [PlanningService, PlanningRepository],
  exports: [PlanningService],
})
export class SessionsModule {}
