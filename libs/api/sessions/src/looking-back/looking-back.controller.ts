import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf, keyOf } from '@common-ground/api/platform';
import {
  LookBackDraft,
  type FamilySessionId,
  type LookBack,
  type LookBackAnswer,
  type LookBacks,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { LookBacksService } from './look-backs.service';
import { OwnLookBackService } from './own-look-back.service';

@Controller()
export class LookingBackController {
  constructor(
    private readonly own: OwnLookBackService,
    private readonly looks: LookBacksService,
  ) {}

  @Get('me/family-sessions/:id/look-back')
  @Asks('sessions.look-back')
  read(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<LookBack> {
    return this.own.read(actor, id);
  }

  @Put('me/family-sessions/:id/look-back/:question')
  @DoesNotTouchSession()
  @Asks('sessions.look-back')
  async write(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Param('question') question: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: LookBackDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LookBackAnswer> {
    const terms = { revision: revisionOf(ifMatch), key: keyOf(key) };
    const answer = await this.own.write(actor, id, question, terms, body);
    void reply.header('etag', `"${answer.revision}"`);
    return answer;
  }

  @Post('me/family-sessions/:id/look-back/send')
  @HttpCode(200)
  @Asks('sessions.look-back')
  send(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<LookBack> {
    return this.own.send(actor, id);
  }

  @Get('sessions/:id/look-backs')
  @Asks('sessions.read-look-backs')
  ofHour(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<LookBacks> {
    return this.looks.read(actor, id);
  }
}
