import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import {
  Asking,
  Asks,
  DoesNotTouchSession,
  FoundWithTheWork,
  PathId,
  revisionOf,
} from '@common-ground/api/platform';
import { WorksheetDraft, type Document, type DocumentId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { sendRevision } from '../../drafting/revision';
import { SavingService } from '../../drafting/saving.service';

@Controller('worksheets')
export class WorksheetDraftController {
  constructor(private readonly saving: SavingService) {}

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
    const saved = await this.saving.save(actor, id, 'worksheet', revisionOf(ifMatch), body);
    return sendRevision(reply, saved);
  }
}
