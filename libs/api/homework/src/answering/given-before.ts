import { Injectable } from '@nestjs/common';
import type { DocumentContent, PersonId, TaskId } from '@common-ground/contract';
import { LRUCache } from 'lru-cache';
import type { GivenRow } from './task.repository';

/** So many pieces, and so many texts, are remembered; of more, those that were asked for least lately are forgotten. */
const MOST_PIECES = 20_000;
const MOST_TEXTS = 200;

/**
 * What somebody was given, as it was when it was last looked at, so that an answer can be judged before the database is
 * asked, and travels there in one journey; and so that a text is not read again. It is worth nothing by itself: what is
 * judged by it is saved, and what is kept of it shown, only where the rows say that the piece is still the actor's, of this
 * version, and reaches them. A version never changes its words.
 */
@Injectable()
export class GivenBefore {
  readonly #pieces = new LRUCache<string, Omit<GivenRow, 'content'>>({ max: MOST_PIECES });
  readonly #texts = new LRUCache<string, DocumentContent>({ max: MOST_TEXTS });

  /** A script is read by each as they may: who is kept apart is not named in it. So it is looked at anew each time. */
  keep(given: GivenRow): void {
    const { id, personId, familyId, documentId, versionId, kind, content, openUntilOn, today } = given;
    if (kind === 'role-play-script') return;
    const piece = { id, personId, familyId, documentId, versionId, kind, openUntilOn, today };
    this.#pieces.set(nameOf(personId, id), piece);
    this.#texts.set(versionId, content);
  }

  /** Null where it was not looked at yet, or is forgotten. */
  of(personId: PersonId, id: TaskId): GivenRow | null {
    const piece = this.#pieces.get(nameOf(personId, id));
    const content = piece && this.#texts.get(piece.versionId);
    return piece && content ? { ...piece, content } : null;
  }
}

function nameOf(personId: PersonId, id: TaskId): string {
  return `${personId} ${id}`;
}
