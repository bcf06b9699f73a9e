import { Injectable, inject } from '@angular/core';
import type {
  DocumentKind,
  MemberState,
  OpensTo,
  Share,
  SharedWith,
  ShareLine,
} from '@common-ground/contract';
import { Dates, Words } from '@common-ground/web/platform';

/** What is said of whoever is not confirmed: of each of these there is another way forward. */
const STANDING: Partial<Readonly<Record<MemberState, string>>> = { invited: 'invited', paused: 'paused' };

/** Who somebody is, why something does not reach them, and when a share opens, each in a sentence. */
@Injectable({ providedIn: 'root' })
export class ShareWords {
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  called({ member }: { member: Omit<ShareLine['member'], 'id' | 'state'> }): string {
    const relation = this.words.say(`platform.relations.${member.relation}`);
    return this.words.say('documents.share.person', { name: member.displayName, relation });
  }

  names(people: readonly SharedWith[]): string {
    return this.dates.list(
      people.map(({ displayName, relation }) => this.called({ member: { displayName, relation } })),
    );
  }

  /** @param isToCome they were given this version, and it has not opened to them yet */
  whyNot({ because, member }: ShareLine, kind: DocumentKind, isToCome = false): string {
    const standing = because === 'member-not-confirmed' ? STANDING[member.state] : undefined;
    const reason = because === 'already-shared' && isToCome ? 'to-come' : (standing ?? because);
    const known = [`documents.share.not.${reason}`, 'documents.share.not.other'];
    const kinds = this.words.say(`platform.kindsInText.${kind}`);
    return this.words.firstOf(known, { name: member.displayName, kinds });
  }

  /** Who has or had it since when; of what has opened to nobody yet only when it was shared. */
  hadSince({ people, version, sharedAt }: Share): string {
    const isToCome = people.every(({ opensOn }) => opensOn !== 'now');
    return this.words.say(`documents.shares.${isToCome ? 'sentenceToCome' : 'sentence'}`, {
      names: this.names(people),
      count: people.length,
      version,
      moment: this.dates.moment(sharedAt),
    });
  }

  /** When it opens to one person of it, and what comes after that. */
  opensTo(share: Share, { displayName, relation, opensOn }: OpensTo, title: string): string {
    const name = this.called({ member: { displayName, relation } });
    const say = (key: string, more: Readonly<Record<string, unknown>> = {}): string =>
      this.words.say(`documents.share.${key}`, { name, title, ...more });
    if (opensOn === 'now' && share.when.rhythm !== null)
      return [say('donePerson'), this.when(share)].join(' ');
    if (opensOn === 'now') return say('donePerson');
    if (opensOn === null || opensOn === 'waits') return say('doneLater', { when: this.when(share) });
    const on = { day: this.dates.day(opensOn) };
    const when =
      share.when.rhythm === null ? this.words.say('documents.shares.when.on', on) : this.when(share);
    return say('doneLater', { when });
  }

  /** Where it does not stand alike with everybody it was shared with, to whom it opens when. */
  opensApart(share: Share): string {
    const days = [...new Set(share.people.map(({ opensOn }) => opensOn))];
    if (share.revokedAt !== null || days.length < 2) return '';
    const sentences = days.map((opensOn) => {
      const people = share.people.filter((one) => one.opensOn === opensOn);
      const how = opensOn === null ? 'never' : opensOn === 'now' || opensOn === 'waits' ? opensOn : 'on';
      return this.words.say(`documents.shares.apart.${how}`, {
        names: this.names(people),
        count: people.length,
        day: how === 'on' && opensOn !== null ? this.dates.day(opensOn) : '',
      });
    });
    return sentences.join(' ');
  }

  /** Until when it is open, or was. */
  until({ openUntilOn, isOver }: Share): string {
    if (openUntilOn === null) return '';
    return this.words.say(`documents.shares.${isOver ? 'wasOpenUntil' : 'openUntil'}`, {
      day: this.dates.day(openUntilOn),
    });
  }

  when({ when, nextOn, stoppedAt, people }: Share): string {
    const say = (key: string, more: Readonly<Record<string, unknown>> = {}): string =>
      this.words.say(`documents.shares.when.${key}`, more);
    if (stoppedAt !== null) return say('stopped', { day: this.dates.moment(stoppedAt) });
    if (when.after !== null)
      return say(people.length === 1 ? 'afterOne' : 'after', {
        title: when.after.title,
        days: when.after.days,
      });
    const next = nextOn === null ? '' : this.dates.day(nextOn);
    if (when.rhythm === null) return nextOn === null ? '' : say('on', { day: next });
    const until = this.dates.day(when.rhythm.untilOn);
    return say(nextOn === null ? `${when.rhythm.every}Last` : when.rhythm.every, { next, until });
  }
}
