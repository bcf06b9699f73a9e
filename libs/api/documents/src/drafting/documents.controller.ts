import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { Asking, Asks, CursorText, Limit, PathId, QueryId } from '@common-ground/api/platform';
import {
  KeepWording,
  NewDocument,
  type Concern,
  type Document,
  type DocumentId,
  type DocumentSummary,
  type FamilyId,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DraftingService } from './drafting.service';
import { sendRevision } from './revision';

@Controller('documents')
export class DocumentsController {
  constructor(private readonly drafting: DraftingService) {}

  @Get()
  @Asks('documents.list')
  list(
    @Asking() actor: Actor,
    @QueryId('familyId') familyId: FamilyId | null,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<DocumentSummary>> {
    return this.drafting.list(actor, familyId, cursor, limit);
  }

  @Post()
  @Asks('documents.write')
  async create(
    @Asking() actor: Actor,
    @Body() body: NewDocument,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(reply, await this.drafting.create(actor, body));
  }

  @Get(':id')
  @Asks('documents.read')
  async read(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Document> {
    return sendRevision(reply, await this.drafting.read(actor, id));
  }

  @Get(':id/concerns')
  @Asks('documents.edit')
  concerns(@Asking() actor: Actor, @PathId() id: DocumentId): Promise<Page<Concern>> {
    return this.drafting.concerns(actor, id);
  }

  @Post(':id/wordings/keep')
  @HttpCode(200)
  @Asks('documents.edit')
  keep(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Body() wording: KeepWording,
  ): Promise<Page<Concern>> {
    return this.drafting.keepWording(actor, id, wording);
  }

  @Post(':id/wordings/reconsider')
  @HttpCode(200)
  @Asks('documents.edit')
  reconsider(@Asking() actor: Actor, @PathId() id: DocumentId): Promise<Page<Concern>> {
    return this.drafting.reconsiderWordings(actor, id);
  }
}
