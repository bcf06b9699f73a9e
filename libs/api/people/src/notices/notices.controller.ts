import { Body, Controller, Get, Post } from '@nestjs/common';
import { Asking, Asks } from '@common-ground/api/platform';
import { NewNotice, type Notice, type Page } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { NoticesService } from './notices.service';

@Controller('practice/notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Asks('notices.list')
  list(@Asking() actor: Actor): Promise<Page<Notice>> {
    return this.notices.list(actor);
  }

  @Post()
  @Asks('notices.write')
  write(@Asking() actor: Actor, @Body() body: NewNotice): Promise<Notice> {
    return this.notices.write(actor, body);
  }
}
