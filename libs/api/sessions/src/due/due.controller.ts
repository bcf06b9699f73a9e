import { Controller, Get } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import type { FamilySessionId, SinceLastHour } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { DueService } from './due.service';

@Controller('sessions/:id/due')
export class DueController {
  constructor(private readonly due: DueService) {}

  @Get()
  @Asks('sessions.read-due')
  read(@Asking() actor: Actor, @PathId() id: FamilySessionId): Promise<SinceLastHour> {
    return this.due.read(actor, id);
  }
}
