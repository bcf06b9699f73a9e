import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  DOCUMENT_KINDS,
  type Document,
  type DocumentKind,
  type FamilyId,
  type FamilySummary,
  type Template,
} from '@common-ground/contract';
import {
  Dates,
  Empty,
  Field,
  PageHeading,
  Problem,
  ProblemNotice,
  TranslocoDirective,
  Waiting,
  Words,
  loaded,
} from '@common-ground/web/platform';
import { DocumentsClient } from '../documents.client';
import { KindPaper } from '../kinds/kind-paper';

interface Shelf {
  readonly templates: readonly Template[];
  readonly families: readonly FamilySummary[];
}

/** Something good to start from, and the blank page. */
@Component({
  selector: 'cg-library-page',
  imports: [Empty, Field, PageHeading, ProblemNotice, TranslocoDirective, Waiting, KindPaper],
  templateUrl: './library-page.html',
  styleUrl: './library-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LibraryPage {
  private readonly client = inject(DocumentsClient);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  protected readonly dates = inject(Dates);

  /** The family to begin for, from the address. */
  readonly family = input<FamilyId>();

  protected readonly shelf = loaded(
    () => 'shelf',
    async (): Promise<Shelf> => {
      // Whoever leads no family can still read the library.
      const families = this.client.families().catch(() => []);
      return { templates: await this.client.templates(), families: await families };
    },
  );
  protected readonly chosen = linkedSignal<FamilyId | undefined>(() => this.family());
  protected readonly chosenName = computed(
    () => this.shelf.value()?.families.find(({ id }) => id === this.chosen())?.name ?? null,
  );
  /** Those in the reader's language first; the others are there too. */
  protected readonly templates = computed(() => {
    const language = this.words.language();
    const all = this.shelf.value()?.templates ?? [];
    return [
      ...all.filter((one) => one.language === language),
      ...all.filter((one) => one.language !== language),
    ];
  });
  protected readonly kinds = DOCUMENT_KINDS;
  protected readonly opened = signal<string | null>(null);
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
    this.chosen.set(((picked.target as HTMLSelectElement).value as FamilyId) || undefined);
  }

  protected show(template: Template): void {
    this.opened.update((opened) => (opened === template.id ? null : template.id));
  }

  protected copy(template: Template): Promise<void> {
    const familyId = this.chosen();
    return this.make(() => this.client.copyTemplate(template.id, familyId ? { familyId } : {}));
  }

  protected blank(kind: DocumentKind): Promise<void> {
    const familyId = this.chosen();
    const title = this.words.say(`documents.untitled.${kind}`);
    return this.make(() => this.client.create({ kind, title, ...(familyId && { familyId }) }));
  }

  private async make(create: () => Promise<Document>): Promise<void> {
    if (this.isMaking) return;
    this.isMaking = true;
    this.failed.set(null);
    try {
      await this.router.navigate(['/app/docs', (await create()).id]);
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    } finally {
      this.isMaking = false;
    }
  }
}
