import { Injectable } from '@nestjs/common';
import { firstRow, perform, type Transaction } from '@common-ground/api/platform';
import type { Language, Me } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

@Injectable()
export class PracticeRepository {
  findSelf(
    tx: Transaction,
    actor: Actor,
  ): Promise<Pick<Me, 'person' | 'practice' | 'waits' | 'places'> | null> {
    return firstRow(
      tx,
      `select json_build_object('id', p.id, 'displayName', p.display_name, 'language', p.language) as person,
              json_build_object('id', c.id, 'name', c.name, 'safety', c.safety, 'exitUrl', c.exit_url) as practice,
              (select coalesce(json_agg(json_build_object('familyId', m.family_id, 'relation', m.relation,
                  'therapists', (select coalesce(json_agg(t.display_name order by k.leads desc, t.display_name), '[]')
                    from caseload k join person t on t.practice_id = k.practice_id and t.id = k.therapist_id
                    where k.practice_id = m.practice_id and k.family_id = m.family_id and k.ended_at is null))
                  order by m.added_at, m.id), '[]')
                from member m where m.practice_id = p.practice_id and m.person_id = p.id and m.state = 'confirmed')
                as places,
              exists (select from member m where m.practice_id = p.practice_id and m.person_id = p.id and m.state = 'accepted') as waits
       from person p join practice c on c.id = p.practice_id
       where p.practice_id = $1 and p.id = $2`,
      [actor.practiceId, actor.personId],
    );
  }

  /** For the actor themself, whoever leads their family. */
  async chooseLanguage(tx: Transaction, language: Language): Promise<void> {
    await perform(tx, 'select access.choose_language($1)', [language]);
  }
}
