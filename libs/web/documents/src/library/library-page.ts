import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  viewChildren,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  DOCUMENT_KINDS,
  LANGUAGES,
  LIMITS,
  SHELVES,
  type Document,
  type DocumentKind,
  type FamilyId,
  type TemplateSummary,
} from '@common-ground/contract';
import {
  Empty,
  Field,
  PageHeading,
  Problem,
  ProblemNotice,
  Session,
  Waiting,
  Words,
  WordsInTemplate,
  furtherOf,
  loaded,
} from '@common-ground/web/platform';
import { DocumentsClient, type TemplateSearch } from '../documents.client';
import { TemplateCard } from './template-card';

/** Something good to start from, and the blank page. What is looked for stands in the address, so that Back works. */
@Component({
  selector: 'cg-library-page',
  imports: [Empty, Field, PageHeading, ProblemNotice, RouterLink, TemplateCard, WordsInTemplate, Waiting],
  templateUrl: './library-page.html',
  styleUrl: './library-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LibraryPage {
  private readonly client = inject(DocumentsClient);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly session = inject(Session);

  /** The family to begin for, and what is looked for, from the address. */
  readonly family = input<FamilyId>();
  readonly q = input<string>();
  readonly kind = input<string>();
  readonly language = input<string>();
  readonly tag = input<string>();
  readonly shelf = input<string>();
  readonly ends = input<string>();

  protected readonly mayBegin = computed(() => this.session.isAny('therapist'));
  // Whoever leads no family can still read the library.
  protected readonly families = loaded(
    () => (this.mayBegin() ? 'families' : undefined),
    () => this.client.families().catch(() => []),
  );
  protected readonly search = computed<TemplateSearch>(() => ({
    q: this.q(),
    kind: this.kind(),
    language: this.language(),
    tag: this.tag(),
    shelf: this.shelf(),
    ends: this.ends(),
  }));
  protected readonly found = loaded(this.search, (search) => this.client.templates(search));
  private readonly cards = viewChildren<TemplateCard, ElementRef<HTMLElement>>(TemplateCard, {
    read: ElementRef,
  });
  protected readonly further = furtherOf<TemplateSummary>(
    this.found.value,
    (cursor) => this.client.templates(this.search(), cursor),
    this.cards,
  );
  protected readonly templates = this.further.items;
  protected readonly isNear = computed(() => this.templates().some(({ near }) => near));
  protected readonly isNarrowed = computed(() => Object.values(this.search()).some((value) => value));
  /** A tag that was chosen stays to be seen, also where the language has no such tag. */
  protected readonly tags = computed(() => {
    const tags = this.found.value()?.tags ?? [];
    const chosen = this.tag();
    return chosen && !tags.includes(chosen) ? [chosen, ...tags] : tags;
  });

  protected readonly chosen = linkedSignal<FamilyId | undefined>(() => this.family());
  protected readonly chosenName = computed(
    () => this.families.value()?.find(({ id }) => id === this.chosen())?.name ?? null,
  );
  protected readonly kinds = DOCUMENT_KINDS;
  protected readonly languages = LANGUAGES;
  protected readonly shelves = SHELVES;
  protected readonly soon = LIMITS.rightEndsSoon;
  protected readonly longest = LIMITS.search;
  protected readonly failed = signal<Problem | null>(null);
  private isMaking = false;

  constructor() {
    // A failed act is about what was chosen then, not about what is chosen now.
    effect(() => {
      this.chosen();
      this.failed.set(null);
    });
  }

  protected choose(picked: Event): void {
    this.chosen.set((valueOf(picked) as FamilyId) || undefined);
  }

  protected narrow(by: keyof TemplateSearch, picked: Event): void {
    this.go({ [by]: valueOf(picked) || null });
  }

  protected look(typed: string): void {
    this.go({ q: typed.trim() || null });
  }

  protected everything(): void {
    this.go({ q: null, kind: null, language: null, tag: null, shelf: null, ends: null });
  }

  protected copy(template: TemplateSummary): Promise<void> {
    const familyId = this.chosen();
    return this.make(() => this.client.copyTemplate(template.id, familyId ? { familyId } : {}));
  }

  protected takeBack(template: TemplateSummary): Promise<void> {
    return this.act(async () => {
      await this.client.takeTemplateBack(template.id);
      this.found.again();
    });
  }

  protected blank(kind: DocumentKind): Promise<void> {
    const familyId = this.chosen();
    const title = this.words.say(`documents.untitled.${kind}`);
    return this.make(() => this.client.create({ kind, title, ...(familyId && { familyId }) }));
  }

  private go(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private make(create: () => Promise<Document>): Promise<void> {
    return this.act(async () => {
      await this.router.navigate(['/app/docs', (await create()).id]);
    });
  }

  private async act(act: () => Promise<void>): Promise<void> {
    if (this.isMaking) return;
    this.isMaking = true;
    this.failed.set(null);
    try {
      await act();
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    } finally {
      this.isMaking = false;
    }
  }
}

function valueOf(picked: Event): string {
  return (picked.target as HTMLSelectElement).value;
}
