import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import {
  NewBlock,
  NewHold,
  type BlockBetween,
  type BlockId,
  type FamilyId,
  type Hold,
  type HoldId,
  type Holds,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ApartService } from './apart.service';

@Controller()
export class ApartController {
  constructor(private readonly apart: ApartService) {}

  @Get('families/:id/blocks')
  @Asks('blocks.list')
  blocks(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<BlockBetween>> {
    return this.apart.blocks(actor, id);
  }

  @Post('families/:id/blocks')
  @Asks('blocks.set')
  setBlock(@Asking() actor: Actor, @PathId() id: FamilyId, @Body() body: NewBlock): Promise<BlockBetween> {
    return this.apart.setBlock(actor, id, body);
  }

  @Post('blocks/:id/lift')
  @HttpCode(200)
  @Asks('blocks.lift')
  liftBlock(@Asking() actor: Actor, @PathId() id: BlockId): Promise<BlockBetween> {
    return this.apart.liftBlock(actor, id);
  }

  @Get('families/:id/holds')
  @Asks('holds.list')
  holds(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Holds> {
    return this.apart.holds(actor, id);
  }

  @Post('families/:id/holds')
  @Asks('holds.set')
  setHold(@Asking() actor: Actor, @PathId() id: FamilyId, @Body() body: NewHold): Promise<Hold> {
    return this.apart.setHold(actor, id, body);
  }

  @Post('holds/:id/lift')
  @HttpCode(200)
  @Asks('holds.lift')
  liftHold(@Asking() actor: Actor, @PathId() id: HoldId): Promise<Hold> {
    return this.apart.liftHold(actor, id);
  }
}
