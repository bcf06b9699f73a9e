import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import {
  EndSupervision,
  NewSupervision,
  type Page,
  type Supervision,
  type SupervisionId,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { SupervisionsService } from './supervisions.service';

@Controller('supervisions')
export class SupervisionsController {
  constructor(private readonly supervisions: SupervisionsService) {}

  @Get()
  @Asks('supervisions.list')
  list(@Asking() actor: Actor): Promise<Page<Supervision>> {
    return this.supervisions.list(actor);
  }

  @Post()
  @Asks('supervisions.add')
  add(@Asking() actor: Actor, @Body() body: NewSupervision): Promise<Supervision> {
    return this.supervisions.add(actor, body);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Asks('supervisions.end')
  end(
    @Asking() actor: Actor,
    @PathId() id: SupervisionId,
    @Body() body: EndSupervision,
  ): Promise<Supervision> {
    return this.supervisions.end(actor, id, body);
  }
}
