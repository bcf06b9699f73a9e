import { Injectable, inject } from '@angular/core';
import type { FamilySessionId, LookBack } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Looking back on an hour, except for saving, which the queue does. */
@Injectable({ providedIn: 'root' })
export class LookBackClient {
  private readonly api = inject(Api);

  async own(id: FamilySessionId, signal?: AbortSignal): Promise<LookBack> {
    return (await this.api.get<LookBack>(pathOf(id), { signal })).body;
  }

  async send(id: FamilySessionId): Promise<LookBack> {
    return (await this.api.post<LookBack>(`${pathOf(id)}/send`)).body;
  }
}

export function pathOf(id: FamilySessionId): string {
  return `me/family-sessions/${id}/look-back`;
}
