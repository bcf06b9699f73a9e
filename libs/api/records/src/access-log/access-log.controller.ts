import { Controller, Get } from '@nestjs/common';
import { Asking, CursorText, Limit, SignedIn } from '@common-ground/api/platform';
import type { AccessLogEntry, Page } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { AccessLogService } from './access-log.service';

@Controller('me/access-log')
export class AccessLogController {
  constructor(private readonly log: AccessLogService) {}

  @Get()
  @SignedIn('tells people who read or changed what is theirs')
  read(
    @Asking() actor: Actor,
    @CursorText() cursor: string | null,
    @Limit() limit: number,
  ): Promise<Page<AccessLogEntry>> {
    return this.log.read(actor, cursor, limit);
  }
}
