import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, Asks, PathId } from '@common-ground/api/platform';
import { AskForReminders, type ShareId, type ShareReminders } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { ReminderAsksService } from './reminder-asks.service';

@Controller('shares/:id/reminders')
export class ReminderAsksController {
  constructor(private readonly asks: ReminderAsksService) {}

  @Get()
  @Asks('reminders.see-who')
  see(@Asking() actor: Actor, @PathId() id: ShareId): Promise<ShareReminders> {
    return this.asks.see(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Asks('reminders.ask')
  ask(@Asking() actor: Actor, @PathId() id: ShareId, @Body() body: AskForReminders): Promise<ShareReminders> {
    return this.asks.ask(actor, id, body.memberIds);
  }
}
