import { Controller, Get, Header, Res } from '@nestjs/common';
import { Asking, Asks, CursorText, FreshlyProven, Limit, PathId } from '@common-ground/api/platform';
import type { Disclosure, FamilyId, Page } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DisclosuresService } from './disclosures.service';

@Controller('families/:id/disclosures')
export class DisclosuresController {
  constructor(private readonly disclosures: DisclosuresService) {}

  @Get()
  @Asks('disclosures.list')
  list(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<Disclosure>> {
    return this.disclosures.list(actor, id, cursor, limit);
  }

  @Get('csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @FreshlyProven()
  @Asks('disclosures.list')
  async csv(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const table = await this.disclosures.csv(actor, id);
    // Only now: to a stranger this answer looks like any other about a thing that does not exist.
    void reply.header('content-disposition', 'attachment; filename="disclosures.csv"');
    return table;
  }
}
