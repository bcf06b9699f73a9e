import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { sendPdf, WishesForPaper } from '@common-ground/api/documents';
import {
  Asking,
  Asks,
  CursorText,
  DoesNotTouchSession,
  FoundWithTheWork,
  Limit,
  PathId,
  revisionOf,
  keyOf,
} from '@common-ground/api/platform';
import {
  AnswerDraft,
  type Answer,
  type Page,
  type PaperWishes,
  type Task,
  type TaskId,
  type TaskSummary,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { AnsweringService } from './answering.service';

@Controller('homework')
export class HomeworkController {
  constructor(private readonly answering: AnsweringService) {}

  @Get()
  @FoundWithTheWork()
  @Asks('homework.list')
  list(
    @Asking() actor: Actor,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<TaskSummary>> {
    return this.answering.list(actor, cursor, limit);
  }

  @Get(':id')
  @FoundWithTheWork()
  @Asks('homework.read')
  read(@Asking() actor: Actor, @PathId() id: TaskId): Promise<Task> {
    return this.answering.read(actor, id);
  }

  @Put(':id/answers/:promptId')
  @DoesNotTouchSession()
  @FoundWithTheWork()
  @Asks('homework.answer')
  async answer(
    @Asking() actor: Actor,
    @PathId() id: TaskId,
    @Param('promptId') promptId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: AnswerDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const terms = { revision: revisionOf(ifMatch), key: keyOf(key) };
    const answer = await this.answering.answer(actor, id, promptId, terms, body);
    void reply.header('etag', `"${answer.revision}"`);
    return answer;
  }

  @Post(':id/send')
  @HttpCode(200)
  @Asks('homework.send')
  send(@Asking() actor: Actor, @PathId() id: TaskId): Promise<Task> {
    return this.answering.send(actor, id);
  }

  @Get(':id/pdf')
  @Header('content-type', 'application/pdf')
  @Asks('homework.print')
  async pdf(
    @Asking() actor: Actor,
    @PathId() id: TaskId,
    @WishesForPaper() wishes: PaperWishes,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.answering.pdf(actor, id, wishes));
  }
}
