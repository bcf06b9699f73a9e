import { Injectable, inject } from '@angular/core';
import type { AnswerId, NewOffer, OpenedAnswer, OwnOffer, TaskId, TaskOffers } from '@common-ground/contract';
import { Api } from '@common-ground/web/platform';

/** Opening one's own answers to others of the family, and reading what they opened. */
@Injectable({ providedIn: 'root' })
export class RevealsClient {
  private readonly api = inject(Api);

  async offers(task: TaskId, signal?: AbortSignal): Promise<TaskOffers> {
    return (await this.api.get<TaskOffers>(`homework/${task}/offers`, { signal })).body;
  }

  async opened(task: TaskId, signal?: AbortSignal): Promise<readonly OpenedAnswer[]> {
    const path = `homework/${task}/opened`;
    return (await this.api.get<{ items: readonly OpenedAnswer[] }>(path, { signal })).body.items;
  }

  /** Offering anew takes the place of what was offered before. */
  async offer(answer: AnswerId, offer: NewOffer): Promise<OwnOffer> {
    return (await this.api.post<OwnOffer>(`answers/${answer}/offer`, offer)).body;
  }

  async close(answer: AnswerId): Promise<void> {
    await this.api.delete(`answers/${answer}/offer`);
  }
}
