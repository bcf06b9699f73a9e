import { Body, Controller, Get, Header, HttpCode, Post, Res, type StreamableFile } from '@nestjs/common';
import { sendPdf } from '@common-ground/api/documents';
import { Asking, Asks, FreshlyProven, PathId } from '@common-ground/api/platform';
import {
  InvolvementChoice,
  type FamilySessionId,
  type Involvement,
  type InvolvementText,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { InvolvementService } from './involvement.service';

@Controller('sessions/:id/involvement')
export class InvolvementController {
  constructor(private readonly involvement: InvolvementService) {}

  @Get()
  @Asks('sessions.read-involvement')
  read(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<Involvement> {
    return this.involvement.read(actor, id);
  }

  @Post()
  @HttpCode(200)
  @FreshlyProven()
  @Asks('sessions.record-involvement')
  text(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: InvolvementChoice,
  ): Promise<InvolvementText> {
    return this.involvement.text(actor, id, body);
  }

  @Post('pdf')
  @HttpCode(200)
  @Header('content-type', 'application/pdf')
  @FreshlyProven()
  @Asks('sessions.record-involvement')
  async pdf(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: InvolvementChoice,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.involvement.pdf(actor, id, body));
  }
}
