import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { Asking, Asks, Open, PathId } from '@common-ground/api/platform';
import {
  MakeInvitation,
  RedeemInvitation,
  type FamilyId,
  type Invitation,
  type InvitationGlimpse,
  type InvitationOffer,
  type MemberId,
  type MailedInvitation,
  type NewInvitation,
  type Page,
  type RedeemedInvitation,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { InvitationsService } from './invitations.service';
import { RedeemingService } from './redeeming.service';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly redeeming: RedeemingService,
  ) {}

  @Get('families/:id/invitations')
  @Asks('invitations.list')
  list(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<Invitation>> {
    return this.invitations.list(actor, id);
  }

  @Get('families/:id/members/:memberId/invitation')
  @Asks('invitations.make')
  offer(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
  ): Promise<InvitationOffer> {
    return this.invitations.offer(actor, id, member);
  }

  @Post('families/:id/members/:memberId/invitation')
  @Asks('invitations.make')
  make(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
    @Body() body: MakeInvitation,
  ): Promise<NewInvitation | MailedInvitation> {
    return this.invitations.make(actor, id, member, body);
  }

  @Post('families/:id/members/:memberId/invitation/withdraw')
  @HttpCode(204)
  @Asks('invitations.withdraw')
  withdraw(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
  ): Promise<void> {
    return this.invitations.withdraw(actor, id, member);
  }

  @Get('invitations/:token')
  @Open('tells whether a link still works and whose practice it is from; changes nothing')
  glimpse(@Param('token') token: string): Promise<InvitationGlimpse> {
    return this.redeeming.glimpse(token);
  }

  @Post('invitations/redeem')
  @HttpCode(200)
  @Open('whoever holds an invitation accepts it and chooses a PIN; nothing opens by it')
  redeem(@Body() body: RedeemInvitation, @Ip() address: string): Promise<RedeemedInvitation> {
    return this.redeeming.redeem(body, address);
  }
}
