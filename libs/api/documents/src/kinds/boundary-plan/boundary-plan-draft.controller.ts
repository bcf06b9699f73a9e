import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf } from '@common-ground/api/platform';
import { BoundaryPlanDraft, type Document, type DocumentId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { sendRevision } from '../../drafting/revision';
import { SavingService } from '../../drafting/saving.service';

@Controller('boundary-plans')
export class BoundaryPlanDraftController {
  constructor(private readonly saving: SavingService) {}

  @Put(':id/draft')
  @DoesNotTouchSession()
  @Asks('documents.edit')
  async save(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: BoundaryPlanDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(reply, await this.saving.save(actor, id, 'boundary-plan', revisionOf(ifMatch), body));
  }
}
