import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, CursorText, Limit, PathId } from '@common-ground/api/platform';
import type {
  AttachableDocument,
  AttachedDocument,
  AttachedText,
  DocumentId,
  Page,
  ReviewId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { AttachedService } from './attached.service';

@Controller()
export class AttachedController {
  constructor(private readonly attached: AttachedService) {}

  @Get('documents/:id/attachable')
  @Asks('documents.attach')
  attachable(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<AttachableDocument>> {
    return this.attached.attachable(actor, id, cursor, limit);
  }

  @Get('reviews/:id/attached/:documentId')
  @Asks('reviews.read-attached')
  read(
    @Asking() actor: Actor,
    @PathId() id: ReviewId,
    @PathId('documentId') documentId: DocumentId,
  ): Promise<AttachedText> {
    return this.attached.read(actor, id, documentId);
  }

  @Post('reviews/:id/attached/:documentId/take-off')
  @HttpCode(200)
  @Asks('reviews.take-off')
  takeOff(
    @Asking() actor: Actor,
    @PathId() id: ReviewId,
    @PathId('documentId') documentId: DocumentId,
  ): Promise<Page<AttachedDocument>> {
    return this.attached.takeOff(actor, id, documentId);
  }
}
