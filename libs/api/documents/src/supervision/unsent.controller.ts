import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks } from '@common-ground/api/platform';
import { DiscardComments, type Page, type UnsentComment } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { UnsentService } from './unsent.service';

@Controller('me/unsent-comments')
export class UnsentController {
  constructor(private readonly unsent: UnsentService) {}

  @Get()
  @Asks('unsent-comments.list')
  list(@Asking() actor: Actor): Promise<Page<UnsentComment>> {
    return this.unsent.list(actor);
  }

  @Post('discard')
  @HttpCode(200)
  @Asks('unsent-comments.discard')
  discard(@Asking() actor: Actor, @Body() body: DiscardComments): Promise<Page<UnsentComment>> {
    return this.unsent.discard(actor, body.ids);
  }
}
