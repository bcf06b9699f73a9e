import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Page, ReviewSummary } from '@common-ground/contract';
import {
  Dates,
  Empty,
  PageHeading,
  Problem,
  ProblemNotice,
  TranslocoDirective,
  Waiting,
  loaded,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';

/** What waits for the supervisor, in sentences. `j` and `k` walk through it, Enter opens. */
@Component({
  selector: 'cg-queue-page',
  imports: [Empty, PageHeading, ProblemNotice, RouterLink, TranslocoDirective, Waiting],
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.scss',
  host: { '(document:keydown)': 'walk($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuePage {
  private readonly client = inject(DocumentsClient);
  private readonly page = inject(DOCUMENT);
  protected readonly dates = inject(Dates);

  protected readonly first = loaded(
    () => 'waiting' as const,
    (state) => this.client.reviews(state),
  );
  private readonly further = signal<readonly Page<ReviewSummary>[]>([]);
  protected readonly reviews = computed(() =>
    [this.first.value(), ...this.further()].flatMap((page) => page?.items ?? []),
  );
  protected readonly next = computed(() => (this.further().at(-1) ?? this.first.value())?.next ?? null);
  protected readonly failed = signal<Problem | null>(null);

  protected async more(cursor: string): Promise<void> {
    this.failed.set(null);
    try {
      const page = await this.client.reviews('waiting', cursor);
      this.further.update((pages) => [...pages, page]);
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }

  /** Enter needs nothing from us: the cursor stands on a link. */
  protected walk(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return;
    const links = Array.from(this.page.querySelectorAll<HTMLElement>('[data-review]'));
    const here = links.findIndex((link) => link === this.page.activeElement);
    const there = event.key === 'j' ? here + 1 : here - 1;
    links[Math.max(0, Math.min(there, links.length - 1))]?.focus();
  }
}
