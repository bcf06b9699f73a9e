import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf } from '@common-ground/api/platform';
import {
  BoundaryPlanDraft,
  type BoundaryPlanContent,
  type Document,
  type DocumentId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DraftingService } from '../../drafting/drafting.service';
import { sendRevision } from '../../drafting/revision';

@Controller('boundary-plans')
export class BoundaryPlanDraftController {
  constructor(private readonly drafting: DraftingService) {}

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
    const content = structuredClone<unknown>(body.content) as BoundaryPlanContent;
    const draft = { title: body.title, content };
    return sendRevision(
      reply,
      await this.drafting.save(actor, id, 'boundary-plan', revisionOf(ifMatch), draft),
    );
  }
}
