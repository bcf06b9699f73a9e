import { Injectable, computed, inject } from '@angular/core';
import { isSameAnswer } from '@common-ground/rules/content';
import { Dates, loaded } from '@common-ground/web/platform';
import { RevealsClient } from '../opening/reveals.client';
import { TaskStore } from './task.store';

/** Whom an answer is open to, or will be once each of them offers theirs. */
export interface OfferNow {
  readonly how: 'open' | 'offered';
  /** By name. */
  readonly circle: string;
}

/** To whom of the family the answers on a page are open, as it is when the page opens. */
@Injectable()
export class OwnOffers {
  private readonly client = inject(RevealsClient);
  private readonly store = inject(TaskStore);
  private readonly dates = inject(Dates);

  /** Nothing can be open before it is sent, and most homework never is. */
  private readonly asked = computed(() => {
    const task = this.store.task();
    return task?.answers.some(({ visibility }) => visibility === 'family') && task.sentAt !== null
      ? task.id
      : undefined;
  });
  private readonly offers = loaded(
    () => this.asked(),
    (id, stop) => this.client.offers(id, stop),
  );

  /** Null where nobody of the family may read it: it was not offered, or its author has closed it just now, also by other words. */
  of(promptId: string): OfferNow | null {
    const draft = this.store.draft(promptId);
    if (draft.visibility !== 'family') return null;
    const sent = this.store.task()?.answers.find((one) => one.promptId === promptId);
    if (sent === undefined || !isSameAnswer(sent.value, draft.value)) return null;
    const offer = this.offers.value()?.answers.find((one) => one.promptId === promptId)?.offer ?? null;
    if (offer === null) return null;
    const circle = this.dates.list(offer.circle.map(({ displayName }) => displayName));
    return { how: offer.isOpen ? 'open' : 'offered', circle };
  }
}
