import { Module } from '@nestjs/common';
import { PracticeRepository } from '../practice/practice.repository';
import { AccessLinksController } from './access-links.controller';
import { AccessLinksRepository } from './access-links.repository';
import { AccessLinksService } from './access-links.service';
import { AuthenticatorsService } from './authenticators.service';
import { DevicesController } from './devices.controller';
import { DevicesService } from './devices.service';
import { OwnWaysInController } from './own-ways-in.controller';
import { OwnWaysInRepository } from './own-ways-in.repository';
import { PasskeyRepository } from './passkey.repository';
import { PasskeysService } from './passkeys.service';
import { PruningService } from './pruning.service';
import { SecondFactorService } from './second-factor.service';
import { SessionCookies } from './session-cookies';
import { SignInController } from './sign-in.controller';
import { SignInRepository } from './sign-in.repository';
import { SignInService } from './sign-in.service';
import { StepUpService } from './step-up.service';
import { WaysInService } from './ways-in.service';

/** Getting in, proving it once more, and what people change about their own ways in. */
@Module({
  controllers: [SignInController, OwnWaysInController, DevicesController, AccessLinksController],
  providers: [
    PracticeRepository,
    SignInService,
    SignInRepository,
    SecondFactorService,
    StepUpService,
    PasskeysService,
    PasskeyRepository,
    AuthenticatorsService,
    WaysInService,
    OwnWaysInRepository,
    DevicesService,
    AccessLinksService,
    AccessLinksRepository,
    SessionCookies,
    PruningService,
  ],
})
export class SignInModule {}
