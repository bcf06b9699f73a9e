import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandIn, StandInBefore, StandInId } from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  Dates,
  Empty,
  PageHeading,
  ProblemNotice,
  Session,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { StandInForm } from './stand-in-form';
import { StandInsClient } from './stand-ins.client';

/** Who judges for a supervisor while they are away, and for whom they do it themselves. */
@Component({
  selector: 'cg-away-page',
  imports: [Breadcrumb, Empty, PageHeading, ProblemNotice, RouterLink, StandInForm, WordsInTemplate, Waiting],
  templateUrl: './away-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AwayPage {
  private readonly client = inject(StandInsClient);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly dates = inject(Dates);

  protected readonly standIns = loaded(
    () => true,
    () => this.client.all(),
  );
  private readonly running = computed(() =>
    (this.standIns.value()?.items ?? []).filter(({ state }) => state !== 'ended'),
  );
  protected readonly mine = computed(() => this.running().filter((one) => this.#isMine(one)));
  protected readonly forOthers = computed(() => this.running().filter((one) => !this.#isMine(one)));
  /** The one that is being changed. */
  protected readonly changing = signal<StandInId | null>(null);
  protected readonly ending = sendingOf('people');

  /** *Jonas Weber stands in for you from June 1 to June 14, for Elena Ruiz.* */
  protected sentence(one: StandIn): string {
    return this.words.say(this.#isMine(one) ? 'people.away.standsIn' : 'people.away.youStandIn', {
      name: this.#isMine(one) ? one.person.displayName : one.supervisor.displayName,
      from: this.dates.day(one.fromOn),
      until: this.dates.day(one.untilOn),
      some: one.therapists === null ? 'no' : 'yes',
      of: this.dates.list((one.therapists ?? []).map(({ displayName }) => displayName)),
    });
  }

  /** *Until June 20, for Elena Ruiz, before it was changed on June 3, 10:12.* */
  protected sentenceBefore({ untilOn, therapists, changedAt }: StandInBefore): string {
    return this.words.say('people.away.before', {
      day: this.dates.day(untilOn),
      some: therapists === null ? 'no' : 'yes',
      of: this.dates.list((therapists ?? []).map(({ displayName }) => displayName)),
      moment: this.dates.moment(changedAt),
    });
  }

  protected settled(one: StandIn): void {
    this.#show('people.away.done', one);
  }

  protected async end(one: StandIn): Promise<void> {
    const ended = await this.ending.send(() => this.client.end(one.id));
    if (ended) this.#show('people.away.ended', one);
  }

  #show(said: string, { person }: StandIn): void {
    this.changing.set(null);
    this.standIns.again();
    this.announcer.say(this.words.say(said, { name: person.displayName }));
  }

  #isMine({ supervisor }: StandIn): boolean {
    return supervisor.id === this.session.person()?.id;
  }
}
