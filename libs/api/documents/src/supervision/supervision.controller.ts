import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import {
  Asking,
  Asks,
  CursorText,
  FoundWithTheWork,
  Limit,
  PathId,
  keyOf,
} from '@common-ground/api/platform';
import {
  AnswerSuggestion,
  Decision,
  MarkRead,
  NewComment,
  ResolveThread,
  SubmitDocument,
  type CommentId,
  type Document,
  type DocumentId,
  type ReadMarks,
  type Review,
  type ReviewComment,
  type ReviewId,
  type ReviewQueue,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { sendRevision } from '../drafting/revision';
import { AskedOfQueue, type QueueSearch } from './queue-search';
import { QueueService } from './queue.service';
import { ReadingService } from './reading.service';
import { SupervisionService } from './supervision.service';
import { ThreadsService } from './threads.service';

@Controller()
export class SupervisionController {
  constructor(
    private readonly supervision: SupervisionService,
    private readonly reading: ReadingService,
    private readonly threads: ThreadsService,
    private readonly waiting: QueueService,
  ) {}

  @Post('documents/:id/submit')
  @HttpCode(200)
  @Asks('documents.submit')
  async submit(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Body() body: SubmitDocument,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(reply, await this.supervision.submit(actor, id, body));
  }

  @Post('documents/:id/reopen')
  @HttpCode(200)
  @Asks('documents.reopen')
  async reopen(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(reply, await this.supervision.reopen(actor, id));
  }

  @Get('reviews')
  @FoundWithTheWork()
  @Asks('reviews.list')
  queue(
    @Asking() actor: Actor,
    @AskedOfQueue() asked: QueueSearch,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<ReviewQueue> {
    return this.waiting.list(actor, asked, cursor, limit);
  }

  @Get('reviews/:id')
  @Asks('reviews.read')
  read(@Asking() actor: Actor, @PathId() id: ReviewId): Promise<Review> {
    return this.supervision.read(actor, id);
  }

  @Post('reviews/:id/comments')
  @Asks('reviews.comment')
  comment(
    @Asking() actor: Actor,
    @PathId() id: ReviewId,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: NewComment,
  ): Promise<ReviewComment> {
    return this.threads.comment(actor, id, body, keyOf(key));
  }

  @Put('reviews/:id/comments/:commentId/resolution')
  @Asks('reviews.resolve')
  resolve(
    @Asking() actor: Actor,
    @PathId() id: ReviewId,
    @PathId('commentId') commentId: CommentId,
    @Body() body: ResolveThread,
  ): Promise<ReviewComment> {
    return this.threads.resolve(actor, id, commentId, body.resolved);
  }

  @Put('reviews/:id/comments/:commentId/suggestion')
  @Asks('reviews.answer-suggestion')
  answerSuggestion(
    @Asking() actor: Actor,
    @PathId() id: ReviewId,
    @PathId('commentId') commentId: CommentId,
    @Body() body: AnswerSuggestion,
  ): Promise<ReviewComment> {
    return this.threads.answerSuggestion(actor, id, commentId, body.answer);
  }

  @Put('reviews/:id/read-marks')
  @Asks('reviews.mark-read')
  markRead(@Asking() actor: Actor, @PathId() id: ReviewId, @Body() body: MarkRead): Promise<ReadMarks> {
    return this.reading.mark(actor, id, body);
  }

  @Post('reviews/:id/decision')
  @HttpCode(200)
  @Asks('reviews.decide')
  decide(@Asking() actor: Actor, @PathId() id: ReviewId, @Body() body: Decision): Promise<Review> {
    return this.supervision.decide(actor, id, body);
  }
}
