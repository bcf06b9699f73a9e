import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf } from '@common-ground/api/platform';
import { RolePlayScriptDraft, type Document, type DocumentId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { sendRevision } from '../../drafting/revision';
import { SavingService } from '../../drafting/saving.service';

@Controller('role-play-scripts')
export class RolePlayScriptDraftController {
  constructor(private readonly saving: SavingService) {}

  @Put(':id/draft')
  @DoesNotTouchSession()
  @Asks('documents.edit')
  async save(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: RolePlayScriptDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(
      reply,
      await this.saving.save(actor, id, 'role-play-script', revisionOf(ifMatch), body),
    );
  }
}
