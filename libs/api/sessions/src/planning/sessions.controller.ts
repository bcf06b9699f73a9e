import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  Asking,
  Asks,
  CursorText,
  DoesNotTouchSession,
  Limit,
  PathId,
  revisionOf,
} from '@common-ground/api/platform';
import {
  BringForward,
  NewFamilySession,
  SessionPlanDraft,
  type FamilyId,
  type FamilySession,
  type FamilySessionId,
  type FamilySessionSummary,
  type Page,
  type SessionAhead,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { PlanningService } from './planning.service';

@Controller()
export class SessionsController {
  constructor(private readonly planning: PlanningService) {}

  @Get('families/:id/sessions')
  @Asks('sessions.list')
  list(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<FamilySessionSummary>> {
    return this.planning.list(actor, id, cursor, limit);
  }

  @Post('families/:id/sessions')
  @Asks('sessions.plan')
  async plan(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @Body() body: NewFamilySession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilySession> {
    return sendRevision(reply, await this.planning.plan(actor, id, body));
  }

  @Get('sessions')
  @Asks('today.read')
  ahead(@Asking() actor: Actor): Promise<Page<SessionAhead>> {
    return this.planning.ahead(actor);
  }

  @Get('sessions/:id')
  @Asks('sessions.read')
  async read(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilySession> {
    return sendRevision(reply, await this.planning.read(actor, id));
  }

  @Put('sessions/:id')
  @DoesNotTouchSession()
  @Asks('sessions.change')
  async save(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SessionPlanDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilySession> {
    return sendRevision(reply, await this.planning.save(actor, id, revisionOf(ifMatch), body));
  }

  @Post('sessions/:id/bring-forward')
  @HttpCode(200)
  @Asks('sessions.change')
  async bringForward(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: BringForward,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FamilySession> {
    return sendRevision(reply, await this.planning.bringForward(actor, id, body.into));
  }
}

function sendRevision(reply: FastifyReply, session: FamilySession): FamilySession {
  void reply.header('etag', `"${session.revision}"`);
  return session;
}
