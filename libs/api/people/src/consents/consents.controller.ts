import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import { NewConsent, type Consent, type ConsentId, type FamilyId, type Page } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ConsentsService } from './consents.service';

@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get('families/:id/consents')
  @Asks('consents.list')
  list(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<Consent>> {
    return this.consents.list(actor, id);
  }

  @Post('families/:id/consents')
  @Asks('consents.give')
  give(@Asking() actor: Actor, @PathId() id: FamilyId, @Body() body: NewConsent): Promise<Consent> {
    return this.consents.give(actor, id, body);
  }

  @Post('consents/:id/revoke')
  @HttpCode(200)
  @Asks('consents.revoke')
  revoke(@Asking() actor: Actor, @PathId() id: ConsentId): Promise<Consent> {
    return this.consents.revoke(actor, id);
  }
}
