import { Injectable, inject } from '@angular/core';
import type { AskedSession, FamilySessionId, SessionReplyDraft } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Being asked to an hour: the only HTTP of the pages of those who are asked. */
@Injectable({ providedIn: 'root' })
export class AskedClient {
  private readonly api = inject(Api);

  async session(id: FamilySessionId, signal?: AbortSignal): Promise<AskedSession> {
    return (await this.api.get<AskedSession>(`me/family-sessions/${id}`, { signal })).body;
  }

  async reply({ id, revision }: AskedSession, reply: SessionReplyDraft): Promise<AskedSession> {
    const path = `me/family-sessions/${id}/reply`;
    return (await this.api.put<AskedSession>(path, reply, { revision })).body;
  }
}

/** Where a browser fetches the hour for a calendar. */
export function calendarOf(id: FamilySessionId): string {
  return `/api/sessions/${id}/calendar.ics`;
}
