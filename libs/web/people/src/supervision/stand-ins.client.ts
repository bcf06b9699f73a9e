import { Injectable, inject } from '@angular/core';
import type { ChangeStandIn, NewStandIn, Page, StandIn, StandInId, StandIns } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Who stands in for a supervisor: the only HTTP of that page. */
@Injectable({ providedIn: 'root' })
export class StandInsClient {
  private readonly api = inject(Api);

  async all(): Promise<StandIns> {
    return (await this.api.get<StandIns>('stand-ins')).body;
  }

  async ended(cursor?: string): Promise<Page<StandIn>> {
    return (await this.api.get<Page<StandIn>>('stand-ins/ended', { query: { limit: 20, cursor } })).body;
  }

  async name(request: NewStandIn): Promise<StandIn> {
    return (await this.api.post<StandIn>('stand-ins', request)).body;
  }

  async change(id: StandInId, request: ChangeStandIn): Promise<StandIn> {
    return (await this.api.put<StandIn>(`stand-ins/${id}`, request)).body;
  }

  async end(id: StandInId): Promise<StandIn> {
    return (await this.api.post<StandIn>(`stand-ins/${id}/end`)).body;
  }
}
