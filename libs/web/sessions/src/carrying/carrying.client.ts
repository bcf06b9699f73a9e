import { Injectable, inject } from '@angular/core';
import type { CarriedActions, CarryAction, FamilySessionId, UndoCarrying } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** What becomes of what was agreed on: the only HTTP of it. */
@Injectable({ providedIn: 'root' })
export class CarryingClient {
  private readonly api = inject(Api);

  async actions(id: FamilySessionId, signal?: AbortSignal): Promise<CarriedActions> {
    return (await this.api.get<CarriedActions>(`sessions/${id}/actions`, { signal })).body;
  }

  async carry(id: FamilySessionId, how: CarryAction): Promise<CarriedActions> {
    return (await this.api.post<CarriedActions>(`sessions/${id}/actions/carry`, how)).body;
  }

  async undo(id: FamilySessionId, what: UndoCarrying): Promise<CarriedActions> {
    return (await this.api.post<CarriedActions>(`sessions/${id}/actions/undo`, what)).body;
  }
}
