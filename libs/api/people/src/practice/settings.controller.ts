import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, revisionOf } from '@common-ground/api/platform';
import { ChangePractice, type PracticeSettings } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { SettingsService } from './settings.service';

@Controller('practice')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Asks('practice.read')
  async read(
    @Asking() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PracticeSettings> {
    return tagged(reply, await this.settings.read(actor));
  }

  @Put()
  @Asks('practice.change')
  async change(
    @Asking() actor: Actor,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangePractice,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PracticeSettings> {
    return tagged(reply, await this.settings.change(actor, revisionOf(ifMatch), body));
  }
}

function tagged(reply: FastifyReply, settings: PracticeSettings): PracticeSettings {
  void reply.header('etag', `"${settings.revision}"`);
  return settings;
}
