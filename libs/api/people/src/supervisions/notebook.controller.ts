import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, PathId, revisionOf } from '@common-ground/api/platform';
import {
  NotebookText,
  type NotebookSummary,
  type Page,
  type SupervisionId,
  type SupervisionNotebook,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { NotebookService } from './notebook.service';

@Controller('notebooks')
export class NotebookController {
  constructor(private readonly notebooks: NotebookService) {}

  @Get()
  @Asks('notebooks.read')
  list(@Asking() actor: Actor): Promise<Page<NotebookSummary>> {
    return this.notebooks.list(actor);
  }

  @Get(':id')
  @Asks('notebooks.read')
  async read(
    @Asking() actor: Actor,
    @PathId() id: SupervisionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SupervisionNotebook> {
    return sendRevision(reply, await this.notebooks.read(actor, id));
  }

  @Put(':id')
  @Asks('notebooks.write')
  async write(
    @Asking() actor: Actor,
    @PathId() id: SupervisionId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: NotebookText,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SupervisionNotebook> {
    return sendRevision(reply, await this.notebooks.write(actor, id, revisionOf(ifMatch), body));
  }
}

function sendRevision(reply: FastifyReply, notebook: SupervisionNotebook): SupervisionNotebook {
  void reply.header('etag', `"${notebook.revision}"`);
  return notebook;
}
