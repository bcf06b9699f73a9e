import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Asking, Asks, CursorText, FoundWithTheWork, Limit, PathId } from '@common-ground/api/platform';
import {
  FamilyPart2,
  NewFamily,
  NewMember,
  type Family,
  type FamilyId,
  type FamilySummary,
  type KnownPerson,
  type Member,
  type MemberId,
  type Page,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { FamiliesService } from './families.service';

@Controller('families')
export class FamiliesController {
  constructor(private readonly families: FamiliesService) {}

  @Get()
  @FoundWithTheWork()
  @Asks('families.list')
  list(
    @Asking() actor: Actor,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<FamilySummary>> {
    return this.families.list(actor, cursor, limit);
  }

  @Post()
  @Asks('families.open')
  open(@Asking() actor: Actor, @Body() body: NewFamily): Promise<Family> {
    return this.families.open(actor, body);
  }

  @Get(':id')
  @Asks('families.read')
  read(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Family> {
    return this.families.read(actor, id);
  }

  @Put(':id/part-2')
  @Asks('families.mark-part-2')
  markPart2(@Asking() actor: Actor, @PathId() id: FamilyId, @Body() body: FamilyPart2): Promise<Family> {
    return this.families.markPart2(actor, id, body.part2);
  }

  @Get(':id/members')
  @Asks('members.list')
  members(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<Member>> {
    return this.families.members(actor, id);
  }

  @Post(':id/members')
  @Asks('members.add')
  addMember(@Asking() actor: Actor, @PathId() id: FamilyId, @Body() body: NewMember): Promise<Member> {
    return this.families.addMember(actor, id, body);
  }

  @Get(':id/known-people')
  @Asks('members.known')
  knownPeople(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<Page<KnownPerson>> {
    return this.families.knownPeople(actor, id);
  }

  @Post(':id/leave')
  @HttpCode(204)
  @Asks('families.leave')
  leave(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<void> {
    return this.families.leave(actor, id);
  }

  @Post(':id/members/:memberId/confirm')
  @HttpCode(200)
  @Asks('members.change')
  confirm(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
  ): Promise<Member> {
    return this.families.move(actor, id, member, 'confirm');
  }

  @Post(':id/members/:memberId/pause')
  @HttpCode(200)
  @Asks('members.change')
  pause(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
  ): Promise<Member> {
    return this.families.move(actor, id, member, 'pause');
  }

  @Post(':id/members/:memberId/remove')
  @HttpCode(200)
  @Asks('members.change')
  remove(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
  ): Promise<Member> {
    return this.families.move(actor, id, member, 'remove');
  }
}
