import { Controller, Get, Header } from '@nestjs/common';
import { Asking, Asks, CursorText, Limit, PathId } from '@common-ground/api/platform';
import type { Disclosure, FamilyId, Page } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
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
  @Header('content-disposition', 'attachment; filename="disclosures.csv"')
  @Asks('disclosures.list')
  csv(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<string> {
    return this.disclosures.csv(actor, id);
  }
}
