import { Injectable, inject } from '@angular/core';
import type { Consent, ConsentRequest, CoveringConsent, MemberName } from '@common-ground/contract';
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
  person({ displayName, relation }: Pick<MemberName, 'displayName' | 'relation'>): string {
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

  /** *Maya agreed on May 2, 2026 that Rosa (mother) may get worksheets, until June 1, 2027.* */
  covering(consent: CoveringConsent, to: Pick<MemberName, 'displayName' | 'relation'>): string {
    const { from, givenAs, givenOn, untilOn } = consent;
    return this.words.say('privacy.covering', {
      ...{ from: from.displayName, as: givenAs, givenOn: this.dates.day(givenOn) },
      ...{ to: this.person(to), papers: this.papers(consent) },
      ...{ until: untilOn === null ? 'open' : 'day', day: untilOn === null ? '' : this.dates.day(untilOn) },
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
