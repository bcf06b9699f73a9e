import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf } from '@common-ground/api/platform';
import { SupportPlanDraft, type Document, type DocumentId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { sendRevision } from '../../drafting/revision';
import { SavingService } from '../../drafting/saving.service';

@Controller('support-plans')
export class SupportPlanDraftController {
  constructor(private readonly saving: SavingService) {}

  @Put(':id/draft')
  @DoesNotTouchSession()
  @Asks('documents.edit')
  async save(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SupportPlanDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(reply, await this.saving.save(actor, id, 'support-plan', revisionOf(ifMatch), body));
  }
}
