import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Asking, InSession, PathId, SignedIn, type SessionFacts } from '@common-ground/api/platform';
import type { DeviceEntry, Page, SessionId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { DevicesService } from './devices.service';

@Controller('me')
export class DevicesController {
  constructor(private readonly devices: DevicesService) {}

  @Get('sessions')
  @SignedIn('tells people where they are signed in')
  list(@Asking() actor: Actor, @InSession() session: SessionFacts): Promise<Page<DeviceEntry>> {
    return this.devices.list(actor, session);
  }

  @Post('sessions/:id/sign-out')
  @HttpCode(204)
  @SignedIn('signs them out in one place')
  signOut(@Asking() actor: Actor, @PathId() id: SessionId): Promise<void> {
    return this.devices.signOut(actor, id);
  }

  @Post('sessions/sign-out-others')
  @HttpCode(204)
  @SignedIn('signs them out everywhere else')
  signOutOthers(@Asking() actor: Actor, @InSession() session: SessionFacts): Promise<void> {
    return this.devices.signOutEverywhereElse(actor, session);
  }
}
