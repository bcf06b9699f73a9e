import { Injectable, inject } from '@angular/core';
import type {
  Document,
  DocumentId,
  DocumentSummary,
  Family,
  FamilyId,
  FamilySession,
  FamilySessionId,
  FamilySessionSummary,
  NewFamilySession,
  Page,
  RevealQuestion,
  SessionPad,
  SessionRun,
  ShownReveal,
  Version,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** As many as one answer holds. */
export const MOST = 100;

/** The hours of families: the only HTTP of these pages, except for saving, which the queue does. */
@Injectable({ providedIn: 'root' })
export class SessionsClient {
  private readonly api = inject(Api);

  async family(id: FamilyId): Promise<Family> {
    return (await this.api.get<Family>(`families/${id}`)).body;
  }

  async plan(id: FamilyId, request: NewFamilySession): Promise<FamilySession> {
    return (await this.api.post<FamilySession>(`families/${id}/sessions`, request)).body;
  }

  async session(id: FamilySessionId): Promise<FamilySession> {
    return (await this.api.get<FamilySession>(`sessions/${id}`)).body;
  }

  /** Where an hour stands; before it has begun, how it would begin. */
  async run(id: FamilySessionId): Promise<SessionRun> {
    return (await this.api.get<SessionRun>(`sessions/${id}/run`)).body;
  }

  async begin(id: FamilySessionId): Promise<SessionRun> {
    return (await this.api.post<SessionRun>(`sessions/${id}/run`)).body;
  }

  /** What the screen of the hour shows of what people opened to each other. */
  async shown(id: FamilySessionId, signal?: AbortSignal): Promise<readonly ShownReveal[]> {
    const path = `sessions/${id}/run/shown`;
    return (await this.api.get<{ items: readonly ShownReveal[] }>(path, { signal })).body.items;
  }

  async show(id: FamilySessionId, { documentId, promptId }: RevealQuestion): Promise<readonly ShownReveal[]> {
    const question = { documentId, promptId };
    const path = `sessions/${id}/run/shown`;
    return (await this.api.post<{ items: readonly ShownReveal[] }>(path, question)).body.items;
  }

  async document(id: DocumentId, signal?: AbortSignal): Promise<Document> {
    return (await this.api.get<Document>(`documents/${id}`, { signal })).body;
  }

  async version(id: DocumentId, number: number, signal?: AbortSignal): Promise<Version> {
    return (await this.api.get<Version>(`documents/${id}/versions/${number}`, { signal })).body;
  }

  async pad(id: FamilySessionId): Promise<SessionPad> {
    return (await this.api.get<SessionPad>(`sessions/${id}/run/pad`)).body;
  }

  /** The next hour of a family that is still to come. */
  async ahead(familyId: FamilyId, besides: FamilySessionId): Promise<FamilySessionSummary | null> {
    const query = { limit: MOST };
    const path = `families/${familyId}/sessions`;
    const { items } = (await this.api.get<Page<FamilySessionSummary>>(path, { query })).body;
    const isAhead = ({ id, startsAt, calledOffAt }: FamilySessionSummary): boolean =>
      id !== besides && calledOffAt === null && Date.parse(startsAt) > Date.now();
    return items.findLast(isAhead) ?? null;
  }

  /** The hours of a family that begin before another one does, the last one first. */
  async before(
    familyId: FamilyId,
    besides: FamilySessionId,
    startsAt: string,
  ): Promise<readonly FamilySessionSummary[]> {
    const query = { limit: MOST };
    const path = `families/${familyId}/sessions`;
    const { items } = (await this.api.get<Page<FamilySessionSummary>>(path, { query })).body;
    return items.filter((one) => one.id !== besides && Date.parse(one.startsAt) < Date.parse(startsAt));
  }

  async bringForward(id: FamilySessionId, into: FamilySessionId): Promise<FamilySession> {
    return (await this.api.post<FamilySession>(`sessions/${id}/bring-forward`, { into })).body;
  }

  /** What can lie on the table: the papers of the family, last changed first. */
  async papers(familyId: FamilyId): Promise<readonly DocumentSummary[]> {
    const query = { familyId, limit: MOST };
    return (await this.api.get<Page<DocumentSummary>>('documents', { query })).body.items;
  }
}
