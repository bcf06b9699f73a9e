import { Injectable, inject } from '@angular/core';
import type {
  FamilySessionId,
  Involvement,
  InvolvementChoice,
  InvolvementText,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** The record of an hour for the chart: the only HTTP of its page. */
@Injectable({ providedIn: 'root' })
export class InvolvementClient {
  private readonly api = inject(Api);

  async whole(id: FamilySessionId, signal?: AbortSignal): Promise<Involvement> {
    return (await this.api.get<Involvement>(`sessions/${id}/involvement`, { signal })).body;
  }

  async text(id: FamilySessionId, choice: Readonly<InvolvementChoice>): Promise<string> {
    return (await this.api.post<InvolvementText>(`sessions/${id}/involvement`, choice)).body.text;
  }

  paper(id: FamilySessionId, choice: Readonly<InvolvementChoice>): Promise<Blob> {
    return this.api.fileOf(`sessions/${id}/involvement/pdf`, choice);
  }
}
