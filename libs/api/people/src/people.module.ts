import { Module } from '@nestjs/common';
import { ConsentRequestRepository } from './consents/consent-request.repository';
import { ConsentRequestsController } from './consents/consent-requests.controller';
import { ConsentRequestsService } from './consents/consent-requests.service';
import { CaseloadController } from './caseload/caseload.controller';
import { CaseloadRepository } from './caseload/caseload.repository';
import { CaseloadService } from './caseload/caseload.service';
import { ConsentRepository } from './consents/consent.repository';
import { ConsentsController } from './consents/consents.controller';
import { ConsentsService } from './consents/consents.service';
import { DetailsController } from './details/details.controller';
import { DetailsRepository } from './details/details.repository';
import { DetailsService } from './details/details.service';
import { FamiliesController } from './families/families.controller';
import { FamiliesService } from './families/families.service';
import { FamilyRepository } from './families/family.repository';
import { WrongNames } from './families/wrong-names';
import { GuardianRepository } from './guardians/guardian.repository';
import { GuardiansController } from './guardians/guardians.controller';
import { GuardiansService } from './guardians/guardians.service';
import { InvitationLetter } from './invitations/invitation-letter';
import { InvitationRepository } from './invitations/invitation.repository';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsService } from './invitations/invitations.service';
import { RedeemingService } from './invitations/redeeming.service';
import { MergingController } from './merging/merging.controller';
import { MergingRepository } from './merging/merging.repository';
import { MergingService } from './merging/merging.service';
import { NoticeRepository } from './notices/notice.repository';
import { NoticesController } from './notices/notices.controller';
import { NoticesService } from './notices/notices.service';
import { ApartController } from './keeping-apart/apart.controller';
import { ApartRepository } from './keeping-apart/apart.repository';
import { ApartService } from './keeping-apart/apart.service';
import { PracticeController } from './practice/practice.controller';
import { PracticeRepository } from './practice/practice.repository';
import { PracticeService } from './practice/practice.service';
import { SettingsController } from './practice/settings.controller';
import { SettingsRepository } from './practice/settings.repository';
import { SettingsService } from './practice/settings.service';
import { SignInModule } from './sign-in/sign-in.module';
import { StaffController } from './staff/staff.controller';
import { ReviewMail } from './review-mail/review-mail';
import { ReviewMailController } from './review-mail/review-mail.controller';
import { ReviewMailRepository } from './review-mail/review-mail.repository';
import { ReviewMailService } from './review-mail/review-mail.service';
import { NotebookController } from './supervisions/notebook.controller';
import { NotebookRepository } from './supervisions/notebook.repository';
import { NotebookService } from './supervisions/notebook.service';
import { StaffRepository } from './staff/staff.repository';
import { StaffService } from './staff/staff.service';
import { StandInRepository } from './supervisions/stand-in.repository';
import { StandInsController } from './supervisions/stand-ins.controller';
import { StandInsService } from './supervisions/stand-ins.service';
import { SupervisionRepository } from './supervisions/supervision.repository';
import { SupervisionsController } from './supervisions/supervisions.controller';
import { SupervisionsService } from './supervisions/supervisions.service';

@Module({
  imports: [SignInModule],
  controllers: [
    PracticeController,
    SettingsController,
    NoticesController,
    StaffController,
    SupervisionsController,
    FamiliesController,
    DetailsController,
    CaseloadController,
    GuardiansController,
    InvitationsController,
    ReviewMailController,
    NotebookController,
    StandInsController,
    ApartController,
    MergingController,
    ConsentsController,
    ConsentRequestsController,
  ],
  providers: [
    PracticeService,
    PracticeRepository,
    SettingsService,
    SettingsRepository,
    NoticesService,
    NoticeRepository,
    ReviewMail,
    ReviewMailRepository,
    ReviewMailService,
    StaffService,
    StaffRepository,
    SupervisionsService,
    SupervisionRepository,
    NotebookRepository,
    StandInRepository,
    StandInsService,
    NotebookService,
    FamiliesService,
    FamilyRepository,
    WrongNames,
    DetailsService,
    DetailsRepository,
    CaseloadService,
    CaseloadRepository,
    GuardiansService,
    GuardianRepository,
    InvitationsService,
    RedeemingService,
    InvitationLetter,
    InvitationRepository,
    ApartService,
    ApartRepository,
    MergingService,
    MergingRepository,
    ConsentsService,
    ConsentRepository,
    ConsentRequestsService,
    ConsentRequestRepository,
  ],
  exports: [
    ApartRepository,
    FamiliesService,
    FamilyRepository,
    WrongNames,
    InvitationsService,
    ConsentsService,
    ConsentRequestsService,
    NoticesService,
    ReviewMail,
    SettingsRepository,
  ],
})
export class PeopleModule {}
