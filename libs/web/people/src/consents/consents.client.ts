import { Injectable, inject } from '@angular/core';
import type {
  Consent,
  ConsentDecision,
  ConsentId,
  ConsentQuestion,
  ConsentRequest,
  ConsentRequestId,
  FamilyId,
  NewConsentRequest,
  Page,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** The only place in the web that talks to the server about consents and what is asked for. */
@Injectable({ providedIn: 'root' })
export class ConsentsClient {
  private readonly api = inject(Api);

  async consents(family: FamilyId): Promise<readonly Consent[]> {
    return (await this.api.get<Page<Consent>>(`families/${family}/consents`)).body.items;
  }

  async requests(family: FamilyId): Promise<readonly ConsentRequest[]> {
    return (await this.api.get<Page<ConsentRequest>>(`families/${family}/consent-requests`)).body.items;
  }

  /** What waits for the reader's own yes or no. */
  async mine(signal?: AbortSignal): Promise<readonly ConsentRequest[]> {
    return (await this.api.get<Page<ConsentRequest>>('me/consent-requests', { signal })).body.items;
  }

  async question(id: ConsentRequestId): Promise<ConsentQuestion> {
    return (await this.api.get<ConsentQuestion>(`consent-requests/${id}`)).body;
  }

  async decide(id: ConsentRequestId, decision: ConsentDecision): Promise<ConsentRequest> {
    return (await this.api.post<ConsentRequest>(`consent-requests/${id}/decision`, decision)).body;
  }

  async ask(family: FamilyId, request: NewConsentRequest): Promise<ConsentRequest> {
    return (await this.api.post<ConsentRequest>(`families/${family}/consent-requests`, request)).body;
  }

  async withdraw(id: ConsentRequestId): Promise<void> {
    await this.api.post(`consent-requests/${id}/withdraw`);
  }

  async takeBack(id: ConsentId): Promise<void> {
    await this.api.post(`consents/${id}/revoke`);
  }
}
