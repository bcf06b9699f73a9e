import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, revisionOf } from '@common-ground/api/platform';
import { ReminderChoiceDraft, type MyReminders } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { RemindersService } from './reminders.service';

@Controller('me/reminders')
export class RemindersController {
  constructor(private readonly reminders: RemindersService) {}

  @Get()
  @Asks('reminders.read')
  async read(@Asking() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<MyReminders> {
    return sendRevision(reply, await this.reminders.read(actor));
  }

  @Put()
  @Asks('reminders.choose')
  async choose(
    @Asking() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ReminderChoiceDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MyReminders> {
    return sendRevision(reply, await this.reminders.choose(actor, revisionOf(ifMatch), body));
  }
}

function sendRevision(reply: FastifyReply, mine: MyReminders): MyReminders {
  void reply.header('etag', `"${mine.revision}"`);
  return mine;
}
