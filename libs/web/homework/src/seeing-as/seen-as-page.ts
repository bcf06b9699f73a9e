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
import type { DocumentId, MemberId } from '@common-ground/contract';
import { ShareWords } from '@common-ground/web/documents';
import { PageHeading, Waiting, Words, WordsInTemplate } from '@common-ground/web/platform';
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
  protected readonly shareWords = inject(ShareWords);

  readonly id = input.required<DocumentId>();
  readonly member = input.required<MemberId>();

  protected readonly reaches = computed(() => {
    const line = this.store.seen.value()?.line;
    if (line === undefined) return '';
    return line.allowed
      ? this.words.say('documents.seenAs.reaches', { name: line.member.displayName })
      : this.shareWords.whyNot(line, this.store.piece()?.kind ?? 'worksheet');
  });

  constructor() {
    effect(() => {
      const [id, member] = [this.id(), this.member()];
      untracked(() => this.store.of(id, member));
    });
    inject(DestroyRef).onDestroy(() => this.store.leave());
  }
}
