import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId } from '@common-ground/api/platform';
import { RevealQuestionDraft, type FamilySessionId, type ShownReveal } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { RevealingService } from './revealing.service';

@Controller('sessions/:id/run/shown')
export class RevealingController {
  constructor(private readonly revealing: RevealingService) {}

  /** Asked for by a page that shows the hour, so it is no sign of life. */
  @Get()
  @DoesNotTouchSession()
  @Asks('sessions.read-shown')
  shown(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<{ items: readonly ShownReveal[] }> {
    return this.revealing.shown(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Asks('sessions.show')
  show(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: RevealQuestionDraft,
  ): Promise<{ items: readonly ShownReveal[] }> {
    return this.revealing.show(actor, id, body);
  }
}
