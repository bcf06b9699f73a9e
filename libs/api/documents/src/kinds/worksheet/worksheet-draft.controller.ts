import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import {
  Asking,
  Asks,
  DoesNotTouchSession,
  FoundWithTheWork,
  PathId,
  revisionOf,
} from '@common-ground/api/platform';
import {
  WorksheetDraft,
  type Document,
  type DocumentId,
  type WorksheetContent,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DraftingService } from '../../drafting/drafting.service';
import { sendRevision } from '../../drafting/revision';

@Controller('worksheets')
export class WorksheetDraftController {
  constructor(private readonly drafting: DraftingService) {}

  @Put(':id/draft')
  @DoesNotTouchSession()
  @FoundWithTheWork()
  @Asks('documents.edit')
  async save(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: WorksheetDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    // Not class-transformer's way back: it knows a block's kind by its class, and several kinds share one.
    const content = structuredClone<unknown>(body.content) as WorksheetContent;
    const saved = await this.drafting.save(actor, id, 'worksheet', revisionOf(ifMatch), {
      title: body.title,
      content,
    });
    return sendRevision(reply, saved);
  }
}
