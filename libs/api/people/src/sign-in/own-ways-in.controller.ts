import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import {
  Asking,
  FreshlyProven,
  InSession,
  PathId,
  SignedIn,
  WhileEnrolling,
  type SessionFacts,
} from '@common-ground/api/platform';
import {
  ConfirmAuthenticator,
  NewPasskey,
  NewPassword,
  StepUp,
  type NewAuthenticator,
  type NewRecoveryCodes,
  type PasskeyId,
  type PasskeyQuestion,
  type WaysIn,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { AuthenticatorsService } from './authenticators.service';
import { deviceWords } from './device-words';
import { StepUpService } from './step-up.service';
import { WaysInService } from './ways-in.service';

@Controller()
export class OwnWaysInController {
  constructor(
    private readonly ways: WaysInService,
    private readonly authenticators: AuthenticatorsService,
    private readonly stepUp: StepUpService,
  ) {}

  @Post('step-up')
  @HttpCode(204)
  @SignedIn('proves once more who they are, before an act that asks for it')
  prove(@Asking() actor: Actor, @InSession() session: SessionFacts, @Body() body: StepUp): Promise<void> {
    return this.stepUp.prove(actor, session, body);
  }

  @Post('step-up/passkey')
  @HttpCode(200)
  @SignedIn('asks for a passkey of theirs as that proof')
  askForPasskey(@Asking() actor: Actor): Promise<PasskeyQuestion> {
    return this.stepUp.askForPasskey(actor);
  }

  @Get('me/ways-in')
  @WhileEnrolling()
  @SignedIn('tells people how they sign in')
  read(@Asking() actor: Actor, @InSession() session: SessionFacts): Promise<WaysIn> {
    return this.ways.read(actor, session);
  }

  @Post('me/authenticator')
  @HttpCode(200)
  @WhileEnrolling()
  @FreshlyProven()
  @SignedIn('begins to set up an authenticator app of their own')
  begin(@Asking() actor: Actor): Promise<NewAuthenticator> {
    return this.authenticators.begin(actor);
  }

  @Post('me/authenticator/confirm')
  @HttpCode(200)
  @WhileEnrolling()
  @SignedIn('puts it in force with its first code')
  confirm(
    @Asking() actor: Actor,
    @InSession() session: SessionFacts,
    @Body() body: ConfirmAuthenticator,
  ): Promise<NewRecoveryCodes> {
    return this.authenticators.confirm(actor, session, body.code);
  }

  @Post('me/authenticator/remove')
  @HttpCode(204)
  @FreshlyProven()
  @SignedIn('gives up their authenticator app')
  remove(@Asking() actor: Actor): Promise<void> {
    return this.authenticators.remove(actor);
  }

  @Post('me/recovery-codes')
  @HttpCode(200)
  @FreshlyProven()
  @SignedIn('replaces their recovery codes')
  renew(@Asking() actor: Actor): Promise<NewRecoveryCodes> {
    return this.authenticators.renewRecoveryCodes(actor);
  }

  @Post('me/password')
  @HttpCode(204)
  @FreshlyProven()
  @SignedIn('staff change their password; everywhere else they are signed out')
  password(
    @Asking() actor: Actor,
    @InSession() session: SessionFacts,
    @Body() body: NewPassword,
  ): Promise<void> {
    return this.ways.changePassword(actor, session, body.password);
  }

  @Post('me/passkeys/question')
  @HttpCode(200)
  @WhileEnrolling()
  @FreshlyProven()
  @SignedIn('begins to make a passkey of their own')
  offer(@Asking() actor: Actor, @InSession() session: SessionFacts): Promise<PasskeyQuestion> {
    return this.ways.offerPasskey(actor, session);
  }

  @Post('me/passkeys')
  @HttpCode(204)
  @WhileEnrolling()
  @SignedIn('keeps the passkey their device made')
  keep(
    @Asking() actor: Actor,
    @InSession() session: SessionFacts,
    @Body() body: NewPasskey,
    @Headers('user-agent') agent: string | undefined,
  ): Promise<void> {
    return this.ways.keepPasskey(actor, session, body.passkey, deviceWords(agent));
  }

  @Post('me/passkeys/:id/remove')
  @HttpCode(204)
  @FreshlyProven()
  @SignedIn('gives up a passkey of theirs')
  removePasskey(@Asking() actor: Actor, @PathId() id: PasskeyId): Promise<void> {
    return this.ways.removePasskey(actor, id);
  }
}
