import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { BoundaryPlanContent } from '@common-ground/contract';
import { itemCodes, rulesOf } from '@common-ground/rules/content';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { ItemCode } from '../../item-code';
import { FoldedPart } from '../../folded-part';
import type { Beside } from '../../kinds';

/** A boundary plan as a sheet of paper. Parts in which nothing is written are left out. */
@Component({
  selector: 'cg-boundary-plan-paper',
  imports: [FoldedPart, ItemCode, NgTemplateOutlet, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @for (part of parts(); track part.id) {
        <section class="block" [id]="'block-' + part.id" tabindex="-1">
          @if (part.isFirst) {
            <h2>{{ t('kinds.boundary-plan.parts.' + part.heading) }}</h2>
          }
          @switch (part.part) {
            @case ('step') {
              <cg-item-code [code]="codes().get(part.id)" />
              <h3>{{ t('kinds.boundary-plan.stepName', { place: part.place }) }}</h3>
              <p class="words">{{ part.words }}</p>
            }
            @case ('limit') {
              <cg-item-code [code]="codes().get(part.id)" />
              <p class="mine">{{ part.words }}</p>
            }
            @case ('saying') {
              <p class="words spoken">{{ part.words }}</p>
            }
            @default {
              <p class="words">{{ part.words }}</p>
            }
          }
        </section>
        @if (beside(); as template) {
          <ng-container [ngTemplateOutlet]="template" [ngTemplateOutletContext]="{ $implicit: part.id }" />
        }
      }
    </ng-container>
  `,
  styleUrl: '../../paper.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoundaryPlanPaper {
  private readonly dates = inject(Dates);

  readonly content = input.required<BoundaryPlanContent>();
  /** What stands below a part, for instance the threads about it. */
  readonly beside = input<Beside>(null);

  protected readonly codes = computed(() => itemCodes('boundary-plan', this.content()));
  protected readonly parts = computed(() => {
    const written = rulesOf('boundary-plan')
      .parts(this.content())
      .filter(({ words }) => words !== '');
    const places = new Map<string, number>();
    return written.map(({ id, part, words }) => {
      const place = (places.get(part) ?? 0) + 1;
      places.set(part, place);
      return {
        id,
        part,
        place,
        isFirst: place === 1,
        heading: HEADINGS[part] ?? part,
        words: part.endsWith('On') ? this.dates.day(words) : words,
      };
    });
  });
}

/** Parts of which there may be several stand under one heading. */
const HEADINGS: Readonly<Record<string, string>> = { limit: 'limits', step: 'steps' };
