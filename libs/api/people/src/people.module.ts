import { Module } from '@nestjs/common';
import { ConsentRepository } from './consents/consent.repository';
import { ConsentsController } from './consents/consents.controller';
import { ConsentsService } from './consents/consents.service';
import { FamiliesController } from './families/families.controller';
import { FamiliesService } from './families/families.service';
import { FamilyRepository } from './families/family.repository';
import { PracticeController } from './practice/practice.controller';
import { PracticeRepository } from './practice/practice.repository';
import { PracticeService } from './practice/practice.service';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInService } from './sign-in/sign-in.service';

@Module({
  controllers: [SignInController, PracticeController, FamiliesController, ConsentsController],
  providers: [
    SignInService,
    PracticeService,
    PracticeRepository,
    FamiliesService,
    FamilyRepository,
    ConsentsService,
    ConsentRepository,
  ],
  exports: [FamiliesService, FamilyRepository],
})
export class PeopleModule {}
