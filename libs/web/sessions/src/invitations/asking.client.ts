import { Injectable, inject } from '@angular/core';
import type { AskedMember, FamilySession, FamilySessionId, MemberId, Page } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Asking members to an hour: the only HTTP of the therapist's side of it. */
@Injectable({ providedIn: 'root' })
export class AskingClient {
  private readonly api = inject(Api);

  async asked(id: FamilySessionId, signal?: AbortSignal): Promise<readonly AskedMember[]> {
    return (await this.api.get<Page<AskedMember>>(`sessions/${id}/asked`, { signal })).body.items;
  }

  async ask(id: FamilySessionId, memberIds: readonly MemberId[]): Promise<readonly AskedMember[]> {
    return (await this.api.post<Page<AskedMember>>(`sessions/${id}/asked`, { memberIds })).body.items;
  }

  async takeBack(id: FamilySessionId, member: MemberId): Promise<readonly AskedMember[]> {
    const path = `sessions/${id}/asked/${member}/take-back`;
    return (await this.api.post<Page<AskedMember>>(path)).body.items;
  }

  async callOff(id: FamilySessionId): Promise<FamilySession> {
    return (await this.api.post<FamilySession>(`sessions/${id}/call-off`)).body;
  }
}
