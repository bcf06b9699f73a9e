import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilySessionId, Involvement, InvolvementChoice } from '@common-ground/contract';
import { involvementRecord, involvementSections } from '@common-ground/rules/content';
import {
  Breadcrumb,
  ErrorSummary,
  KeepFile,
  PageHeading,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  loaded,
  sendingOf,
} from '@common-ground/web/platform';
import { sessionTrail } from '../planning/trail';
import { InvolvementClient } from './involvement.client';

type Listed = 'memberIds' | 'entryIds' | 'actionIds';

/** What of an hour goes into the chart: chosen from what is known of it, and not written. */
@Component({
  selector: 'cg-involvement-page',
  imports: [Breadcrumb, ErrorSummary, PageHeading, ProblemNotice, RouterLink, WordsInTemplate, Waiting],
  templateUrl: './involvement-page.html',
  styleUrl: './involvement-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvolvementPage {
  private readonly client = inject(InvolvementClient);
  private readonly files = inject(KeepFile);
  private readonly words = inject(Words);
  private readonly page = inject(DOCUMENT).defaultView;

  readonly id = input.required<FamilySessionId>();

  protected readonly whole = loaded(this.id, (id, stop) => this.client.whole(id, stop));
  protected readonly sending = sendingOf('involvement');
  protected readonly trail = computed(() => {
    const whole = this.whole.value();
    return whole ? sessionTrail(this.words, whole.family) : [];
  });
  /** Everything that was reached and agreed, and whoever was planned and did not say no. */
  private readonly choice = linkedSignal<Involvement | null | undefined, Readonly<InvolvementChoice>>({
    source: () => this.whole.value(),
    computation: (whole) => ({
      memberIds: [...(whole?.offered ?? [])],
      entryIds: (whole?.entries ?? []).map(({ id }) => id),
      actionIds: (whole?.actions ?? []).map(({ id }) => id),
      decision: true,
    }),
  });
  /** In the words in which it goes into the chart, made by what makes those. */
  protected readonly sections = computed(() => {
    const whole = this.whole.value();
    return whole ? involvementSections(involvementRecord(whole, this.choice()), whole.language) : [];
  });
  /** As it was made; it is gone once something else is chosen, for it would say another thing. */
  protected readonly text = linkedSignal<Readonly<InvolvementChoice>, string | null>({
    source: () => this.choice(),
    computation: () => null,
  });
  protected readonly outcome = signal<'copied' | 'notCopied' | 'kept' | null>(null);

  protected has(list: Listed, id: string): boolean {
    return this.choice()[list].some((one) => one === id);
  }

  protected turn(list: Listed, id: string): void {
    const chosen: readonly string[] = this.choice()[list];
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    this.choose({ [list]: next });
  }

  protected get decides(): boolean {
    return this.choice().decision;
  }

  protected turnDecision(): void {
    this.choose({ decision: !this.decides });
  }

  protected async copy(): Promise<void> {
    this.outcome.set(null);
    const text = await this.sending.send(() => this.client.text(this.id(), this.choice()));
    if (text === null) return;
    this.text.set(text);
    try {
      await this.page?.navigator.clipboard.writeText(text);
      this.outcome.set('copied');
    } catch {
      this.outcome.set('notCopied');
    }
  }

  protected async keep(): Promise<void> {
    this.outcome.set(null);
    const file = await this.sending.send(() => this.client.paper(this.id(), this.choice()));
    if (file === null) return;
    this.files.keep(file, 'record.pdf');
    this.outcome.set('kept');
  }

  private choose(change: Partial<Record<keyof InvolvementChoice, unknown>>): void {
    this.choice.update((choice) => ({ ...choice, ...change }) as InvolvementChoice);
    this.outcome.set(null);
  }
}
