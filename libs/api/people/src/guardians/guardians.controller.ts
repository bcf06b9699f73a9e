import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import {
  EndGuardian,
  NewGuardian,
  type FamilyId,
  type Guardian,
  type GuardianId,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { GuardiansService } from './guardians.service';

@Controller()
export class GuardiansController {
  constructor(private readonly guardians: GuardiansService) {}

  @Get('families/:id/guardians')
  @Asks('guardians.list')
  list(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<Guardian>> {
    return this.guardians.list(actor, id);
  }

  @Post('families/:id/guardians')
  @Asks('guardians.record')
  record(@Asking() actor: Actor, @PathId() id: FamilyId, @Body() body: NewGuardian): Promise<Guardian> {
    return this.guardians.record(actor, id, body);
  }

  @Post('guardians/:id/end')
  @HttpCode(200)
  @Asks('guardians.end')
  end(@Asking() actor: Actor, @PathId() id: GuardianId, @Body() body: EndGuardian): Promise<Guardian> {
    return this.guardians.end(actor, id, body);
  }
}
