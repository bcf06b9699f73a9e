import { ChangeDetectionStrategy, Component, OnInit, computed, inject, input } from '@angular/core';
import type { Document } from '@common-ground/contract';
import { rulesOf } from '@common-ground/rules/content';
import { PageHeading, WordsInTemplate } from '@common-ground/web/platform';
import { KindPaper } from '../kinds/kind-paper';
import { AttachedLines } from '../supervision/attached-lines';
import { GivenVerdicts } from '../supervision/given-verdicts';
import { HalfReplies } from '../supervision/half-replies';
import { Threads } from '../supervision/threads';
import { SentReview } from './sent-review';

/** A text that waits for its verdict, for those who wrote it: what was said of it so far, in its place. */
@Component({
  selector: 'cg-submitted-text',
  imports: [AttachedLines, GivenVerdicts, KindPaper, PageHeading, Threads, WordsInTemplate],
  providers: [SentReview, HalfReplies],
  templateUrl: './submitted-text.html',
  styleUrl: './submitted-text.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmittedText implements OnInit {
  protected readonly review = inject(SentReview);

  readonly document = input.required<Document>();

  protected readonly ids = computed(() => {
    const { kind, content } = this.document();
    return rulesOf(kind)
      .parts(content)
      .map(({ id }) => id);
  });

  ngOnInit(): void {
    this.review.open(this.document());
  }
}
