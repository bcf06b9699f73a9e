import { Injectable } from '@nestjs/common';
import { onCaseload } from '@common-ground/api/people';
import { changedRows, firstRow, iso, type Transaction } from '@common-ground/api/platform';
import type {
  FamilyId,
  FamilySessionId,
  PersonId,
  PrivateNote,
  PrivateNoteDraft,
} from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

export interface NoteRow extends PrivateNote {
  readonly authorId: PersonId;
}

@Injectable()
export class PrivateNotesRepository {
  /** The actor's own, and never anybody else's. */
  own(tx: Transaction, actor: Actor, id: FamilySessionId): Promise<NoteRow | null> {
    return firstRow(
      tx,
      `select n.author_id as "authorId", n.preparation, n.notes, n.revision, ${iso('n.written_at')} as "savedAt"
       from private_note n
       where n.practice_id = $1 and n.session_id = $3 and n.author_id = $2 and ${onCaseload('n')}`,
      [actor.practiceId, actor.personId, id],
    );
  }

  /** Writes over a revision; false when another one stands there by now. */
  async write(
    tx: Transaction,
    actor: Actor,
    session: { readonly id: FamilySessionId; readonly family: { readonly id: FamilyId } },
    revision: number,
    { preparation, notes }: PrivateNoteDraft,
  ): Promise<boolean> {
    const { practiceId, personId } = actor;
    const changed =
      revision === 0
        ? await changedRows(
            tx,
            `insert into private_note (practice_id, session_id, author_id, family_id, preparation, notes, revision)
             values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing`,
            [practiceId, session.id, personId, session.family.id, preparation, notes],
          )
        : await changedRows(
            tx,
            `update private_note set revision = revision + 1, preparation = $5, notes = $6, written_at = now()
             where practice_id = $1 and session_id = $2 and author_id = $3 and revision = $4`,
            [practiceId, session.id, personId, revision, preparation, notes],
          );
    return changed === 1;
  }
}
