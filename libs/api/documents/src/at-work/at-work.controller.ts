import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId } from '@common-ground/api/platform';
import { ComeToWork, type AtWork, type DocumentId, type Page } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { AtWorkService } from './at-work.service';

@Controller('documents/:id/at-work')
export class AtWorkController {
  constructor(private readonly atWork: AtWorkService) {}

  @Post()
  @HttpCode(200)
  @DoesNotTouchSession()
  @Asks('documents.edit')
  come(
    @Asking() actor: Actor,
    @PathId() id: DocumentId,
    @Body() { blockId }: ComeToWork,
  ): Promise<Page<AtWork>> {
    return this.atWork.come(actor, id, blockId);
  }
}
