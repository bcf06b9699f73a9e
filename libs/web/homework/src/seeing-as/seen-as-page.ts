import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DocumentId, type MemberId, isDay } from '@common-ground/contract';
import { type BegunShare, ShareWords } from '@common-ground/web/documents';
import { Dates, PageHeading, Waiting, Words, WordsInTemplate } from '@common-ground/web/platform';
import { AsTheyHaveIt } from './as-they-have-it';
import { SeenAsStore } from './seen-as.store';

/** What one person of the family gets, on their own pages; around it, who that is and whether it can reach them. */
@Component({
  selector: 'cg-seen-as-page',
  imports: [AsTheyHaveIt, PageHeading, RouterLink, Waiting, WordsInTemplate],
  providers: [SeenAsStore],
  templateUrl: './seen-as-page.html',
  styleUrl: './seen-as-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SeenAsPage {
  protected readonly store = inject(SeenAsStore);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);
  protected readonly shareWords = inject(ShareWords);

  readonly id = input.required<DocumentId>();
  readonly member = input.required<MemberId>();

  protected readonly reaches = computed(() => {
    const line = this.store.seen.value()?.line;
    if (line === undefined) return '';
    if (!line.allowed) return this.shareWords.whyNot(line, this.store.piece()?.kind ?? 'worksheet');
    const { displayName: name } = line.member;
    const { how = 'now', startsOn = '' } = this.store.chosen() ?? {};
    if (!line.isUnreached) return this.opens(name, how, startsOn);
    // "As soon as you share it" is no word for what nothing tells them of.
    const opens = how === 'now' ? '' : this.opens(name, how, startsOn);
    return `${opens} ${this.words.say('documents.share.unreached', { name })}`.trim();
  });

  constructor() {
    effect(() => {
      const [id, member] = [this.id(), this.member()];
      untracked(() => this.store.of(id, member));
    });
    inject(DestroyRef).onDestroy(() => this.store.leave());
  }

  /** When they can open it, as far as that is chosen. */
  private opens(name: string, how: BegunShare['how'], startsOn: string): string {
    const isOnDay = how === 'day' && isDay(startsOn);
    return this.words.say(`documents.seenAs.reaches.${isOnDay ? 'onDay' : how}`, {
      name,
      day: isOnDay ? this.dates.day(startsOn) : '',
    });
  }
}
