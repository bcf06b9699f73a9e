import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Open } from '@common-ground/api/platform';
import { CodeSignIn, DemoSignIn, StaffSignIn, type DemoPersona, type Page } from '@common-ground/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInService } from './sign-in.service';

@Controller()
export class SignInController {
  constructor(private readonly signIn: SignInService) {}

  @Get('demo/personas')
  @Open('the sign-in page of the demo offers them; absent outside the demo')
  personas(): Promise<Page<DemoPersona>> {
    return this.signIn.personas();
  }

  @Post('demo/sign-in')
  @HttpCode(204)
  @Open('signs in as somebody of the demo practice; absent outside the demo')
  async demo(@Body() body: DemoSignIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.signIn.giveCookie(reply, await this.signIn.asPersona(body.persona));
  }

  @Post('sign-in')
  @HttpCode(204)
  @Open('staff sign in with e-mail and password')
  async staff(@Body() body: StaffSignIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.signIn.giveCookie(reply, await this.signIn.withSecret('email', body.email, body.password));
  }

  @Post('sign-in/code')
  @HttpCode(204)
  @Open('family members sign in with their code and PIN')
  async code(@Body() body: CodeSignIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    this.signIn.giveCookie(reply, await this.signIn.withSecret('code', body.code, body.pin));
  }

  @Post('sign-out')
  @HttpCode(204)
  @Open('signing out works whatever state the session is in')
  async out(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(request);
    this.signIn.takeCookie(reply);
  }
}
