import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Asking, Asks, CursorText, Limit, PathId } from '@common-ground/api/platform';
import {
  ChangeStandIn,
  NewStandIn,
  type Page,
  type StandIn,
  type StandInId,
  type StandIns,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { StandInsService } from './stand-ins.service';

@Controller('stand-ins')
export class StandInsController {
  constructor(private readonly standIns: StandInsService) {}

  @Get()
  @Asks('stand-ins.list')
  list(@Asking() actor: Actor): Promise<StandIns> {
    return this.standIns.list(actor);
  }

  @Get('ended')
  @Asks('stand-ins.list')
  ended(
    @Asking() actor: Actor,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<StandIn>> {
    return this.standIns.ended(actor, cursor, limit);
  }

  @Post()
  @Asks('stand-ins.name')
  name(@Asking() actor: Actor, @Body() body: NewStandIn): Promise<StandIn> {
    return this.standIns.name(actor, body);
  }

  @Put(':id')
  @Asks('stand-ins.change')
  change(@Asking() actor: Actor, @PathId() id: StandInId, @Body() body: ChangeStandIn): Promise<StandIn> {
    return this.standIns.change(actor, id, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Asks('stand-ins.change')
  end(@Asking() actor: Actor, @PathId() id: StandInId): Promise<StandIn> {
    return this.standIns.end(actor, id);
  }
}
