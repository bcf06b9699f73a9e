import { Injectable, inject } from '@angular/core';
import type {
  FamilySessionId,
  MemberId,
  TakeHomeChoice,
  TakeHomePage,
  TakeHomePages,
} from '@common-ground/contract';
import { Api, type Meant } from '@common-ground/web/platform';

/** What people take home from an hour: the only HTTP of these pages. */
@Injectable({ providedIn: 'root' })
export class TakeHomeClient {
  private readonly api = inject(Api);

  async pages(id: FamilySessionId, signal?: AbortSignal): Promise<TakeHomePages> {
    return (await this.api.get<TakeHomePages>(`sessions/${id}/pages`, { signal })).body;
  }

  async give(
    { id, padRevision }: Pick<TakeHomePages, 'id' | 'padRevision'>,
    pages: readonly TakeHomeChoice[],
    meant: Meant = {},
  ): Promise<TakeHomePages> {
    return (await this.api.post<TakeHomePages>(`sessions/${id}/pages`, { padRevision, pages, ...meant }))
      .body;
  }

  async takeBack(id: FamilySessionId, memberId: MemberId): Promise<TakeHomePages> {
    return (await this.api.post<TakeHomePages>(`sessions/${id}/pages/${memberId}/take-back`)).body;
  }

  async own(id: FamilySessionId, signal?: AbortSignal): Promise<TakeHomePage> {
    return (await this.api.get<TakeHomePage>(`me/family-sessions/${id}/page`, { signal })).body;
  }
}

/** Where a browser fetches the reader's own page on paper. */
export function paperOf(id: FamilySessionId): string {
  return `/api/me/family-sessions/${id}/page/pdf`;
}
