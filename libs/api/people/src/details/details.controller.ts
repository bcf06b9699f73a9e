// Tells the compiler what a reply of the adapter can do.
import type {} from '@fastify/cookie';
import { Body, Controller, Get, Headers, Post, Put, Res } from '@nestjs/common';
import { Asking, Asks, PathId, revisionOf } from '@common-ground/api/platform';
import {
  HouseholdName,
  MemberChange,
  type FamilyId,
  type Household,
  type HouseholdId,
  type Member,
  type MemberId,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { DetailsService } from './details.service';

@Controller()
export class DetailsController {
  constructor(private readonly details: DetailsService) {}

  @Put('families/:id/members/:memberId')
  @Asks('members.edit')
  async change(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') memberId: MemberId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: MemberChange,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Member> {
    const member = await this.details.change(actor, id, memberId, revisionOf(ifMatch), body);
    void reply.header('etag', `"${member.details?.revision ?? 0}"`);
    return member;
  }

  @Get('families/:id/households')
  @Asks('households.list')
  households(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<Household>> {
    return this.details.households(actor, id);
  }

  @Post('families/:id/households')
  @Asks('households.change')
  addHousehold(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @Body() body: HouseholdName,
  ): Promise<Household> {
    return this.details.addHousehold(actor, id, body);
  }

  @Put('households/:id')
  @Asks('households.change')
  renameHousehold(
    @Asking() actor: Actor,
    @PathId() id: HouseholdId,
    @Body() body: HouseholdName,
  ): Promise<Household> {
    return this.details.renameHousehold(actor, id, body);
  }
}
