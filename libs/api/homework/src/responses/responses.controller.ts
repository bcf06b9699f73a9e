import { Body, Controller, Get, Headers, Post } from '@nestjs/common';
import { Asking, Asks, CursorText, Limit, PathId, keyOf } from '@common-ground/api/platform';
import {
  NewFeedback,
  type AnswerId,
  type FamilyId,
  type Feedback,
  type Page,
  type ResponseSet,
  type TaskId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ResponsesService } from './responses.service';

@Controller()
export class ResponsesController {
  constructor(private readonly responses: ResponsesService) {}

  @Get('families/:id/responses')
  @Asks('responses.read')
  list(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<ResponseSet>> {
    return this.responses.list(actor, id, cursor, limit);
  }

  @Post('answers/:id/feedback')
  @Asks('feedback.give')
  giveFeedback(
    @Asking() actor: Actor,
    @PathId() id: AnswerId,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: NewFeedback,
  ): Promise<Feedback> {
    return this.responses.giveFeedback(actor, id, body, keyOf(key));
  }

  @Post('homework/:id/notes')
  @Asks('feedback.give')
  giveNote(
    @Asking() actor: Actor,
    @PathId() id: TaskId,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: NewFeedback,
  ): Promise<Feedback> {
    return this.responses.giveNote(actor, id, body, keyOf(key));
  }
}
