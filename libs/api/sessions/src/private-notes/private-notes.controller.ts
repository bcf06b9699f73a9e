import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { Asking, Asks, DoesNotTouchSession, PathId, revisionOf } from '@common-ground/api/platform';
import { PrivateNoteDraft, type FamilySessionId, type PrivateNote } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import type { FastifyReply } from 'fastify';
import { PrivateNotesService } from './private-notes.service';

@Controller('sessions/:id/note')
export class PrivateNotesController {
  constructor(private readonly notes: PrivateNotesService) {}

  @Get()
  @Asks('sessions.read-note')
  async read(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrivateNote> {
    return sendRevision(reply, await this.notes.read(actor, id));
  }

  @Put()
  @DoesNotTouchSession()
  @Asks('sessions.write-note')
  async write(
    @Asking() actor: Actor,
    @PathId() id: FamilySessionId,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PrivateNoteDraft,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PrivateNote> {
    return sendRevision(reply, await this.notes.write(actor, id, revisionOf(ifMatch), body));
  }
}

function sendRevision(reply: FastifyReply, note: PrivateNote): PrivateNote {
  void reply.header('etag', `"${note.revision}"`);
  return note;
}
