import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  viewChildren,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { REVIEWED_KINDS, type ReviewQueue, type ReviewSummary } from '@common-ground/contract';
import {
  Dates,
  Empty,
  Field,
  PageHeading,
  ProblemNotice,
  Waiting,
  WordsInTemplate,
  furtherOf,
  loaded,
} from '@common-ground/web/platform';
import { DocumentsClient, type QueueSearch } from '../documents.client';
import { UnsentComments } from './unsent-comments';

/** What waits for the supervisor, in sentences. `j` and `k` walk through it, Enter opens. */
@Component({
  selector: 'cg-queue-page',
  imports: [Empty, Field, PageHeading, ProblemNotice, RouterLink, WordsInTemplate, UnsentComments, Waiting],
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.scss',
  host: { '(document:keydown)': 'walk($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuePage {
  private readonly client = inject(DocumentsClient);
  private readonly router = inject(Router);
  private readonly page = inject(DOCUMENT);
  protected readonly dates = inject(Dates);

  /** What is looked for, from the address. */
  readonly from = input<string>();
  readonly kind = input<string>();
  readonly act = input<string>();
  readonly risky = input<string>();
  readonly again = input<string>();

  protected readonly search = computed<QueueSearch>(() => ({
    from: this.from(),
    kind: this.kind(),
    act: this.act(),
    risky: this.risky(),
    again: this.again(),
  }));
  protected readonly first = loaded(this.search, (search) => this.client.queue(search));
  /** What arrived last: what one looks for stays where it is while something else is on its way. */
  private readonly last = linkedSignal<ReviewQueue | null, ReviewQueue | null>({
    source: this.first.value,
    computation: (now, before) => now ?? before?.value ?? null,
  });
  protected readonly senders = computed(() => this.last()?.from ?? []);
  private readonly lines = viewChildren<string, ElementRef<HTMLElement>>('line', { read: ElementRef });
  protected readonly further = furtherOf<ReviewSummary>(
    this.first.value,
    (cursor) => this.client.queue(this.search(), cursor),
    this.lines,
  );
  protected readonly reviews = this.further.items;
  protected readonly isNarrowed = computed(() => Object.values(this.search()).some((value) => value));
  /** Once there was something to narrow, it can be narrowed. */
  protected readonly canNarrow = linkedSignal<boolean, boolean>({
    source: () => this.isNarrowed() || (this.last()?.items.length ?? 0) > 1,
    computation: (now, before) => now || before?.value === true,
  });
  protected readonly hasHours = computed(() => this.reviews().some(({ hour }) => hour !== null));
  protected readonly kinds = REVIEWED_KINDS;

  protected choose(by: 'from' | 'kind', picked: Event): void {
    this.go({ [by]: (picked.target as HTMLSelectElement).value || null });
  }

  protected only(by: 'act' | 'risky' | 'again', ticked: Event, wanted = 'yes'): void {
    this.go({ [by]: (ticked.target as HTMLInputElement).checked ? wanted : null });
  }

  protected everything(): void {
    this.go({ from: null, kind: null, act: null, risky: null, again: null });
    // The button goes away with what it was about.
    this.page.querySelector<HTMLElement>('h1')?.focus();
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  /** Enter needs nothing from us: the cursor stands on a link. */
  protected walk(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key !== 'j' && event.key !== 'k')) return;
    // In a list of choices letters choose.
    if (event.target instanceof HTMLSelectElement) return;
    const links = Array.from(this.page.querySelectorAll<HTMLElement>('[data-review]'));
    const here = links.findIndex((link) => link === this.page.activeElement);
    const there = event.key === 'j' ? here + 1 : here - 1;
    links[Math.max(0, Math.min(there, links.length - 1))]?.focus();
  }
}
