import { Injectable, computed, inject, signal } from '@angular/core';
import {
  type DocumentId,
  type DocumentKind,
  isDay,
  LIMITS,
  type RhythmUnit,
  type ShareLine,
} from '@common-ground/contract';
import { openingDays, type OpeningPath, type OpeningWish } from '@common-ground/rules/content';
import { Dates, type FieldError, today, Words } from '@common-ground/web/platform';
import type { BegunShare } from './begun-shares';
import { ShareStore } from './share.store';

type OpeningForm = Omit<BegunShare, 'memberIds' | 'dueOn'>;

export const WAYS_TO_OPEN = ['now', 'day', 'rhythm', 'after'] as const;
export type WayToOpen = (typeof WAYS_TO_OPEN)[number];

/** At which field a fault of the days is said. */
const FIELD_AT: Readonly<Record<OpeningPath, string>> = {
  startsOn: 'startsOn',
  after: 'afterId',
  rhythm: 'untilOn',
  'rhythm.untilOn': 'untilOn',
  openUntilOn: 'openUntilOn',
};

/** When a piece opens, as the therapist wishes it before sending. */
@Injectable()
export class OpeningStore {
  private readonly sharing = inject(ShareStore);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  readonly how = signal<WayToOpen>('now');
  readonly startsOn = signal('');
  readonly every = signal<RhythmUnit>('day');
  readonly untilOn = signal('');
  /** The last day it is open; empty where it has no end. */
  readonly openUntilOn = signal('');
  readonly afterId = signal('');
  readonly days = signal('0');

  /** As it is filled in. */
  readonly form = computed<OpeningForm>(() => ({
    ...{ how: this.how(), startsOn: this.startsOn(), every: this.every(), untilOn: this.untilOn() },
    ...{ openUntilOn: this.openUntilOn(), afterId: this.afterId(), days: this.days() },
  }));

  fill(form: OpeningForm): void {
    this.how.set(form.how);
    this.startsOn.set(form.startsOn);
    this.every.set(form.every);
    this.untilOn.set(form.untilOn);
    this.openUntilOn.set(form.openUntilOn);
    this.afterId.set(form.afterId);
    this.days.set(form.days);
  }

  private readonly kind = computed<DocumentKind>(
    () => this.sharing.sharing.value()?.document.kind ?? 'worksheet',
  );
  readonly mayFollow = computed(() => this.sharing.sharing.value()?.preview.mayFollow ?? []);
  /** A plan is followed day by day as it is; and what nothing went before can follow nothing. */
  readonly ways = computed(() =>
    WAYS_TO_OPEN.filter((way) => {
      if (way === 'rhythm') return this.kind() === 'worksheet' || this.kind() === 'role-play-script';
      return way !== 'after' || this.mayFollow().length > 0;
    }),
  );

  /** What goes along with the share; days that are not there yet are left to `faults`. */
  readonly wish = computed<OpeningWish>(() => ({
    ...this.opens(),
    ...(this.openUntilOn() !== '' && { openUntilOn: this.openUntilOn() }),
  }));
  private readonly opens = computed<OpeningWish>(() => {
    const startsOn = this.startsOn();
    switch (this.how()) {
      case 'now':
        return {};
      case 'day':
        return { startsOn };
      case 'rhythm':
        return {
          ...(startsOn !== '' && { startsOn }),
          rhythm: { every: this.every(), untilOn: this.untilOn() },
        };
      case 'after':
        return { after: { documentId: this.afterId() as DocumentId, days: Number(this.days()) } };
    }
  });

  /** The last day it opens on, and how often; null as long as that cannot be told. */
  readonly rounds = computed<{ readonly count: number; readonly last: string } | null>(() => {
    if (this.how() !== 'rhythm' || this.faults([]).length > 0) return null;
    const opening = openingDays(this.kind(), this.wish(), today());
    if (opening.fault !== undefined) return null;
    const last = opening.days.at(-1) ?? 'now';
    return { count: opening.days.length, last: this.dates.day(last === 'now' ? today() : last) };
  });

  /** The day until which it is wished open, once it is one. */
  readonly until = computed(() => (isDay(this.openUntilOn()) ? this.openUntilOn() : null));
  /** The last day on which it is open to somebody, or opens, `YYYY-MM-DD`; null where nobody knows. */
  readonly lastOn = computed<string | null>(() => {
    const until = this.until();
    if (until !== null) return until;
    if (this.how() === 'day') return isDay(this.startsOn()) ? this.startsOn() : null;
    return this.how() === 'rhythm' && isDay(this.untilOn()) ? this.untilOn() : null;
  });

  /** What is wrong with the wish for the people chosen, each at its field. */
  faults(chosen: readonly ShareLine[]): readonly FieldError[] {
    const says = (field: string, key: string, more?: Readonly<Record<string, unknown>>): FieldError => ({
      field,
      words: this.words.say(`documents.share.opens.${key}`, more),
    });
    const how = this.how();
    if (this.openUntilOn() !== '' && !isDay(this.openUntilOn())) return [says('openUntilOn', 'chooseUntil')];
    if (how === 'after') return this.faultsAfter(chosen, says);
    const errors: FieldError[] = [];
    const isStart = isDay(this.startsOn()) || (how === 'rhythm' && this.startsOn() === '');
    if (how !== 'now' && !isStart) errors.push(says('startsOn', 'chooseDay'));
    if (how === 'rhythm' && !isDay(this.untilOn())) errors.push(says('untilOn', 'chooseLast'));
    if (errors.length > 0) return errors;
    const opening = openingDays(this.kind(), this.wish(), today());
    if (opening.fault === undefined) return [];
    return [says(FIELD_AT[opening.path], `fault.${opening.fault}`, { most: LIMITS.roundsPerShare })];
  }

  private faultsAfter(
    chosen: readonly ShareLine[],
    says: (field: string, key: string, more?: Readonly<Record<string, unknown>>) => FieldError,
  ): FieldError[] {
    const piece = this.mayFollow().find(({ documentId }) => documentId === this.afterId());
    if (piece === undefined) return [says('afterId', 'choosePiece')];
    const days = Number(this.days());
    if (!Number.isInteger(days) || days < 0 || days > LIMITS.daysAfter || this.days().trim() === '')
      return [says('afterDays', 'daysBetween', { most: LIMITS.daysAfter })];
    const opening = openingDays(this.kind(), this.wish(), today());
    if (opening.fault !== undefined) return [says(FIELD_AT[opening.path], `fault.${opening.fault}`)];
    return chosen
      .filter(({ member }) => !piece.memberIds.includes(member.id))
      .map(({ member }) =>
        says(`member-${member.id}`, 'hasNotThat', { name: member.displayName, title: piece.title }),
      );
  }
}
