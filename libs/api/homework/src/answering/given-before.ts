import { Injectable } from '@nestjs/common';
import type { TaskId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';
import { LRUCache } from 'lru-cache';
import { KnownVersions } from './known-versions';
import type { GivenRow, VersionRow } from './task.repository';

type Piece = Omit<GivenRow, keyof VersionRow | 'content'> & Pick<VersionRow, 'versionId'>;

/** So many pieces are remembered; of more, those that were asked for least lately are forgotten. */
const MOST_PIECES = 20_000;

/**
 * What somebody was given, as it was when it was last looked at, so that an answer can be judged before the database is
 * asked, and travels there in one journey; and so that a text is not read again. It is worth nothing by itself: what is
 * judged by it is saved, and what is kept of it shown, only where the rows say that the piece is still the actor's, of this
 * version, and reaches them.
 */
@Injectable()
export class GivenBefore {
  readonly #pieces = new LRUCache<string, Piece>({ max: MOST_PIECES });

  constructor(private readonly versions: KnownVersions) {}

  keep({ practiceId }: Actor, given: GivenRow): void {
    const { id, personId, familyId, documentId, versionId, openUntilOn, today } = given;
    this.versions.keep(practiceId, given);
    const piece = { id, personId, familyId, documentId, versionId, openUntilOn, today };
    this.#pieces.set(nameOf({ practiceId, personId }, id), piece);
  }

  /** Null where it was not looked at yet, or is forgotten. */
  of(actor: Actor, id: TaskId): GivenRow | null {
    const piece = this.#pieces.get(nameOf(actor, id));
    if (piece === undefined) return null;
    const head = this.versions.head(actor.practiceId, piece.versionId);
    const content = this.versions.text(actor.practiceId, piece.versionId);
    return head && content ? { ...piece, ...head, content } : null;
  }
}

function nameOf({ practiceId, personId }: Pick<Actor, 'practiceId' | 'personId'>, id: TaskId): string {
  return `${practiceId} ${personId} ${id}`;
}
