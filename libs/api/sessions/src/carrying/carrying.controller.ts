import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import {
  CarryAction,
  UndoCarrying,
  type CarriedActions,
  type FamilySessionId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { CarryingService } from './carrying.service';

@Controller('sessions/:id/actions')
export class CarryingController {
  constructor(private readonly carrying: CarryingService) {}

  @Get()
  @Asks('sessions.read-actions')
  read(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<CarriedActions> {
    return this.carrying.read(actor, id);
  }

  @Post('carry')
  @HttpCode(200)
  @Asks('sessions.carry-actions')
  carry(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: CarryAction,
  ): Promise<CarriedActions> {
    return this.carrying.carry(actor, id, body);
  }

  @Post('undo')
  @HttpCode(200)
  @Asks('sessions.carry-actions')
  undo(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Body() body: UndoCarrying,
  ): Promise<CarriedActions> {
    return this.carrying.undo(actor, id, body);
  }
}
