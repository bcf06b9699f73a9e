import { Body, Controller, Get, Headers, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Knocks, Open, Refusal } from '@common-ground/api/platform';
import {
  CodeSignIn,
  DemoSignIn,
  PasskeySignIn,
  SecondFactorSignIn,
  StaffSignIn,
  type DemoPersona,
  type Page,
  type PasskeyQuestion,
  type SignInStep,
} from '@common-ground/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceWords } from './device-words';
import { PasskeysService } from './passkeys.service';
import { SecondFactorService } from './second-factor.service';
import { SessionCookies } from './session-cookies';
import { SignInService, type AfterPassword } from './sign-in.service';

type Agent = string | undefined;

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly secondFactor: SecondFactorService,
    private readonly passkeys: PasskeysService,
    private readonly cookies: SessionCookies,
  ) {}

  @Get('demo/personas')
  @Open('the sign-in page of the demo offers them; absent outside the demo')
  personas(): Promise<Page<DemoPersona>> {
    return this.signIn.personas();
  }

  @Post('demo/sign-in')
  @HttpCode(204)
  @Open('signs in as somebody of the demo practice; absent outside the demo')
  async demo(
    @Body() body: DemoSignIn,
    @Headers('user-agent') agent: Agent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookies.giveSession(reply, await this.signIn.asPersona(body.persona, deviceWords(agent)));
  }

  @Post('sign-in')
  @Knocks('sign-in')
  @Open('staff sign in with e-mail and password')
  async staff(
    @Body() body: StaffSignIn,
    @Headers('user-agent') agent: Agent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStep | undefined> {
    return answerTo(reply, this.cookies, await this.signIn.withPassword(body, deviceWords(agent)));
  }

  @Post('sign-in/second-factor/passkey')
  @HttpCode(200)
  @Knocks('sign-in')
  @Open('asks for a passkey as the second factor, after the right password')
  async askForSecondFactor(@Req() request: FastifyRequest): Promise<PasskeyQuestion> {
    return this.passkeys.ask('second-factor', await this.secondFactor.whose(this.cookies.stepOf(request)));
  }

  @Post('sign-in/second-factor')
  @HttpCode(204)
  @Knocks('second-factor')
  @Open('staff finish signing in, after the right password')
  async second(
    @Body() body: SecondFactorSignIn,
    @Headers('user-agent') agent: Agent,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const step = this.cookies.stepOf(request);
    this.cookies.giveSession(reply, await this.secondFactor.finish(step, body, deviceWords(agent)));
    this.cookies.takeStep(reply);
  }

  @Post('sign-in/passkey/question')
  @HttpCode(200)
  @Knocks('sign-in')
  @Open('asks whoever is there for a passkey of this site')
  askForPasskey(): Promise<PasskeyQuestion> {
    return this.passkeys.ask('sign-in', null);
  }

  @Post('sign-in/passkey')
  @HttpCode(204)
  @Knocks('sign-in')
  @Open('anybody who has a passkey signs in with it')
  async passkey(
    @Body() body: PasskeySignIn,
    @Headers('user-agent') agent: Agent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const whose = await this.passkeys.ownerOfAnswer('sign-in', body.passkey);
    if (whose === null) throw new Refusal('wrong-credentials');
    // A passkey lies on a device of one's own.
    this.cookies.giveSession(reply, await this.signIn.open(whose, 'passkey', false, deviceWords(agent)));
  }

  @Post('sign-in/code')
  @HttpCode(204)
  @Knocks('sign-in')
  @Open('family members sign in with their code and PIN')
  async code(
    @Body() body: CodeSignIn,
    @Headers('user-agent') agent: Agent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.cookies.giveSession(reply, await this.signIn.withCode(body, deviceWords(agent)));
  }

  @Post('sign-out')
  @HttpCode(204)
  @Open('signing out works whatever state the session is in')
  async out(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(this.cookies.sessionOf(request));
    this.cookies.takeSession(reply);
  }
}

/** 204 and a session, or 200 and what comes next. */
export function answerTo(
  reply: FastifyReply,
  cookies: SessionCookies,
  after: AfterPassword,
): SignInStep | undefined {
  if ('session' in after) {
    cookies.giveSession(reply, after.session);
    void reply.status(204);
    return undefined;
  }
  if (after.stepToken !== null) cookies.giveStep(reply, after.stepToken);
  void reply.status(200);
  return after.step;
}
