import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { StandIn, StandInId } from '@common-ground/contract';
import {
  Announcer,
  Breadcrumb,
  Empty,
  PageHeading,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { EndedStandIns } from './ended-stand-ins';
import { StandInForm } from './stand-in-form';
import { StandInWords } from './stand-in-words';
import { StandInsClient } from './stand-ins.client';

/** Who judges for a supervisor while they are away, and for whom they do it themselves. */
@Component({
  selector: 'cg-away-page',
  imports: [
    Breadcrumb,
    Empty,
    EndedStandIns,
    PageHeading,
    ProblemNotice,
    RouterLink,
    StandInForm,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './away-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AwayPage {
  private readonly client = inject(StandInsClient);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  protected readonly said = inject(StandInWords);

  protected readonly standIns = loaded(
    () => true,
    () => this.client.all(),
  );
  private readonly running = computed(() => this.standIns.value()?.items ?? []);
  protected readonly mine = computed(() => this.running().filter((one) => this.said.isMine(one)));
  protected readonly forOthers = computed(() => this.running().filter((one) => !this.said.isMine(one)));
  /** The one that is being changed. */
  protected readonly changing = signal<StandInId | null>(null);
  protected readonly ending = sendingOf('people');

  protected settled(one: StandIn): void {
    this.#show('people.away.done', one);
  }

  protected async end(one: StandIn): Promise<void> {
    const ended = await this.ending.send(() => this.client.end(one.id));
    if (ended) this.#show('people.away.endedNow', one);
  }

  #show(said: string, { person }: StandIn): void {
    this.changing.set(null);
    this.standIns.again();
    this.announcer.say(this.words.say(said, { name: person.displayName }));
  }
}
