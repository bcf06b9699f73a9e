import { Controller, Get } from '@nestjs/common';
import { Asking, Asks, FoundWithTheWork } from '@common-ground/api/platform';
import type { Today } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { TodayService } from './today.service';

@Controller('today')
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Get()
  @FoundWithTheWork()
  @Asks('today.read')
  read(@Asking() actor: Actor): Promise<Today> {
    return this.today.read(actor);
  }
}
