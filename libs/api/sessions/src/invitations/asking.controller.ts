import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import { Asking, Asks, PathId, revisionOf } from '@common-ground/api/platform';
import {
  SessionAsking,
  SessionReplyDraft,
  type AskedMember,
  type AskedSession,
  type FamilySession,
  type FamilySessionId,
  type MemberId,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { AskedSessionsService } from './asked-sessions.service';
import { AskingService } from './asking.service';

@Controller()
export class AskingController {
  constructor(
    private readonly askings: AskingService,
    private readonly own: AskedSessionsService,
  ) {}

  @Get('sessions/:id/asked')
  @Asks('sessions.read-replies')
  asked(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<Page<AskedMember>> {
    return this.askings.read(actor, id);
  }

  @Post('sessions/:id/asked')
  @HttpCode(200)
  @Asks('sessions.ask')
  ask(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: SessionAsking,
  ): Promise<Page<AskedMember>> {
    return this.askings.ask(actor, id, body.memberIds);
  }

  @Post('sessions/:id/asked/:memberId/take-back')
  @HttpCode(200)
  @Asks('sessions.ask')
  takeBack(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @PathId('memberId') memberId: MemberId,
  ): Promise<Page<AskedMember>> {
    return this.askings.takeBack(actor, id, memberId);
  }

  @Post('sessions/:id/call-off')
  @HttpCode(200)
  @Asks('sessions.call-off')
  callOff(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<FamilySession> {
    return this.askings.callOff(actor, id);
  }

  @Get('sessions/:id/calendar.ics')
  @Asks('sessions.calendar')
  async calendar(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { method, text } = await this.own.calendar(actor, id);
    // Only now: to a stranger this answer looks like any other about a thing that does not exist.
    void reply.header('content-type', `text/calendar; charset=utf-8; method=${method}`);
    void reply.header('content-disposition', 'attachment; filename="appointment.ics"');
    return text;
  }

  @Get('me/family-sessions')
  @Asks('sessions.mine')
  mine(@Asking() actor: Actor): Promise<Page<AskedSession>> {
    return this.own.list(actor);
  }

  @Get('me/family-sessions/:id')
  @Asks('sessions.mine')
  async read(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AskedSession> {
    return sendRevision(reply, await this.own.read(actor, id));
  }

  @Put('me/family-sessions/:id/reply')
  @Asks('sessions.reply')
  async reply(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SessionReplyDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AskedSession> {
    return sendRevision(reply, await this.own.reply(actor, id, revisionOf(ifMatch), body));
  }
}

function sendRevision(reply: FastifyReply, session: AskedSession): AskedSession {
  void reply.header('etag', `"${session.revision}"`);
  return session;
}
