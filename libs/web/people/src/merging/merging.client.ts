import { Injectable, inject } from '@angular/core';
import type { FamilyId, LikelyDuplicates, MemberId, MergedRecord, PersonId } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Finding out that somebody is here twice, and making one record of the two. */
@Injectable({ providedIn: 'root' })
export class MergingClient {
  private readonly api = inject(Api);

  async duplicates(id: FamilyId, member: MemberId): Promise<LikelyDuplicates> {
    return (await this.api.get<LikelyDuplicates>(`families/${id}/members/${member}/duplicates`)).body;
  }

  /** The member's record stays, the other is given up. */
  async merge(id: FamilyId, member: MemberId, duplicateId: PersonId): Promise<MergedRecord> {
    return (await this.api.post<MergedRecord>(`families/${id}/members/${member}/merge`, { duplicateId }))
      .body;
  }
}
