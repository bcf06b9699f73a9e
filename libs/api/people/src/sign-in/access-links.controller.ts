import { Body, Controller, Get, Headers, Param, Post, Res } from '@nestjs/common';
import { Asking, Asks, FreshlyProven, Knocks, Open, PathId } from '@common-ground/api/platform';
import {
  NewAccessLink,
  UseAccessLink,
  type AccessLink,
  type AccessLinkGlimpse,
  type PersonId,
  type SignInStep,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { AccessLinksService } from './access-links.service';
import { deviceWords } from './device-words';
import { SessionCookies } from './session-cookies';
import { answerTo } from './sign-in.controller';

@Controller()
export class AccessLinksController {
  constructor(
    private readonly links: AccessLinksService,
    private readonly cookies: SessionCookies,
  ) {}

  @Post('staff/:id/access-link')
  @FreshlyProven()
  @Asks('access-links.make')
  make(@Asking() actor: Actor, @PathId() id: PersonId, @Body() body: NewAccessLink): Promise<AccessLink> {
    return this.links.make(actor, id, body);
  }

  @Get('welcome/:token')
  @Knocks('sign-in')
  @Open('says whom a link to the staff’s door is for; has no effect')
  look(@Param('token') token: string): Promise<AccessLinkGlimpse> {
    return this.links.look(token);
  }

  @Post('welcome')
  @Knocks('sign-in')
  @Open('whoever holds the link sets a password, once')
  async use(
    @Body() body: UseAccessLink,
    @Headers('user-agent') agent: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStep | undefined> {
    return answerTo(reply, this.cookies, await this.links.use(body, deviceWords(agent)));
  }
}
