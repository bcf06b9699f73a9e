import { Controller, Get, Header, Res, StreamableFile } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import type { DocumentId, PaperWishes } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { WishesForPaper } from './paper-wishes';
import { sendPdf } from './pdf-answer';
import { PrintingService } from './printing.service';

@Controller('documents')
export class PrintingController {
  constructor(private readonly printing: PrintingService) {}

  @Get(':id/pdf')
  @Header('content-type', 'application/pdf')
  @Asks('documents.print')
  async pdf(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @WishesForPaper() wishes: PaperWishes,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendPdf(reply, await this.printing.blank(actor, id, wishes));
  }

  @Get(':id/fountain')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Asks('documents.print')
  async fountain(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const script = await this.printing.fountain(actor, id);
    void reply.header('content-disposition', 'attachment; filename="script.fountain"');
    return script;
  }
}
