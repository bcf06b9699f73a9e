import { Injectable, inject } from '@angular/core';
import type { PersonName, StandIn, StandInBefore } from '@common-ground/contract';
import { Dates, Session, Words } from '@common-ground/web/platform';

/** What is said of those who stand in. */
@Injectable({ providedIn: 'root' })
export class StandInWords {
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  /** The reader is the supervisor who is away. */
  isMine({ supervisor }: StandIn): boolean {
    return supervisor.id === this.session.person()?.id;
  }

  /** *Jonas Weber stands in for you from June 1 to June 14, for what Elena Ruiz sends you*, or stood in. */
  sentence(one: StandIn): string {
    const [tense, isMine] = [one.state === 'ended' ? 'ended' : 'running', this.isMine(one)];
    return this.words.say(`people.away.${tense}.${isMine ? 'mine' : 'forOthers'}`, {
      name: isMine ? one.person.displayName : one.supervisor.displayName,
      // One that was ended before its first day never began.
      began: one.untilOn < one.fromOn ? 'no' : 'yes',
      from: this.dates.day(one.fromOn),
      until: this.dates.day(one.untilOn),
      ...this.#of(one.therapists),
    });
  }

  /** *Until June 20, for Elena Ruiz, before it was changed on June 3, 10:12.* */
  before({ untilOn, therapists, changedAt }: StandInBefore): string {
    return this.words.say('people.away.before', {
      day: this.dates.day(untilOn),
      moment: this.dates.moment(changedAt),
      ...this.#of(therapists),
    });
  }

  #of(therapists: readonly PersonName[] | null): { readonly some: string; readonly of: string } {
    return {
      some: therapists === null ? 'no' : 'yes',
      of: this.dates.list((therapists ?? []).map(({ displayName }) => displayName)),
    };
  }
}
