import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DocumentsModule } from '@common-ground/api/documents';
import { HomeworkModule } from '@common-ground/api/homework';
import { PeopleModule } from '@common-ground/api/people';
import { RecordsModule } from '@common-ground/api/records';
import { SessionsModule } from '@common-ground/api/sessions';
import { BodyPipe, DoorGuard, PlatformModule, ProblemFilter, Settings } from '@common-ground/api/platform';
import { DataSource } from './data-source';
import { HealthController } from './health.controller';

@Global()
@Module({})
export class AppModule {
  static with(settings: Settings, source: DataSource): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule, PeopleModule, DocumentsModule, HomeworkModule, SessionsModule, RecordsModule],
      controllers: [HealthController],
      providers: [
        { provide: Settings, useValue: settings },
        { provide: DataSource, useValue: source },
        { provide: APP_GUARD, useClass: DoorGuard },
        { provide: APP_PIPE, useClass: BodyPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [Settings, DataSource],
    };
  }
}
