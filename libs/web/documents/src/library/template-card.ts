import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TemplateSummary } from '@common-ground/contract';
import { Dates, Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { KindPaper } from '../kinds/kind-paper';

/** One template: what it is for, how long and how hard it is, whose it is and by what right; to be read where it stands. */
@Component({
  selector: 'cg-template-card',
  imports: [KindPaper, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './template-card.html',
  styleUrl: './template-card.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TemplateCard {
  private readonly client = inject(DocumentsClient);
  protected readonly dates = inject(Dates);

  readonly template = input.required<TemplateSummary>();
  readonly use = output<void>();
  readonly takeBack = output<void>();

  protected readonly isOpen = signal(false);
  protected readonly isAsking = signal(false);
  /** Fetched only when somebody wants to read it. */
  protected readonly whole = loaded(
    () => (this.isOpen() ? this.template().id : undefined),
    (id) => this.client.template(id),
  );
  protected readonly heading = computed(() => `template-${this.template().id}`);
  /** The words for how hard it is to read; a school grade says more where the language has one. */
  protected readonly reading = computed(() => {
    const { reading } = this.template();
    if (reading === null) return null;
    const grade = reading.formula === 'flesch-kincaid' ? Math.max(1, Math.round(reading.score)) : null;
    return { band: reading.band, grade };
  });
}
