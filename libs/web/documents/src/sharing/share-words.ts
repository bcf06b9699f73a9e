import { Injectable, inject } from '@angular/core';
import type { DocumentKind, Share, ShareLine } from '@common-ground/contract';
import { Dates, Words } from '@common-ground/web/platform';

/** Who somebody is, why something does not reach them, and when a share opens, each in a sentence. */
@Injectable({ providedIn: 'root' })
export class ShareWords {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  called({ member }: { member: Omit<ShareLine['member'], 'id'> }): string {
    const relation = this.words.say(`platform.relations.${member.relation}`);
    return this.words.say('documents.share.person', { name: member.displayName, relation });
  }

  names(people: Share['people']): string {
    return this.dates.list(
      people.map(({ displayName, relation }) => this.called({ member: { displayName, relation } })),
    );
  }

  whyNot({ because, member }: ShareLine, kind: DocumentKind): string {
    const known = [`documents.share.not.${because}`, 'documents.share.not.other'];
    const kinds = this.words.say(`platform.kindsInText.${kind}`);
    return this.words.firstOf(known, { name: member.displayName, kinds });
  }

  when({ when, nextOn, stoppedAt }: Share): string {
    const say = (key: string, more: Readonly<Record<string, unknown>> = {}): string =>
      this.words.say(`documents.shares.when.${key}`, more);
    if (stoppedAt !== null) return say('stopped', { day: this.dates.moment(stoppedAt) });
    if (when.after !== null) return say('after', { title: when.after.title, days: when.after.days });
    const next = nextOn === null ? '' : this.dates.day(nextOn);
    if (when.rhythm === null) return nextOn === null ? '' : say('on', { day: next });
    const until = this.dates.day(when.rhythm.untilOn);
    return say(nextOn === null ? `${when.rhythm.every}Last` : when.rhythm.every, { next, until });
  }
}
