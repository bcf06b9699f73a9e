import { Injectable, inject } from '@angular/core';
import type {
  DocumentSummary,
  Family,
  FamilyId,
  FamilySessionSummary,
  FamilySummary,
  KnownPerson,
  Member,
  MemberId,
  NewFamily,
  NewMember,
  Page,
  ResponseSet,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

export type MemberStep = 'confirm' | 'pause' | 'remove';

/** Everything the server knows about families, and the acts on their people. */
@Injectable({ providedIn: 'root' })
export class FamiliesClient {
  private readonly api = inject(Api);

  async families(): Promise<readonly FamilySummary[]> {
    return this.all<FamilySummary>('families');
  }

  async family(id: FamilyId): Promise<Family> {
    return (await this.api.get<Family>(`families/${id}`)).body;
  }

  async open(request: NewFamily): Promise<Family> {
    return (await this.api.post<Family>('families', request)).body;
  }

  async documents(familyId: FamilyId): Promise<readonly DocumentSummary[]> {
    return this.all<DocumentSummary>('documents', { familyId });
  }

  /** Every hour that was planned for the family, the last one first. */
  async sessions(id: FamilyId): Promise<readonly FamilySessionSummary[]> {
    return this.all<FamilySessionSummary>(`families/${id}/sessions`);
  }

  async responses(id: FamilyId): Promise<readonly ResponseSet[]> {
    return this.all<ResponseSet>(`families/${id}/responses`);
  }

  /** People of the therapist's other families who could join this one. */
  async knownPeople(id: FamilyId): Promise<readonly KnownPerson[]> {
    return this.all<KnownPerson>(`families/${id}/known-people`);
  }

  async addMember(id: FamilyId, request: NewMember): Promise<Member> {
    return (await this.api.post<Member>(`families/${id}/members`, request)).body;
  }

  async move(id: FamilyId, member: MemberId, step: MemberStep): Promise<Member> {
    return (await this.api.post<Member>(`families/${id}/members/${member}/${step}`)).body;
  }

  /** A whole list, page by page. */
  private async all<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<readonly T[]> {
    const items: T[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await this.api.get<Page<T>>(path, { query: { ...query, cursor } });
      items.push(...body.items);
      cursor = body.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  }
}
