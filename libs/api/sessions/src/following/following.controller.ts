import type { Readable } from 'node:stream';
import { Controller, Get, Header, Req } from '@nestjs/common';
import {
  Asking,
  Asks,
  DoesNotTouchSession,
  EventStreams,
  PathId,
  type RequestWithActor,
} from '@common-ground/api/platform';
import type { FamilySessionId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { FollowingService } from './following.service';

/** Streams of events. A page that is open is no sign of life of the person before it. */
@Controller()
export class FollowingController {
  constructor(
    private readonly following: FollowingService,
    private readonly streams: EventStreams,
  ) {}

  @Get('me/family-sessions/:id/live')
  @Header('content-type', 'text/event-stream; charset=utf-8')
  @DoesNotTouchSession()
  @Asks('sessions.follow')
  follow(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Req() request: RequestWithActor,
  ): Promise<Readable> {
    return this.streams.open(request, actor, this.following.asAsked(id));
  }

  @Get('sessions/:id/run/live')
  @Header('content-type', 'text/event-stream; charset=utf-8')
  @DoesNotTouchSession()
  @Asks('sessions.look-on')
  lookOn(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Req() request: RequestWithActor,
  ): Promise<Readable> {
    return this.streams.open(request, actor, this.following.asTherapist(id));
  }
}
