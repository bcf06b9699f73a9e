import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { Asking, Asks, CursorText, FoundWithTheWork, Limit, revisionOf } from '@common-ground/api/platform';
import {
  CopyTemplate,
  NewTemplate,
  TemplateChange,
  type Document,
  type Template,
  type TemplatePage,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DraftingService } from '../drafting/drafting.service';
import { sendRevision } from '../drafting/revision';
import { KeepingService } from './keeping.service';
import { LibraryService } from './library.service';
import { SearchedFor, type TemplateSearch } from './template-search';

@Controller('templates')
export class TemplatesController {
  constructor(
    private readonly library: LibraryService,
    private readonly keeping: KeepingService,
    private readonly drafting: DraftingService,
  ) {}

  @Get()
  @FoundWithTheWork()
  @Asks('templates.list')
  search(
    @Asking() actor: Actor,
    @SearchedFor() search: TemplateSearch,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<TemplatePage> {
    return this.library.search(actor, search, cursor, limit);
  }

  @Post()
  @Asks('templates.keep')
  async keep(
    @Asking() actor: Actor,
    @Body() body: NewTemplate,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Template> {
    return sendTemplateRevision(reply, await this.keeping.keep(actor, body));
  }

  @Get(':id')
  @Asks('templates.read')
  async read(
    @Asking() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Template> {
    return sendTemplateRevision(reply, await this.library.read(actor, id));
  }

  @Put(':id')
  @Asks('templates.change')
  async change(
    @Asking() actor: Actor,
    @Param('id') id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: TemplateChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Template> {
    return sendTemplateRevision(reply, await this.keeping.change(actor, id, revisionOf(ifMatch), body));
  }

  @Post(':id/take-back')
  @HttpCode(204)
  @Asks('templates.take-back')
  takeBack(@Asking() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.keeping.takeBack(actor, id);
  }

  @Post(':id/copy')
  @Asks('templates.copy')
  async copy(
    @Asking() actor: Actor,
    @Param('id') id: string,
    @Body() body: CopyTemplate,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(reply, await this.drafting.copyTemplate(actor, id, body));
  }
}

/** Puts the revision on the answer as its ETag, for whoever may say something else over it. */
function sendTemplateRevision(reply: FastifyReply, template: Template): Template {
  if (template.may.change) void reply.header('etag', `"${template.revision}"`);
  return template;
}
