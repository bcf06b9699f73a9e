import { Injectable, inject } from '@angular/core';
import type { FamilySession, FamilySessionId, PlanReview, SubmitPlan } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** How the plan of an hour goes to supervision and comes back. */
@Injectable({ providedIn: 'root' })
export class PlanReviewClient {
  private readonly api = inject(Api);

  async standing(id: FamilySessionId): Promise<PlanReview> {
    return (await this.api.get<PlanReview>(`sessions/${id}/review`)).body;
  }

  async session(id: FamilySessionId): Promise<FamilySession> {
    return (await this.api.get<FamilySession>(`sessions/${id}`)).body;
  }

  /** Over the revision that was read. */
  async submit(id: FamilySessionId, revision: number, request: SubmitPlan): Promise<PlanReview> {
    return (await this.api.post<PlanReview>(`sessions/${id}/review`, request, { revision })).body;
  }

  async takeBack(id: FamilySessionId): Promise<PlanReview> {
    return (await this.api.post<PlanReview>(`sessions/${id}/review/take-back`)).body;
  }
}
