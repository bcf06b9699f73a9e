import { Injectable, inject } from '@angular/core';
import type {
  BlockBetween,
  BlockId,
  FamilyId,
  FamilyTherapists,
  Guardian,
  GuardianId,
  HoldId,
  Holds,
  Household,
  Member,
  MemberChange,
  MemberId,
  NewBlock,
  NewGuardian,
  NewHold,
  NewTherapist,
  Page,
  PersonId,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** What therapists keep about the people of a family: where they live, how to reach them, who is kept apart. */
@Injectable({ providedIn: 'root' })
export class MembersClient {
  private readonly api = inject(Api);

  households(id: FamilyId): Promise<readonly Household[]> {
    return this.list(`families/${id}/households`);
  }

  guardians(id: FamilyId): Promise<readonly Guardian[]> {
    return this.list(`families/${id}/guardians`);
  }

  async recordGuardian(id: FamilyId, body: NewGuardian): Promise<Guardian> {
    return (await this.api.post<Guardian>(`families/${id}/guardians`, body)).body;
  }

  /** Ends a right at once. */
  async endGuardian(id: GuardianId): Promise<void> {
    await this.api.post(`guardians/${id}/end`);
  }

  async therapists(id: FamilyId): Promise<FamilyTherapists> {
    return (await this.api.get<FamilyTherapists>(`families/${id}/therapists`)).body;
  }

  async addTherapist(id: FamilyId, body: NewTherapist): Promise<FamilyTherapists> {
    return (await this.api.post<FamilyTherapists>(`families/${id}/therapists`, body)).body;
  }

  async handOver(id: FamilyId, to: PersonId): Promise<void> {
    await this.api.post(`families/${id}/therapists/${to}/lead`);
  }

  async endTherapist(id: FamilyId, whose: PersonId): Promise<void> {
    await this.api.post(`families/${id}/therapists/${whose}/end`);
  }

  blocks(id: FamilyId): Promise<readonly BlockBetween[]> {
    return this.list(`families/${id}/blocks`);
  }

  async holds(id: FamilyId): Promise<Holds> {
    return (await this.api.get<Holds>(`families/${id}/holds`)).body;
  }

  async addHousehold(id: FamilyId, name: string): Promise<Household> {
    return (await this.api.post<Household>(`families/${id}/households`, { name })).body;
  }

  /** Replaces everything kept about a member, over the revision it was read in. */
  async change(id: FamilyId, member: MemberId, revision: number, body: MemberChange): Promise<Member> {
    return (await this.api.put<Member>(`families/${id}/members/${member}`, body, { revision })).body;
  }

  async block(id: FamilyId, body: NewBlock): Promise<void> {
    await this.api.post(`families/${id}/blocks`, body);
  }

  async hold(id: FamilyId, body: NewHold): Promise<void> {
    await this.api.post(`families/${id}/holds`, body);
  }

  async lift(what: 'blocks' | 'holds', id: BlockId | HoldId): Promise<void> {
    await this.api.post(`${what}/${id}/lift`);
  }

  private async list<T>(path: string): Promise<readonly T[]> {
    return (await this.api.get<Page<T>>(path)).body.items;
  }
}
