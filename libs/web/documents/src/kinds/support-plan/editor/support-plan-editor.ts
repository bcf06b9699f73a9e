import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LIMITS, SUPPORT_MENU, type Document } from '@common-ground/contract';
import { blankNeed, blankOffer, blankPlace, blankSign, blankSupportStep } from '@common-ground/rules/content';
import { Words, WordsInTemplate } from '@common-ground/web/platform';
import { DayField } from '../../../writing/day-field';
import { EntryChoice } from '../../../writing/entry-choice';
import { EntryField } from '../../../writing/entry-field';
import { EntryList } from '../../../writing/entry-list';
import { PartField } from '../../../writing/part-field';
import { TitleField } from '../../../writing/title-field';
import type { Beside } from '../../kinds';

/** A support plan being written: what is needed, who offers it, and what a day looks like. */
@Component({
  selector: 'cg-support-plan-editor',
  imports: [DayField, EntryChoice, EntryField, EntryList, PartField, TitleField, WordsInTemplate],
  templateUrl: './support-plan-editor.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SupportPlanEditor {
  private readonly words = inject(Words);

  readonly beside = input<Beside>(null);
  readonly family = input<Document['family']>(null);

  protected readonly limits = LIMITS;
  protected readonly lists = [
    { list: 'needs', blank: blankNeed, choosesSupport: true, fields: ['words'] },
    { list: 'offers', blank: blankOffer, choosesSupport: true, fields: ['who', 'what', 'when'] },
    {
      list: 'steps',
      blank: blankSupportStep,
      choosesSupport: false,
      fields: ['who', 'what', 'when', 'often', 'knownBy', 'planB'],
    },
    { list: 'signs', blank: blankSign, choosesSupport: false, fields: ['sign', 'helps'] },
    { list: 'places', blank: blankPlace, choosesSupport: false, fields: ['name', 'when', 'contact'] },
  ].map((one) => ({
    ...one,
    nameOf: (place: number): string => this.words.say(`kinds.support-plan.names.${one.list}`, { place }),
  }));
  protected readonly menu = computed(() =>
    SUPPORT_MENU.map((value) => ({ value, words: this.words.say(`kinds.menu.${value}`) })),
  );

  protected limitOf(field: string): number {
    return field === 'who' ? LIMITS.name : LIMITS.line;
  }
}
