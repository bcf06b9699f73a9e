import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId } from '@common-ground/api/platform';
import {
  NewOffer,
  type AnswerId,
  type OpenedAnswer,
  type OwnOffer,
  type TaskId,
  type TaskOffers,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { RevealsService } from './reveals.service';

@Controller()
export class RevealsController {
  constructor(private readonly reveals: RevealsService) {}

  @Get('homework/:id/offers')
  @DoesNotTouchSession()
  @Asks('offers.list')
  offers(@Asking() actor: Actor, @PathId() id: TaskId): Promise<TaskOffers> {
    return this.reveals.offers(actor, id);
  }

  @Get('homework/:id/opened')
  @Asks('opened.read')
  opened(@Asking() actor: Actor, @PathId() id: TaskId): Promise<{ items: readonly OpenedAnswer[] }> {
    return this.reveals.opened(actor, id);
  }

  @Post('answers/:id/offer')
  @HttpCode(200)
  @Asks('offers.make')
  offer(@Asking() actor: Actor, @PathId() id: AnswerId, @Body() body: NewOffer): Promise<OwnOffer> {
    return this.reveals.offer(actor, id, body);
  }

  @Delete('answers/:id/offer')
  @HttpCode(204)
  @Asks('offers.close')
  close(@Asking() actor: Actor, @PathId() id: AnswerId): Promise<void> {
    return this.reveals.close(actor, id);
  }
}
