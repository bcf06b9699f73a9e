import { Controller, Get } from '@nestjs/common';
import { Asking, Asks } from '@common-ground/api/platform';
import type { RecordsOverview } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { RecordsService } from './records.service';

@Controller('records')
export class RecordsController {
  constructor(private readonly records: RecordsService) {}

  @Get()
  @Asks('records.read')
  overview(@Asking() actor: Actor): Promise<RecordsOverview> {
    return this.records.overview(actor);
  }
}
