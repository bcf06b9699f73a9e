import { Body, Controller, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf } from '@common-ground/api/platform';
import {
  RolePlayScriptDraft,
  type RolePlayScriptContent,
  type Document,
  type DocumentId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DraftingService } from '../../drafting/drafting.service';
import { sendRevision } from '../../drafting/revision';

@Controller('role-play-scripts')
export class RolePlayScriptDraftController {
  constructor(private readonly drafting: DraftingService) {}

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
    const content = structuredClone<unknown>(body.content) as RolePlayScriptContent;
    const draft = { title: body.title, content };
    return sendRevision(
      reply,
      await this.drafting.save(actor, id, 'role-play-script', revisionOf(ifMatch), draft),
    );
  }
}
