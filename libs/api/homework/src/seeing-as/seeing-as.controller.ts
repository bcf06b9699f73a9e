import { Controller, Get } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import type { DocumentId, MemberId, SeenAs } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { SeeingAsService } from './seeing-as.service';

@Controller()
export class SeeingAsController {
  constructor(private readonly seeing: SeeingAsService) {}

  @Get('documents/:id/seen-as/:memberId')
  @Asks('shares.preview')
  seenAs(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @PathId('memberId') memberId: MemberId,
  ): Promise<SeenAs> {
    return this.seeing.seenAs(actor, id, memberId);
  }
}
