import { Injectable, computed, inject } from '@angular/core';
import type { BreakGlass } from '@common-ground/contract';
import { Session, Words, loaded } from '@common-ground/web/platform';
import { RecordsClient } from '../records.client';

/** The emergencies the reader may know of: one list for the notice above the pages and for the pages themselves. */
@Injectable({ providedIn: 'root' })
export class EmergenciesStore {
  private readonly client = inject(RecordsClient);
  private readonly words = inject(Words);
  private readonly session = inject(Session);

  /** Anew for each person: nobody is shown what the one before them could see. */
  readonly all = loaded(
    () => this.session.person()?.id,
    async () => {
      // The notice stands above pages of every part of the house, which open other words.
      await this.words.open('records');
      return this.client.emergencies();
    },
  );
  /** The reader's own, while the hour lasts. */
  readonly own = computed(() => this.all.value()?.find(({ may }) => may.read) ?? null);
  /** Somebody else's that nobody has judged yet. */
  readonly unjudged = computed(
    () =>
      this.all.value()?.filter(({ review, reason, family, may }) => {
        const concerns = may.review || (family !== null && reason !== null);
        return review === null && concerns && !may.read;
      }) ?? [],
  );

  put(changed: BreakGlass): void {
    const all = this.all.value() ?? [];
    this.all.set(all.map((one) => (one.id === changed.id ? changed : one)));
  }
}
