import { Injectable } from '@nestjs/common';
import { firstRow, perform, type Transaction } from '@common-ground/api/platform';
import type { DocumentId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

/** Digests of what was read, by part. */
export type DigestsByPart = Readonly<Record<string, string>>;

@Injectable()
export class ReadingRepository {
  /** What the actor has read of a document, in whichever round. */
  async of(tx: Transaction, actor: Actor, id: DocumentId): Promise<DigestsByPart> {
    const found = await firstRow<{ parts: DigestsByPart }>(
      tx,
      `select parts from reading where practice_id = $1 and document_id = $2 and person_id = $3`,
      [actor.practiceId, id, actor.personId],
    );
    return found?.parts ?? {};
  }

  /** Adds marks and keeps, of those there are, only the parts named: in one statement, so two pages lose nothing. */
  async mark(
    tx: Transaction,
    actor: Actor,
    id: DocumentId,
    marks: DigestsByPart,
    keep: readonly string[],
  ): Promise<void> {
    await perform(
      tx,
      `insert into reading (practice_id, document_id, person_id, parts) values ($1, $2, $3, $4::jsonb)
       on conflict (practice_id, document_id, person_id) do update set read_at = now(), parts = (
         select coalesce(jsonb_object_agg(known.key, known.value), '{}')
         from jsonb_each(reading.parts || excluded.parts) known where known.key = any ($5::text[]))`,
      [actor.practiceId, id, actor.personId, JSON.stringify(marks), keep],
    );
  }
}
