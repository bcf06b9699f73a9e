import { Injectable } from '@nestjs/common';
import { PiecesService, PrintingService, type PieceFor } from '@common-ground/api/documents';
import { Database } from '@common-ground/api/platform';
import type { DocumentId, MemberId, PersonName, SeenAs, Task, TaskId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { rulesOf } from '@common-ground/rules/content';
import { presentTask } from '../answering/task.presenter';

/** Shows a therapist what somebody would get, put together as that person's own page is given it. */
@Injectable()
export class SeeingAsService {
  constructor(
    private readonly database: Database,
    private readonly pieces: PiecesService,
    private readonly printing: PrintingService,
  ) {}

  seenAs(actor: Actor, id: DocumentId, memberId: MemberId): Promise<SeenAs> {
    return this.database.as(actor, async (tx) => {
      const piece = await this.pieces.pieceFor(tx, actor, id, memberId);
      const { line, language } = piece;
      if (line.because === 'blocked') return { line, language, piece: null };
      const displayName = (await this.printing.readersName(tx, actor)) ?? '';
      return { line, language, piece: taskOf(id, piece, { id: actor.personId, displayName }) };
    });
  }
}

/** A task nobody has begun. What is only said when it is sent, the days and the words along with it, is left open. */
function taskOf(documentId: DocumentId, piece: PieceFor, from: PersonName): Task {
  const { kind, title, content, version, noticeWithShare, today, line } = piece;
  const { whyItHelps, minutes, prompts } = rulesOf(kind).outline(content);
  const shown = {
    id: documentId as string as TaskId,
    ...{ documentId, kind, title, content, version, whyItHelps, minutes, prompts },
    ...{ dueOn: null, openUntilOn: null, today, note: null },
    ...{ from, every: null, sharedAt: new Date().toISOString(), sentAt: null },
    ...{ repliesSeenBy: line.repliesSeenBy, noticeWithShare, answers: [] },
  };
  return presentTask(shown, []);
}
