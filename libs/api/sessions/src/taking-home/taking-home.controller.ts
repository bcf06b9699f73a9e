import { Body, Controller, Get, Header, HttpCode, Post, Res, type StreamableFile } from '@nestjs/common';
import { sendPdf, WishesForPaper } from '@common-ground/api/documents';
import { Asking, Asks, FreshlyProven, PathId } from '@common-ground/api/platform';
import {
  GiveTakeHomePages,
  type FamilySessionId,
  type MemberId,
  type PaperWishes,
  type TakeHomePage,
  type TakeHomePages,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { OwnTakeHomeService } from './own-take-home.service';
import { TakingHomeService } from './taking-home.service';

@Controller()
export class TakingHomeController {
  constructor(
    private readonly pages: TakingHomeService,
    private readonly own: OwnTakeHomeService,
  ) {}

  @Get('sessions/:id/pages')
  @Asks('sessions.read-pages')
  read(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<TakeHomePages> {
    return this.pages.read(actor, id);
  }

  @Post('sessions/:id/pages')
  @HttpCode(200)
  @FreshlyProven()
  @Asks('sessions.give-page')
  give(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: GiveTakeHomePages,
  ): Promise<TakeHomePages> {
    return this.pages.give(actor, id, body);
  }

  @Post('sessions/:id/pages/:memberId/take-back')
  @HttpCode(200)
  @Asks('sessions.give-page')
  takeBack(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @PathId('memberId') memberId: MemberId,
  ): Promise<TakeHomePages> {
    return this.pages.takeBack(actor, id, memberId);
  }

  @Get('me/family-sessions/:id/page')
  @Asks('sessions.take-home')
  takeHome(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<TakeHomePage> {
    return this.own.read(actor, id);
  }

  @Get('me/family-sessions/:id/page/pdf')
  @Header('content-type', 'application/pdf')
  @Asks('sessions.take-home')
  async pdf(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @WishesForPaper() wishes: PaperWishes,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.own.pdf(actor, id, wishes));
  }
}
