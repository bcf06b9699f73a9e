import { Injectable, inject } from '@angular/core';
import type { Document } from '@common-ground/contract';
import { Dates, Words } from '@common-ground/web/platform';

/** Says in one sentence where a document stands. */
@Injectable({ providedIn: 'root' })
export class DocumentStatus {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  of(document: Document): string {
    const { state, review, approval } = document;
    const say = (key: string, params = {}): string => this.words.say(`documents.status.${key}`, params);
    switch (state) {
      case 'draft':
        return say(document.family === null ? 'draft' : 'draftOfFamily');
      case 'submitted':
        return review
          ? [
              say(review.act === 'co-sign' ? 'waitsForCoSignature' : 'waitsFor', {
                name: review.supervisor.displayName,
                approver: approval?.by.displayName ?? '',
              }),
              ...review.standIns.map(({ displayName: name, untilOn }) =>
                say('standIn', { name, day: this.dates.day(untilOn) }),
              ),
            ].join(' ')
          : say('submitted');
      case 'returned':
        return review
          ? say('returnedBy', { name: (review.decidedBy ?? review.supervisor).displayName })
          : say('returned');
      case 'approved':
        return approval
          ? say('approvedBy', { name: approval.by.displayName, day: this.dates.moment(approval.at) })
          : say('approved');
      case 'shared':
        return say('shared');
    }
  }
}
