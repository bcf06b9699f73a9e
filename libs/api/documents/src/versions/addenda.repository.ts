import { Injectable } from '@nestjs/common';
import { changedRows, newId, type Transaction } from '@common-ground/api/platform';
import type { Actor } from '@common-ground/rules/access';
import type { DocumentRow, VersionRow } from '../drafting/document.repository';

@Injectable()
export class AddendaRepository {
  /** Under the actor's name and credentials as they are at this moment. False when they wrote just this there before. */
  async add(
    tx: Transaction,
    actor: Actor,
    document: DocumentRow,
    version: VersionRow,
    text: string,
  ): Promise<boolean> {
    const added = await changedRows(
      tx,
      `insert into addendum (practice_id, id, document_id, version_id, version_hash, family_id, author_id, name,
         credentials, text)
       select $1, $2, $3, $4, $5, $6, p.id, p.display_name, s.credentials, $7
       from person p join staff s on s.practice_id = p.practice_id and s.person_id = p.id
       where p.practice_id = $1 and p.id = $8
       on conflict do nothing`,
      [
        actor.practiceId,
        newId<'addendum'>(),
        document.id,
        version.id,
        version.hash,
        document.family?.id ?? null,
        text,
        actor.personId,
      ],
    );
    return added === 1;
  }
}
