import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { Document } from '@common-ground/contract';
import { LIMITS } from '@common-ground/contract';
import { blankBoundaryStep, blankLimit } from '@common-ground/rules/content';
import { Words, WordsInTemplate } from '@common-ground/web/platform';
import { DayField } from '../../../writing/day-field';
import { EntryField } from '../../../writing/entry-field';
import { EntryList } from '../../../writing/entry-list';
import { PartField } from '../../../writing/part-field';
import { TitleField } from '../../../writing/title-field';
import type { Beside } from '../../kinds';

/** A boundary plan being written, in the order in which somebody thinks it through. */
@Component({
  selector: 'cg-boundary-plan-editor',
  imports: [DayField, EntryField, EntryList, PartField, TitleField, WordsInTemplate],
  templateUrl: './boundary-plan-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoundaryPlanEditor {
  private readonly words = inject(Words);

  readonly beside = input<Beside>(null);
  readonly family = input<Document['family']>(null);

  protected readonly limits = LIMITS;
  protected readonly blankLimit = blankLimit;
  protected readonly blankStep = blankBoundaryStep;
  protected readonly limitName = (place: number): string =>
    this.words.say('kinds.boundary-plan.limitName', { place });
  protected readonly stepName = (place: number): string =>
    this.words.say('kinds.boundary-plan.stepName', { place });
}
