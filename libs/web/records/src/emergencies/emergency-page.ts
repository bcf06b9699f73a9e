import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BreakGlassId, GlassConsent, GlassGuardian, PersonName } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  PageHeading,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { RecordsClient } from '../records.client';

/** What emergency access opens: the family as it stood at that moment. Looking at it is written down. */
@Component({
  selector: 'cg-emergency-page',
  imports: [Breadcrumb, PageHeading, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './emergency-page.html',
  styles: `
    .about {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EmergencyPage {
  private readonly client = inject(RecordsClient);
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);

  readonly id = input.required<BreakGlassId>();

  protected readonly glass = loaded(this.id, (id) => this.client.view(id));

  protected namesOf(people: readonly PersonName[]): string {
    return this.dates.list(people.map(({ displayName }) => displayName));
  }

  protected guardian({ who, forWhom, kind, fromOn, untilOn }: GlassGuardian): string {
    return this.words.say('records.view.guardian', {
      who: who ?? this.words.say('records.somebody'),
      forWhom: forWhom ?? this.words.say('records.somebody'),
      kind: this.words.say(`people.guardianKinds.${kind}`),
      from: this.dates.day(fromOn),
      until: untilOn === null ? 'open' : 'day',
      day: untilOn === null ? '' : this.dates.day(untilOn),
    });
  }

  protected consent({ to, kinds, purpose, untilOn, revokedAt }: GlassConsent): string {
    const until = untilOn === null ? 'open' : 'day';
    return this.words.say('records.view.consent', {
      to: to ?? this.words.say('records.somebody'),
      kinds: this.dates.list(kinds.map((kind) => this.words.say(`platform.kindsInText.${kind}`))),
      purpose,
      until: revokedAt === null ? until : 'revoked',
      day: untilOn === null ? '' : this.dates.day(untilOn),
    });
  }
}
