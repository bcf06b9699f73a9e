import { Injectable, inject } from '@angular/core';
import type {
  FamilyId,
  Invitation,
  InvitationGlimpse,
  InvitationOffer,
  MailedInvitation,
  MakeInvitation,
  MemberId,
  NewInvitation,
  Page,
  RedeemInvitation,
  RedeemedInvitation,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Everything the server knows about invitations: the therapist's side of them, and the invited person's. */
@Injectable({ providedIn: 'root' })
export class InvitationsClient {
  private readonly api = inject(Api);

  async ofFamily(id: FamilyId): Promise<readonly Invitation[]> {
    return (await this.api.get<Page<Invitation>>(`families/${id}/invitations`)).body.items;
  }

  async offer(id: FamilyId, member: MemberId): Promise<InvitationOffer> {
    return (await this.api.get<InvitationOffer>(`families/${id}/members/${member}/invitation`)).body;
  }

  async make(
    id: FamilyId,
    member: MemberId,
    request: MakeInvitation,
  ): Promise<NewInvitation | MailedInvitation> {
    const path = `families/${id}/members/${member}/invitation`;
    return (await this.api.post<NewInvitation | MailedInvitation>(path, request)).body;
  }

  async withdraw(id: FamilyId, member: MemberId): Promise<void> {
    await this.api.post(`families/${id}/members/${member}/invitation/withdraw`);
  }

  async glimpse(token: string): Promise<InvitationGlimpse> {
    return (await this.api.get<InvitationGlimpse>(`invitations/${encodeURIComponent(token)}`)).body;
  }

  async redeem(request: RedeemInvitation): Promise<RedeemedInvitation> {
    return (await this.api.post<RedeemedInvitation>('invitations/redeem', request)).body;
  }
}
