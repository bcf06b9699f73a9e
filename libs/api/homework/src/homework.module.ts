import { Module } from '@nestjs/common';
import { DocumentsModule } from '@common-ground/api/documents';
import { PeopleModule } from '@common-ground/api/people';
import { AnswerRepository } from './answering/answer.repository';
import { AnsweringService } from './answering/answering.service';
import { GivenBefore } from './answering/given-before';
import { KnownVersions } from './answering/known-versions';
import { Lines } from './answering/lines';
import { HomeworkController } from './answering/homework.controller';
import { TaskRepository } from './answering/task.repository';
import { PrivacyController } from './privacy/privacy.controller';
import { PrivacyRepository } from './privacy/privacy.repository';
import { PrivacyService } from './privacy/privacy.service';
import { ReminderRepository } from './reminding/reminder.repository';
import { ReminderAskRepository } from './reminding/reminder-ask.repository';
import { ReminderAsksController } from './reminding/reminder-asks.controller';
import { ReminderAsksService } from './reminding/reminder-asks.service';
import { ReminderRound } from './reminding/reminder-round';
import { RemindersController } from './reminding/reminders.controller';
import { RemindersService } from './reminding/reminders.service';
import { ResponseRepository } from './responses/response.repository';
import { ResponsesController } from './responses/responses.controller';
import { ResponsesService } from './responses/responses.service';
import { RevealRepository } from './reveals/reveal.repository';
import { RevealsController } from './reveals/reveals.controller';
import { RevealsService } from './reveals/reveals.service';
import { SeeingAsController } from './seeing-as/seeing-as.controller';
import { SeeingAsService } from './seeing-as/seeing-as.service';
import { TodayController } from './today/today.controller';
import { TodayRepository } from './today/today.repository';
import { TodayService } from './today/today.service';

@Module({
  imports: [PeopleModule, DocumentsModule],
  controllers: [
    HomeworkController,
    ResponsesController,
    RevealsController,
    SeeingAsController,
    TodayController,
    PrivacyController,
    RemindersController,
    ReminderAsksController,
  ],
  providers: [
    AnsweringService,
    TaskRepository,
    AnswerRepository,
    GivenBefore,
    KnownVersions,
    Lines,
    ResponsesService,
    ResponseRepository,
    RevealsService,
    RevealRepository,
    SeeingAsService,
    TodayService,
    TodayRepository,
    PrivacyService,
    PrivacyRepository,
    RemindersService,
    ReminderRepository,
    ReminderRound,
    ReminderAsksService,
    ReminderAskRepository,
  ],
  exports: [AnsweringService, ResponsesService, RevealRepository],
})
export class HomeworkModule {}
