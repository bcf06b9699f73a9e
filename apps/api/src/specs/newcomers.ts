import type {
  Family,
  FamilyId,
  Member,
  MergedRecord,
  NewInvitation,
  Relation,
} from '@common-ground/contract';
import { asStranger, type Answer as Reply, type ApiClient } from '@common-ground/testing';
import { done } from './acts';

const PIN = '480216';

/** Somebody who came in the way everybody does: added, invited, in by code and PIN, and confirmed. */
export interface Newcomer {
  readonly member: Member;
  readonly code: string;
  readonly client: ApiClient;
}

/** How people get into a therapist's families, and what happens when one of them turns out to be there twice. */
export class Newcomers {
  constructor(
    private readonly api: { origin: string },
    private readonly therapist: ApiClient,
  ) {}

  add(
    familyId: FamilyId,
    displayName: string,
    relation: Relation = 'friend',
    contact?: string,
  ): Promise<Member> {
    return done(
      this.therapist.post<Member>(`/api/families/${familyId}/members`, { displayName, relation, contact }),
    );
  }

  /** A family whose client has come in. */
  async openFamily(name: string, client: string): Promise<{ family: Family; client: Newcomer }> {
    const family = await done(
      this.therapist.post<Family>('/api/families', { name, client: { displayName: client } }),
    );
    const [member] = family.members;
    if (member === undefined) throw new Error('A family has its client.');
    return { family, client: await this.comesIn(family.id, member) };
  }

  async comesIn(familyId: FamilyId, member: Member): Promise<Newcomer> {
    const code = await this.accepts(familyId, member);
    await done(this.therapist.post(`/api/families/${familyId}/members/${member.id}/confirm`));
    return { member, code, client: await this.signsIn(code) };
  }

  /** Uses an invitation, which nobody has confirmed yet. Answers the code. */
  async accepts(familyId: FamilyId, member: Member): Promise<string> {
    const path = `/api/families/${familyId}/members/${member.id}/invitation`;
    const { code } = await done(this.therapist.post<NewInvitation>(path));
    if (code === null) throw new Error('An invitation by hand has a code.');
    await done(asStranger(this.api).post('/api/invitations/redeem', { code, pin: PIN }));
    return code;
  }

  async signsIn(code: string): Promise<ApiClient> {
    const client = asStranger(this.api);
    await done(this.trySigningIn(code, client));
    return client;
  }

  trySigningIn(code: string, client = asStranger(this.api)): Promise<Reply<unknown>> {
    return client.post('/api/sign-in/code', { code, pin: PIN });
  }

  /** Tries to give up one record for the one of a member. */
  merge(
    familyId: FamilyId,
    kept: Pick<Member, 'id'>,
    duplicateId: string,
    as = this.therapist,
  ): Promise<Reply<MergedRecord>> {
    return as.post(`/api/families/${familyId}/members/${kept.id}/merge`, { duplicateId });
  }
}
