import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import {
  ConsentDecision,
  NewConsentRequest,
  type ConsentQuestion,
  type ConsentRequest,
  type ConsentRequestId,
  type FamilyId,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ConsentRequestsService } from './consent-requests.service';

@Controller()
export class ConsentRequestsController {
  constructor(private readonly requests: ConsentRequestsService) {}

  @Get('families/:id/consent-requests')
  @Asks('consent-requests.list')
  list(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<ConsentRequest>> {
    return this.requests.list(actor, id);
  }

  @Post('families/:id/consent-requests')
  @Asks('consent-requests.ask')
  ask(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @Body() body: NewConsentRequest,
  ): Promise<ConsentRequest> {
    return this.requests.ask(actor, id, body);
  }

  @Get('me/consent-requests')
  @Asks('consent-requests.mine')
  mine(@Asking() actor: Actor): Promise<Page<ConsentRequest>> {
    return this.requests.mine(actor);
  }

  @Get('consent-requests/:id')
  @Asks('consent-requests.read')
  read(@Asking() actor: Actor, @PathId() id: ConsentRequestId): Promise<ConsentQuestion> {
    return this.requests.read(actor, id);
  }

  @Post('consent-requests/:id/decision')
  @HttpCode(200)
  @Asks('consent-requests.decide')
  decide(
    @Asking() actor: Actor,
    @PathId() id: ConsentRequestId,
    @Body() body: ConsentDecision,
  ): Promise<ConsentRequest> {
    return this.requests.decide(actor, id, body);
  }

  @Post('consent-requests/:id/withdraw')
  @HttpCode(200)
  @Asks('consent-requests.withdraw')
  withdraw(@Asking() actor: Actor, @PathId() id: ConsentRequestId): Promise<ConsentRequest> {
    return this.requests.withdraw(actor, id);
  }
}
