import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, FreshlyProven, PathId } from '@common-ground/api/platform';
import {
  MergeOf,
  type FamilyId,
  type LikelyDuplicates,
  type MemberId,
  type MergedRecord,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { MergingService } from './merging.service';

@Controller('families/:id/members/:memberId')
export class MergingController {
  constructor(private readonly merging: MergingService) {}

  @Get('duplicates')
  @Asks('members.find-twice')
  duplicates(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
  ): Promise<LikelyDuplicates> {
    return this.merging.duplicates(actor, id, member);
  }

  @Post('merge')
  @HttpCode(200)
  @Asks('members.merge')
  @FreshlyProven()
  merge(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('memberId') member: MemberId,
    @Body() body: MergeOf,
  ): Promise<MergedRecord> {
    return this.merging.merge(actor, id, member, body.duplicateId);
  }
}
