import { Body, Controller, Get, Headers, HttpCode, Post, Put, Res } from '@nestjs/common';
import { Asking, Asks, FreshlyProven, PathId, revisionOf } from '@common-ground/api/platform';
import {
  NewShare,
  PreviewShare,
  ShareChange,
  type DocumentId,
  type NewerVersion,
  type Page,
  type Share,
  type ShareId,
  type SharePreview,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { ReplacingService } from './replacing.service';
import { SharingService } from './sharing.service';

@Controller()
export class SharingController {
  constructor(
    private readonly sharing: SharingService,
    private readonly replacing: ReplacingService,
  ) {}

  @Post('documents/:id/shares/preview')
  @HttpCode(200)
  @Asks('shares.preview')
  preview(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Body() body: PreviewShare,
  ): Promise<SharePreview> {
    return this.sharing.preview(actor, id, body);
  }

  @Get('documents/:id/shares')
  @Asks('shares.list')
  list(@Asking() actor: Actor, @PathId() id: DocumentId): Promise<Page<Share>> {
    return this.sharing.list(actor, id);
  }

  @Post('documents/:id/shares')
  @FreshlyProven()
  @Asks('shares.share')
  share(@Asking() actor: Actor, @PathId() id: DocumentId, @Body() body: NewShare): Promise<Share> {
    return this.sharing.share(actor, id, body);
  }

  @Put('shares/:id')
  @FreshlyProven()
  @Asks('shares.change')
  async change(
    @Asking() actor: Actor,
    @PathId() id: ShareId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ShareChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Share> {
    const share = await this.sharing.change(actor, id, revisionOf(ifMatch), body);
    void reply.header('etag', `"${share.revision}"`);
    return share;
  }

  @Post('shares/:id/revoke')
  @HttpCode(200)
  @Asks('shares.revoke')
  revoke(@Asking() actor: Actor, @PathId() id: ShareId): Promise<Share> {
    return this.sharing.revoke(actor, id);
  }

  @Post('shares/:id/stop')
  @HttpCode(200)
  @Asks('shares.stop')
  stop(@Asking() actor: Actor, @PathId() id: ShareId): Promise<Share> {
    return this.sharing.stop(actor, id);
  }

  @Get('shares/:id/newer')
  @Asks('shares.preview')
  newer(@Asking() actor: Actor, @PathId() id: ShareId): Promise<NewerVersion> {
    return this.replacing.preview(actor, id);
  }

  @Post('shares/:id/replace')
  @FreshlyProven()
  @Asks('shares.replace')
  replace(@Asking() actor: Actor, @PathId() id: ShareId): Promise<Share> {
    return this.replacing.replace(actor, id);
  }
}
