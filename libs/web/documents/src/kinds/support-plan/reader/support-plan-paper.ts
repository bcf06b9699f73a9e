import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { SupportPlanContent } from '@common-ground/contract';
import { itemCodes, uncoveredNeeds } from '@common-ground/rules/content';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { ItemCode } from '../../item-code';
import { FoldedPart } from '../../folded-part';
import type { Beside } from '../../kinds';

/** A support plan as a sheet of paper: what is needed, who offers it, the steps of a day, what to look out for. */
@Component({
  selector: 'cg-support-plan-paper',
  imports: [FoldedPart, ItemCode, NgTemplateOutlet, WordsInTemplate],
  templateUrl: './support-plan-paper.html',
  styleUrl: '../../paper.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SupportPlanPaper {
  protected readonly dates = inject(Dates);

  readonly content = input.required<SupportPlanContent>();
  /** What stands below a part, for instance the threads about it. */
  readonly beside = input<Beside>(null);

  protected readonly codes = computed(() => itemCodes('support-plan', this.content()));
  protected readonly uncovered = computed(() => uncoveredNeeds(this.content()).map(({ id }) => id));
  protected readonly days = computed(() => {
    const { startOn, reviewOn } = this.content();
    return [
      { id: 'startOn', day: startOn },
      { id: 'reviewOn', day: reviewOn },
    ].flatMap(({ id, day }) => (day === null ? [] : [{ id, day }]));
  });
}
