import { Body, Controller, Get, Headers, Post, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf } from '@common-ground/api/platform';
import {
  RunMovesDraft,
  SessionPadDraft,
  type FamilySessionId,
  type SessionPad,
  type SessionRun,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { RunningService } from './running.service';

@Controller('sessions/:id/run')
export class RunningController {
  constructor(private readonly running: RunningService) {}

  /** Asked again and again by a page that shows the hour, so it is no sign of life. */
  @Get()
  @DoesNotTouchSession()
  @Asks('sessions.look-on')
  async read(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionRun> {
    return sendRevision(reply, await this.running.read(actor, id));
  }

  @Post()
  @Asks('sessions.lead')
  async begin(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionRun> {
    return sendRevision(reply, await this.running.begin(actor, id));
  }

  @Put()
  @DoesNotTouchSession()
  @Asks('sessions.lead')
  async move(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: RunMovesDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionRun> {
    return sendRevision(reply, await this.running.move(actor, id, revisionOf(ifMatch), body));
  }

  @Get('pad')
  @DoesNotTouchSession()
  @Asks('sessions.read-pad')
  async readPad(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionPad> {
    return sendRevision(reply, await this.running.readPad(actor, id));
  }

  @Put('pad')
  @DoesNotTouchSession()
  @Asks('sessions.write-down')
  async write(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SessionPadDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionPad> {
    return sendRevision(reply, await this.running.write(actor, id, revisionOf(ifMatch), body));
  }
}

function sendRevision<T extends SessionRun | SessionPad>(reply: FastifyReply, answer: T): T {
  void reply.header('etag', `"${answer.revision}"`);
  return answer;
}
