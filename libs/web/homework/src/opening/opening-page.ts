import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AnswerId, OwnOffer, TaskOffers } from '@common-ground/contract';
import { questionsOf } from '@common-ground/web/documents';
import { PageHeading, SafetyCardView, Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { TaskStore } from '../answering/task.store';
import { OpenedVoices } from './opened-voices';
import { OwnAnswer } from './own-answer';
import { RevealsClient } from './reveals.client';

/** How often the page asks whether something has opened, because the others open theirs on their own phones. */
const LOOK_AGAIN = 10_000;

/** Which of my answers are open to whom in the family, and what the others opened to me. */
@Component({
  selector: 'cg-opening-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [OpenedVoices, OwnAnswer, PageHeading, RouterLink, SafetyCardView, WordsInTemplate, Waiting],
  templateUrl: './opening-page.html',
  styleUrl: './opening-page.scss',
})
export class OpeningPage {
  private readonly client = inject(RevealsClient);
  private readonly page = inject(DOCUMENT);
  protected readonly store = inject(TaskStore);

  protected readonly choosing = signal<AnswerId | null>(null);
  /** Nothing is open before it is sent. */
  protected readonly task = computed(() => {
    const task = this.store.task();
    return task?.state === 'sent' ? task : null;
  });
  protected readonly offers = loaded(
    () => this.task()?.id,
    (id, stop) => this.client.offers(id, stop),
  );
  protected readonly opened = loaded(
    () => this.task()?.id,
    (id, stop) => this.client.opened(id, stop),
  );
  /** Others may have been asked what was not asked here: it depends on their answers. */
  private readonly prompts = computed(() =>
    questionsOf(this.task()?.content ?? null).list.map(({ prompt }) => prompt),
  );
  protected readonly own = computed(() =>
    this.prompts().flatMap((prompt) => {
      const answer = this.offers.value()?.answers.find(({ promptId }) => promptId === prompt.id);
      return answer ? [{ prompt, answer, value: this.store.draft(prompt.id).value }] : [];
    }),
  );
  protected readonly voices = computed(() =>
    this.prompts().flatMap((prompt) => {
      const voices = (this.opened.value() ?? []).filter(({ promptId }) => promptId === prompt.id);
      return voices.length > 0 ? [{ prompt, voices, mine: this.store.draft(prompt.id).value }] : [];
    }),
  );

  constructor() {
    const router = inject(Router);
    const look = setInterval(() => void this.look(), LOOK_AGAIN);
    inject(DestroyRef).onDestroy(() => clearInterval(look));
    // The address may be opened by hand before anything was sent.
    effect(() => {
      const task = this.store.task();
      if (task && task.state !== 'sent') {
        void router.navigate(['/me/tasks', task.id], { replaceUrl: true });
      }
    });
  }

  /** What one opens may be what others waited for, and closing it closes what waited for it. */
  protected put(changed: OwnOffer): void {
    const offers = this.offers.value();
    if (!offers) return;
    const answers = offers.answers.map((one) => (one.answerId === changed.answerId ? changed : one));
    this.offers.set({ ...offers, answers });
    this.opened.again();
  }

  /** Reading others is recorded each time, so they are read anew only when something opened or closed. */
  private async look(): Promise<void> {
    const before = this.offers.value();
    const task = this.task();
    if (before === null || task === null || this.page.visibilityState !== 'visible') return;
    // Without an answer the page goes on with what it knows.
    const newest = await this.client.offers(task.id).catch(() => null);
    // What was opened or closed here in the meantime is newer than what was asked for before.
    if (newest === null || this.offers.value() !== before) return;
    this.offers.set(newest);
    if (openOnes(newest).join() !== openOnes(before).join()) this.opened.again();
  }
}

function openOnes({ answers }: TaskOffers): readonly AnswerId[] {
  return answers.filter(({ offer }) => offer?.isOpen).map(({ answerId }) => answerId);
}
