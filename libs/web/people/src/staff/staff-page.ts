import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StaffMember, Supervision } from '@common-ground/contract';
import {
  Announcer,
  Dates,
  PageHeading,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
} from '@common-ground/web/platform';
import { EndSupervisionForm } from './end-supervision-form';
import { StaffClient } from './staff.client';

/** The practice's staff and who supervises whom, in sentences. No clinical word and no family stands here. */
@Component({
  selector: 'cg-staff-page',
  imports: [EndSupervisionForm, PageHeading, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './staff-page.html',
  styleUrl: './staff-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StaffPage {
  private readonly client = inject(StaffClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly dates = inject(Dates);

  protected readonly staff = loaded(
    () => true,
    () => this.client.staff(),
  );
  protected readonly pairs = loaded(
    () => true,
    () => this.client.supervisions(),
  );
  protected readonly working = computed(() => this.staff.value()?.filter(({ roles }) => roles.length > 0));
  protected readonly former = computed(
    () => this.staff.value()?.filter(({ roles }) => roles.length === 0) ?? [],
  );
  protected readonly current = computed(() => this.pairs.value()?.filter(({ state }) => state !== 'ended'));
  protected readonly past = computed(
    () =>
      this.pairs
        .value()
        ?.filter(({ state, fromOn, untilOn }) => state === 'ended' && (untilOn ?? '') >= fromOn) ?? [],
  );
  /** The pair whose end is being settled. */
  protected readonly ending = signal<Supervision | null>(null);

  protected rolesOf({ roles }: StaffMember): string {
    return this.dates.list(roles.map((role) => this.words.say(`people.roles.${role}`)));
  }

  /** *Martha Okafor must approve what Elena Ruiz shares, from January 1, 2026.* */
  protected sentence(pair: Supervision): string {
    const sentence = this.words.say(`practice.pairs.${pair.strength}`, {
      supervisor: pair.supervisor.displayName,
      therapist: pair.therapist.displayName,
      from: this.dates.day(pair.fromOn),
      until: pair.untilOn === null ? 'open' : 'day',
      day: pair.untilOn === null ? '' : this.dates.day(pair.untilOn),
    });
    if (pair.coSigner === null) return sentence;
    const kinds = pair.coSignedKinds.map((kind) => this.words.say(`practice.pairs.kinds.${kind}`));
    const second = { name: pair.coSigner.displayName, kinds: this.dates.list(kinds) };
    return `${sentence} ${this.words.say('practice.pairs.coSigned', second)}`;
  }

  protected over(pair: Supervision): void {
    this.ending.set(null);
    this.pairs.again();
    this.announcer.say(this.words.say('practice.pairs.endDone', { name: pair.supervisor.displayName }));
  }
}
