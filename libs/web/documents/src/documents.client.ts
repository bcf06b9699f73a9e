import { Injectable, inject } from '@angular/core';
import type {
  AttachableDocument,
  AttachedDocument,
  AttachedText,
  AtWork,
  Change,
  Concern,
  CommentId,
  CopyTemplate,
  Decision,
  Document,
  DocumentId,
  Family,
  FamilyId,
  FamilySummary,
  KeepWording,
  MarkRead,
  ReadMarks,
  RolePlayScriptContent,
  MemberId,
  NewAddendum,
  NewComment,
  NewDocument,
  NewShare,
  NewerVersion,
  NewTemplate,
  Page,
  Review,
  ReviewComment,
  ReviewId,
  ReviewQueue,
  ReviewSummary,
  Share,
  ShareId,
  ShareChange,
  SharePreview,
  SubmitDocument,
  SuggestionAnswer,
  Template,
  TemplateChange,
  TemplatePage,
  UnsentComment,
  Version,
  VersionSummary,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Which of the reviews that wait are looked for, as the address has it. */
export interface QueueSearch {
  readonly from?: string | undefined;
  readonly kind?: string | undefined;
  readonly act?: string | undefined;
  readonly risky?: string | undefined;
  readonly again?: string | undefined;
}

/** What somebody looks for in the library. */
export interface TemplateSearch {
  readonly q?: string;
  readonly kind?: string;
  readonly language?: string;
  readonly tag?: string;
  readonly shelf?: string;
  readonly ends?: string;
}

/** The only place in this area that talks to the server about documents. */
@Injectable({ providedIn: 'root' })
export class DocumentsClient {
  private readonly api = inject(Api);

  async document(id: DocumentId): Promise<Document> {
    return (await this.api.get<Document>(`documents/${id}`)).body;
  }

  async create(request: NewDocument): Promise<Document> {
    return (await this.api.post<Document>('documents', request)).body;
  }

  /** Puts words into a script that has just been begun. */
  async saveScript(
    id: DocumentId,
    revision: number,
    text: { readonly title: string; readonly content: RolePlayScriptContent },
  ): Promise<Document> {
    return (await this.api.put<Document>(`role-play-scripts/${id}/draft`, text, { revision })).body;
  }

  async keepWording(id: DocumentId, wording: KeepWording): Promise<readonly Concern[]> {
    return (await this.api.post<Page<Concern>>(`documents/${id}/wordings/keep`, wording)).body.items;
  }

  async reconsiderWordings(id: DocumentId): Promise<readonly Concern[]> {
    return (await this.api.post<Page<Concern>>(`documents/${id}/wordings/reconsider`)).body.items;
  }

  async concerns(id: DocumentId): Promise<readonly Concern[]> {
    return (await this.api.get<Page<Concern>>(`documents/${id}/concerns`)).body.items;
  }

  /** Says where somebody writes, and answers who else is at work in this draft. */
  async comeToWork(
    id: DocumentId,
    blockId: string | null,
    asking: { readonly keepalive?: boolean } = {},
  ): Promise<readonly AtWork[]> {
    return (await this.api.post<Page<AtWork>>(`documents/${id}/at-work`, { blockId }, asking)).body.items;
  }

  async versions(id: DocumentId): Promise<readonly VersionSummary[]> {
    return (await this.api.get<Page<VersionSummary>>(`documents/${id}/versions`)).body.items;
  }

  async version(id: DocumentId, number: number): Promise<Version> {
    return (await this.api.get<Version>(`documents/${id}/versions/${number}`)).body;
  }

  async changes(id: DocumentId, from: number, to: number): Promise<readonly Change[]> {
    const asked = { query: { from, to } };
    return (await this.api.get<Page<Change>>(`documents/${id}/changes`, asked)).body.items;
  }

  async submit(id: DocumentId, request: SubmitDocument): Promise<void> {
    await this.api.post(`documents/${id}/submit`, request);
  }

  /** What may go along when it is sent for review: a page of it, or as many pages as it takes until all of these are there. */
  async attachable(
    id: DocumentId,
    after?: string,
    these: Iterable<DocumentId> = [],
  ): Promise<Page<AttachableDocument>> {
    const missing = new Set(these);
    const items: AttachableDocument[] = [];
    let cursor = after;
    do {
      const query = { limit: 20, cursor };
      const { body } = await this.api.get<Page<AttachableDocument>>(`documents/${id}/attachable`, { query });
      items.push(...body.items);
      for (const one of body.items) missing.delete(one.id);
      cursor = body.next ?? undefined;
    } while (missing.size > 0 && cursor !== undefined);
    return { items, next: cursor ?? null };
  }

  async attachedText(id: ReviewId, documentId: DocumentId): Promise<AttachedText> {
    return (await this.api.get<AttachedText>(`reviews/${id}/attached/${documentId}`)).body;
  }

  /** Answers what goes along now. */
  async takeOff(id: ReviewId, documentId: DocumentId): Promise<readonly AttachedDocument[]> {
    const path = `reviews/${id}/attached/${documentId}/take-off`;
    return (await this.api.post<Page<AttachedDocument>>(path)).body.items;
  }

  async reopen(id: DocumentId): Promise<void> {
    await this.api.post(`documents/${id}/reopen`);
  }

  /** One page of the library; what is left out of the search is not minded. */
  async templates(search: TemplateSearch, cursor?: string): Promise<TemplatePage> {
    return (await this.api.get<TemplatePage>('templates', { query: { ...search, cursor } })).body;
  }

  async template(id: string): Promise<Template> {
    return (await this.api.get<Template>(`templates/${id}`)).body;
  }

  async keepTemplate(request: NewTemplate): Promise<Template> {
    return (await this.api.post<Template>('templates', request)).body;
  }

  async changeTemplate(id: string, revision: number, request: TemplateChange): Promise<Template> {
    return (await this.api.put<Template>(`templates/${id}`, request, { revision })).body;
  }

  async takeTemplateBack(id: string): Promise<void> {
    await this.api.post(`templates/${id}/take-back`);
  }

  async copyTemplate(id: string, request: CopyTemplate): Promise<Document> {
    return (await this.api.post<Document>(`templates/${id}/copy`, request)).body;
  }

  /** The families a new document can be for. */
  async families(): Promise<readonly FamilySummary[]> {
    return (await this.api.get<Page<FamilySummary>>('families', { query: { limit: 100 } })).body.items;
  }

  async family(id: FamilyId): Promise<Family> {
    return (await this.api.get<Family>(`families/${id}`)).body;
  }

  /** What waits for the reader's own verdict. */
  async queue(search: QueueSearch, cursor?: string): Promise<ReviewQueue> {
    const query = { side: 'to-judge', limit: 20, ...search, cursor };
    return (await this.api.get<ReviewQueue>('reviews', { query })).body;
  }

  /** The round of one document that waits now, if it waits for whoever asks. */
  async waitingReview(documentId: DocumentId): Promise<ReviewSummary | null> {
    const query = { state: 'waiting', documentId };
    return (await this.api.get<Page<ReviewSummary>>('reviews', { query })).body.items[0] ?? null;
  }

  /** What the reader wrote of others' documents and can send no more. */
  async unsentComments(): Promise<readonly UnsentComment[]> {
    return (await this.api.get<Page<UnsentComment>>('me/unsent-comments')).body.items;
  }

  async discardComments(ids: readonly CommentId[]): Promise<void> {
    await this.api.post('me/unsent-comments/discard', { ids });
  }

  async review(id: ReviewId): Promise<Review> {
    return (await this.api.get<Review>(`reviews/${id}`)).body;
  }

  /** @param key the same for every try, so that trying again after a lost answer does not say it twice */
  async comment(id: ReviewId, request: NewComment, key?: string): Promise<ReviewComment> {
    const named = key === undefined ? {} : { key };
    return (await this.api.post<ReviewComment>(`reviews/${id}/comments`, request, named)).body;
  }

  /** Settles the thread that begins with a comment, or opens it again. */
  async settle(id: ReviewId, comment: CommentId, resolved: boolean): Promise<ReviewComment> {
    const path = `reviews/${id}/comments/${comment}/resolution`;
    return (await this.api.put<ReviewComment>(path, { resolved })).body;
  }

  /** Says that suggested words were taken, or that one's own stay. */
  async answerSuggestion(id: ReviewId, comment: CommentId, answer: SuggestionAnswer): Promise<ReviewComment> {
    const path = `reviews/${id}/comments/${comment}/suggestion`;
    return (await this.api.put<ReviewComment>(path, { answer })).body;
  }

  /** Answers everything that is marked now. */
  async markRead(id: ReviewId, request: MarkRead): Promise<readonly string[]> {
    return (await this.api.put<ReadMarks>(`reviews/${id}/read-marks`, request)).body.read;
  }

  async decide(id: ReviewId, decision: Decision): Promise<Review> {
    return (await this.api.post<Review>(`reviews/${id}/decision`, decision)).body;
  }

  async addToVersion(id: DocumentId, number: number, request: NewAddendum): Promise<VersionSummary> {
    return (await this.api.post<VersionSummary>(`documents/${id}/versions/${number}/addenda`, request)).body;
  }

  /** Names of other families in words that would go along with a share. */
  async wrongNamesInNote(id: DocumentId, note: string): Promise<readonly string[]> {
    const path = `documents/${id}/shares/preview`;
    return (await this.api.post<SharePreview>(path, { note, memberIds: [] })).body.wrongNamesInNote;
  }

  /** Who would see what: everybody of the family, or only those named. */
  async previewShare(id: DocumentId, memberIds?: readonly MemberId[]): Promise<SharePreview> {
    return (await this.api.post<SharePreview>(`documents/${id}/shares/preview`, memberIds && { memberIds }))
      .body;
  }

  async shares(id: DocumentId): Promise<readonly Share[]> {
    return (await this.api.get<Page<Share>>(`documents/${id}/shares`)).body.items;
  }

  async share(id: DocumentId, request: NewShare): Promise<Share> {
    return (await this.api.post<Share>(`documents/${id}/shares`, request)).body;
  }

  /** Who of a share would get the newer version in place of theirs. */
  async newerVersion(id: ShareId): Promise<NewerVersion> {
    return (await this.api.get<NewerVersion>(`shares/${id}/newer`)).body;
  }

  async replaceShare(id: ShareId): Promise<Share> {
    return (await this.api.post<Share>(`shares/${id}/replace`)).body;
  }

  /** Over the revision that was read. */
  async changeShare({ id, revision }: Share, change: ShareChange): Promise<void> {
    await this.api.put<Share>(`shares/${id}`, change, { revision: String(revision) });
  }

  async stopShare(id: ShareId): Promise<void> {
    await this.api.post(`shares/${id}/stop`);
  }

  async revoke(id: ShareId): Promise<void> {
    await this.api.post(`shares/${id}/revoke`);
  }
}

/** Where the browser fetches a document's tagged PDF; the cookie goes along, nothing else does. */
export function pdfAddress(id: DocumentId): string {
  return `/api/documents/${id}/pdf`;
}

/** A script as Fountain, for programs that write screenplays. */
export function fountainAddress(id: DocumentId): string {
  return `/api/documents/${id}/fountain`;
}
