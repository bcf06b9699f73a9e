import { Injectable, inject } from '@angular/core';
import type { Consent, ConsentRequest, MemberName } from '@common-ground/contract';
import { Dates, Words } from '@common-ground/web/platform';

type Papers = Pick<ConsentRequest, 'kinds' | 'documents'>;

/** Consents as people say them. Inside `computed` or a template they follow the language. */
@Injectable({ providedIn: 'root' })
export class ConsentWords {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  /** *worksheets, support plans and “Mornings”* */
  papers({ kinds, documents }: Papers): string {
    return this.dates.list([
      ...kinds.map((kind) => this.words.say(`platform.kindsInText.${kind}`)),
      ...documents.map(({ title }) => this.words.say('privacy.quoted', { title })),
    ]);
  }

  /** *Rosa (mother)* */
  person({ displayName, relation }: MemberName): string {
    return this.words.say('privacy.person', {
      name: displayName,
      relation: this.words.say(`platform.relations.${relation}`),
    });
  }

  /** *Maya lets Rosa (mother) get worksheets until June 1, 2027.* */
  consent(consent: Consent): string {
    const ended = consent.revokedAt?.slice(0, 10) ?? consent.untilOn;
    return this.words.say(`privacy.sentence.${consent.state}`, {
      from: consent.from.displayName,
      as: consent.givenAs,
      to: this.person(consent.to),
      papers: this.papers(consent),
      until: ended === null ? 'open' : 'day',
      day: ended === null ? '' : this.dates.day(ended),
    });
  }

  /** *You asked Maya whether Rosa (mother) may get worksheets.*, and how it stands. */
  request(request: ConsentRequest): string {
    return this.words.say(`privacy.asked.${request.state}`, {
      client: request.client.displayName,
      by: request.decidedBy?.displayName ?? request.client.displayName,
      to: this.person(request.to),
      papers: this.papers(request),
      ago: this.dates.ago(request.decidedAt ?? request.askedAt),
    });
  }
}
