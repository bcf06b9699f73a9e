import { Injectable, inject } from '@angular/core';
import type { Erasure, FamilyId, Page } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** The only place in the web where people take along, have erased or leave behind what they wrote. */
@Injectable({ providedIn: 'root' })
export class OwnWordsClient {
  private readonly api = inject(Api);

  /** To read and to print. */
  paper(): Promise<Blob> {
    return this.api.file('me/export/pdf');
  }

  /** For another program. */
  file(): Promise<Blob> {
    return this.api.file('me/export');
  }

  /** What became of the reader's wishes to have their words erased, newest first. */
  async erasures(signal?: AbortSignal): Promise<readonly Erasure[]> {
    return (await this.api.get<Page<Erasure>>('me/erasure', { signal })).body.items;
  }

  /** Asking again while one request waits changes nothing. */
  async askErasure(familyId: FamilyId): Promise<readonly Erasure[]> {
    return (await this.api.post<Page<Erasure>>('me/erasure', { familyId })).body.items;
  }

  async leave(familyId: FamilyId): Promise<void> {
    await this.api.post(`families/${familyId}/leave`);
  }
}
