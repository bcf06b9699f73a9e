import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Asking, Asks, Refusal } from '@common-ground/api/platform';
import { CopyTemplate, type Document, type Page, type Template } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DraftingService } from '../drafting/drafting.service';
import { sendRevision } from '../drafting/revision';
import { LibraryService } from './library.service';

@Controller('templates')
export class TemplatesController {
  constructor(
    private readonly library: LibraryService,
    private readonly drafting: DraftingService,
  ) {}

  @Get()
  @Asks('templates.list')
  list(@Asking() actor: Actor): Promise<Page<Template>> {
    return this.library.list(actor);
  }

  @Post(':id/copy')
  @Asks('templates.copy')
  async copy(
    @Asking() actor: Actor,
    @Param('id') id: string,
    @Body() body: CopyTemplate,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    const template = this.library.find(id);
    if (template === null) throw new Refusal('not-found');
    const copied = {
      kind: template.kind,
      title: template.title,
      fromTemplateId: id,
      familyId: body.familyId,
    };
    return sendRevision(reply, await this.drafting.create(actor, copied));
  }
}
