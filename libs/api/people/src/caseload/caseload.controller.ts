import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import { NewTherapist, type FamilyId, type FamilyTherapists, type PersonId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { CaseloadService } from './caseload.service';

@Controller('families/:id/therapists')
export class CaseloadController {
  constructor(private readonly caseload: CaseloadService) {}

  @Get()
  @Asks('therapists.list')
  list(@Asking() actor: Actor, @PathId() id: FamilyId): Promise<FamilyTherapists> {
    return this.caseload.list(actor, id);
  }

  @Post()
  @Asks('therapists.add')
  add(@Asking() actor: Actor, @PathId() id: FamilyId, @Body() body: NewTherapist): Promise<FamilyTherapists> {
    return this.caseload.add(actor, id, body.personId);
  }

  @Post(':personId/lead')
  @HttpCode(200)
  @Asks('therapists.hand-over')
  handOver(
    @Asking() actor: Actor,
    @PathId() id: FamilyId,
    @PathId('personId') personId: PersonId,
  ): Promise<FamilyTherapists> {
    return this.caseload.handOver(actor, id, personId);
  }

  @Post(':personId/end')
  @HttpCode(204)
  @Asks('therapists.end')
  end(@Asking() actor: Actor, @PathId() id: FamilyId, @PathId('personId') personId: PersonId): Promise<void> {
    return this.caseload.end(actor, id, personId);
  }
}
