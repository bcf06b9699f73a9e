import { Injectable } from '@nestjs/common';
import { iso, rows, type Place, type Transaction } from '@common-ground/api/platform';
import type { Disclosure, FamilyId } from '@common-ground/contract';
import type { Actor } from '@common-ground/rules/access';

@Injectable()
export class DisclosureRepository {
  /**
   * What was given of one family to whom, newest first. The titles are joined as the actor: who may not read a document
   * is told its kind alone.
   */
  list(
    tx: Transaction,
    actor: Actor,
    familyId: FamilyId,
    readsAll: boolean,
    after: Place | null,
    limit: number,
  ): Promise<Disclosure[]> {
    return rows(
      tx,
      `select d.id, ${iso('d.at')} as at, d.kind, d.document_id as "documentId", v.title,
         json_build_object('displayName', d.member_name, 'relation', d.relation) as "to",
         case when d.consent_id is not null then json_build_object('id', d.consent_id, 'purpose', d.purpose,
           'wordingVersion', d.wording_version, 'untilOn', d.until_on) end as consent,
         ${iso('d.revoked_at')} as "revokedAt"
       from access.disclosures($2, $3, $4, $5) d
         left join document_version v on v.practice_id = $1 and v.id = d.version_id
           and ($6 or v.id = any ((select access.live_versions())::uuid[]))
       order by d.at desc, d.id desc`,
      [actor.practiceId, familyId, after?.at ?? null, after?.id ?? null, limit + 1, readsAll],
    );
  }
}
