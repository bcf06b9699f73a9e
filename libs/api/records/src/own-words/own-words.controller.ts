import { Body, Controller, Get, Header, HttpCode, Post, Res, type StreamableFile } from '@nestjs/common';
import { sendPdf } from '@common-ground/api/documents';
import { Asking, Asks, FreshlyProven, PathId, SignedIn } from '@common-ground/api/platform';
import {
  NewErasure,
  RefuseErasure,
  type Erasure,
  type ErasureId,
  type FamilyId,
  type OwnWords,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { ErasureService } from './erasure.service';
import { ExportService } from './export.service';

@Controller()
export class OwnWordsController {
  constructor(
    private readonly words: ExportService,
    private readonly erasures: ErasureService,
  ) {}

  @Get('me/export')
  @FreshlyProven()
  @Asks('own-words.export')
  async export(@Asking() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<OwnWords> {
    const words = await this.words.export(actor);
    void reply.header('content-disposition', 'attachment; filename="my-words.json"');
    return words;
  }

  @Get('me/export/pdf')
  @Header('content-type', 'application/pdf')
  @FreshlyProven()
  @Asks('own-words.export')
  async pdf(
    @Asking() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.words.pdf(actor));
  }

  @Get('me/erasure')
  @SignedIn('tells people what became of their wish to have their words erased')
  own(@Asking() actor: Actor): Promise<Page<Erasure>> {
    return this.erasures.own(actor);
  }

  @Post('me/erasure')
  @HttpCode(200)
  @Asks('own-words.ask-erasure')
  ask(@Asking() actor: Actor, @Body() body: NewErasure): Promise<Page<Erasure>> {
    return this.erasures.ask(actor, body);
  }

  @Get('families/:id/erasures')
  @Asks('own-words.erase')
  ofFamily(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<Erasure>> {
    return this.erasures.ofFamily(actor, id);
  }

  @Get('erasures')
  @Asks('own-words.list-erasures')
  waiting(@Asking() actor: Actor): Promise<Page<Erasure>> {
    return this.erasures.waiting(actor);
  }

  @Post('erasures/:id/carry-out')
  @HttpCode(200)
  @Asks('own-words.erase')
  carryOut(@Asking() actor: Actor, @PathId() id: ErasureId): Promise<Erasure> {
    return this.erasures.carryOut(actor, id);
  }

  @Post('erasures/:id/refuse')
  @HttpCode(200)
  @Asks('own-words.erase')
  refuse(@Asking() actor: Actor, @PathId() id: ErasureId, @Body() body: RefuseErasure): Promise<Erasure> {
    return this.erasures.refuse(actor, id, body);
  }
}
