import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type WorksheetContent, isPrompt } from '@common-ground/contract';
import { estimateMinutes, itemCodes } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';
import { FoldedPart } from '../../folded-part';
import type { Beside } from '../../kinds';
import { ItemCode } from '../../item-code';
import { ConditionLine } from '../condition-line';
import { PromptRoom } from '../prompt-room';

/** A worksheet as a sheet of paper, with room for answers: to read, to judge and to print. */
@Component({
  selector: 'cg-worksheet-paper',
  imports: [ConditionLine, FoldedPart, ItemCode, NgTemplateOutlet, PromptRoom, WordsInTemplate],
  templateUrl: './worksheet-paper.html',
  styleUrl: './worksheet-paper.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorksheetPaper {
  readonly content = input.required<WorksheetContent>();
  /** What stands below a block, for instance the threads about it. */
  readonly beside = input<Beside>(null);

  protected readonly codes = computed(() => itemCodes('worksheet', this.content()));
  protected readonly minutes = computed(() => estimateMinutes(this.content()));
  /**
   * Each block with its number among the questions, as people will speak of it, and its level as a heading: below its
   * section where there is one.
   */
  protected readonly rows = computed(() => {
    let asked = 0;
    let level = 2;
    return this.content().blocks.map((block) => {
      if (block.kind === 'section') level = 3;
      return { block, level, number: isPrompt(block) ? (asked += 1) : null };
    });
  });
  protected readonly scale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
}
