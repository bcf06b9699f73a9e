import { Injectable, inject } from '@angular/core';
import type {
  BreakGlass,
  BreakGlassId,
  Disclosure,
  DocumentId,
  Erasure,
  ErasureId,
  FamilyId,
  FamilySummary,
  GlassDocument,
  GlassVerdict,
  GlassView,
  NewBreakGlass,
  Page,
  RecordsOverview,
} from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** As many as one answer holds. */
const MOST = 100;

/** Emergencies, what was given to whom, and requests to erase: the only HTTP of these pages. */
@Injectable({ providedIn: 'root' })
export class RecordsClient {
  private readonly api = inject(Api);

  async overview(): Promise<RecordsOverview> {
    return (await this.api.get<RecordsOverview>('records')).body;
  }

  /** The latest hundred that the reader may know of, newest first. */
  async emergencies(): Promise<readonly BreakGlass[]> {
    return (await this.api.get<Page<BreakGlass>>('break-glass', { query: { limit: MOST } })).body.items;
  }

  async open(request: NewBreakGlass): Promise<BreakGlass> {
    return (await this.api.post<BreakGlass>('break-glass', request)).body;
  }

  async view(id: BreakGlassId): Promise<GlassView> {
    return (await this.api.get<GlassView>(`break-glass/${id}`)).body;
  }

  async document(id: BreakGlassId, documentId: DocumentId): Promise<GlassDocument> {
    return (await this.api.get<GlassDocument>(`break-glass/${id}/documents/${documentId}`)).body;
  }

  async end(id: BreakGlassId): Promise<BreakGlass> {
    return (await this.api.post<BreakGlass>(`break-glass/${id}/end`)).body;
  }

  async review(id: BreakGlassId, verdict: GlassVerdict): Promise<BreakGlass> {
    return (await this.api.post<BreakGlass>(`break-glass/${id}/review`, { verdict })).body;
  }

  async family(id: FamilyId): Promise<FamilySummary> {
    return (await this.api.get<FamilySummary>(`families/${id}`)).body;
  }

  /** One page of what was given of a family, newest first. */
  async disclosures(id: FamilyId, cursor?: string): Promise<Page<Disclosure>> {
    return (await this.api.get<Page<Disclosure>>(`families/${id}/disclosures`, { query: { cursor } })).body;
  }

  disclosuresFile(id: FamilyId): Promise<Blob> {
    return this.api.file(`families/${id}/disclosures/csv`);
  }

  async erasures(id: FamilyId): Promise<readonly Erasure[]> {
    return (await this.api.get<Page<Erasure>>(`families/${id}/erasures`)).body.items;
  }

  /** What waits in all families the reader leads. */
  async waitingErasures(): Promise<readonly Erasure[]> {
    return (await this.api.get<Page<Erasure>>('erasures')).body.items;
  }

  async erase(id: ErasureId): Promise<Erasure> {
    return (await this.api.post<Erasure>(`erasures/${id}/carry-out`)).body;
  }

  async keep(id: ErasureId, because: string): Promise<Erasure> {
    return (await this.api.post<Erasure>(`erasures/${id}/refuse`, { because })).body;
  }
}
