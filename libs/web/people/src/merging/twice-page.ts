import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type FamilyId,
  type FieldProblem,
  type LikelyDuplicate,
  MERGE_HINDRANCES,
  type MemberId,
  type MergeHindrance,
  type MergedRecord,
  type PersonId,
  type PersonRecord,
} from '@common-ground/contract';
import {
  Breadcrumb,
  Empty,
  ErrorSummary,
  PageHeading,
  PageTitle,
  type Problem,
  ProblemNotice,
  Thread,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { FamiliesClient } from '../families/families.client';
import { MergingClient } from './merging.client';

/** Two records of one human being side by side, and the one act that makes them one. It cannot be undone. */
@Component({
  selector: 'cg-twice-page',
  imports: [
    Breadcrumb,
    Empty,
    ErrorSummary,
    PageHeading,
    ProblemNotice,
    RouterLink,
    Thread,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './twice-page.html',
  styleUrl: './twice-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TwicePage {
  private readonly families = inject(FamiliesClient);
  private readonly client = inject(MergingClient);
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly heading = viewChild<string, ElementRef<HTMLElement>>('done', { read: ElementRef });

  readonly id = input.required<FamilyId>();
  readonly memberId = input.required<MemberId>();

  protected readonly loaded = loaded(
    () => ({ id: this.id(), memberId: this.memberId() }),
    async ({ id, memberId }) => {
      const [family, found] = await Promise.all([
        this.families.family(id),
        this.client.duplicates(id, memberId),
      ]);
      return { family, ...found };
    },
  );
  protected readonly sending = sendingOf('merging');
  /** Which of several likely ones is meant, and which of the two stays; the first of each until somebody chooses. */
  private readonly meant = signal<PersonId | null>(null);
  private readonly stays = signal<PersonId | null>(null);
  private readonly refused = signal<MergeHindrance | null>(null);
  protected readonly isChecked = signal(false);
  protected readonly merged = signal<MergedRecord | null>(null);

  protected readonly other = computed((): LikelyDuplicate | null => {
    const items = this.loaded.value()?.items ?? [];
    return items.find(({ id }) => id === this.meant()) ?? items[0] ?? null;
  });
  protected readonly pair = computed((): readonly PersonRecord[] => {
    const [asked, other] = [this.loaded.value()?.record, this.other()];
    return asked && other ? [asked, other] : [];
  });
  protected readonly kept = computed(
    () => this.pair().find(({ id }) => id === this.stays()) ?? this.firstThatMay(),
  );
  protected readonly duplicate = computed(() => this.pair().find(({ id }) => id !== this.kept()?.id) ?? null);
  /** What stands in the way of the choice as it is, or what the server has just said. */
  protected readonly hindrance = computed(() => this.refused() ?? this.hindranceOfKeeping(this.kept()?.id));
  /** What failed for another reason than one that has its own words here. */
  protected readonly problem = computed(() => {
    const problem = this.sending.problem();
    return problem === null || hindranceIn(problem) !== null ? null : problem;
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const name = this.merged()?.member.displayName ?? this.loaded.value()?.record.displayName;
      const of = this.merged() ? 'merging.done.title' : 'merging.title';
      if (name !== undefined) title.set(this.words.say(of, { name }));
    });
  }

  protected choose(which: 'meant' | 'stays', id: PersonId): void {
    this[which].set(id);
    if (which === 'meant') this.stays.set(null);
    // Whoever looks at other records checks anew.
    this.isChecked.set(false);
    this.refused.set(null);
  }

  protected tick(event: Event): void {
    this.isChecked.set((event.target as HTMLInputElement).checked);
  }

  protected async merge(): Promise<void> {
    const [kept, duplicate] = [this.kept(), this.duplicate()];
    const place = kept?.places[0];
    if (!place || !duplicate) return;
    const merged = await this.sending.send(
      () => this.client.merge(place.family.id, place.memberId, duplicate.id),
      () => Promise.resolve(this.isChecked() ? [] : [NOT_CHECKED]),
    );
    const problem = this.sending.problem();
    if (problem) this.refused.set(hindranceIn(problem));
    if (!merged) return;
    this.merged.set(merged);
    afterNextRender({ read: () => this.heading()?.nativeElement.focus() }, { injector: this.injector });
  }

  /** The record that was asked about, unless only the other one may be kept. */
  private firstThatMay(): PersonRecord | null {
    const [asked, other] = this.pair();
    if (!asked || !other) return null;
    const mustBeOther =
      this.hindranceOfKeeping(asked.id) !== null && this.hindranceOfKeeping(other.id) === null;
    return mustBeOther ? other : asked;
  }

  private hindranceOfKeeping(id: PersonId | undefined): MergeHindrance | null {
    const hindrances = this.other()?.hindrances;
    if (!hindrances) return null;
    return id === this.loaded.value()?.record.id ? hindrances.keepingAsked : hindrances.keepingThis;
  }
}

function hindranceIn({ details }: Problem): MergeHindrance | null {
  return MERGE_HINDRANCES.find((one) => one === details.because) ?? null;
}

const NOT_CHECKED: FieldProblem = { path: 'checked', code: 'isChecked', message: 'This has to be checked.' };
