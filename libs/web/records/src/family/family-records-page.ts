import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  input,
  signal,
  viewChildren,
} from '@angular/core';
import type { Disclosure, Erasure, FamilyId } from '@common-ground/contract';
import {
  Breadcrumb,
  Dates,
  KeepFile,
  PageHeading,
  Problem,
  ProblemNotice,
  Waiting,
  Words,
  WordsInTemplate,
  furtherOf,
  loaded,
} from '@common-ground/web/platform';
import { RecordsClient } from '../records.client';
import { DecideErasure } from './decide-erasure';

/** Neutral: it stays in a list of downloads. */
const FILE = 'disclosures.csv';

/** What of a family was given to whom, and the requests of its people to have their words erased. */
@Component({
  selector: 'cg-family-records-page',
  imports: [Breadcrumb, DecideErasure, PageHeading, ProblemNotice, WordsInTemplate, Waiting],
  templateUrl: './family-records-page.html',
  styles: `
    li p {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FamilyRecordsPage {
  private readonly client = inject(RecordsClient);
  private readonly files = inject(KeepFile);
  private readonly words = inject(Words);
  private readonly dates = inject(Dates);

  readonly id = input.required<FamilyId>();

  protected readonly family = loaded(this.id, (id) => this.client.family(id));
  protected readonly erasures = loaded(this.id, (id) => this.client.erasures(id));
  protected readonly first = loaded(this.id, (id) => this.client.disclosures(id));
  private readonly lines = viewChildren<string, ElementRef<HTMLElement>>('line', { read: ElementRef });
  protected readonly further = furtherOf<Disclosure>(
    this.first.value,
    (cursor) => this.client.disclosures(this.id(), cursor),
    this.lines,
  );
  protected readonly given = this.further.items;
  protected readonly failed = signal<Problem | null>(null);

  protected sentence({ at, to, title, kind, consent, revokedAt }: Disclosure): string {
    return this.words.say('records.family.line', {
      moment: this.dates.moment(at),
      to: to.displayName,
      relation: this.words.say(`platform.relations.${to.relation}`),
      title: title ?? this.words.say(`platform.kinds.${kind}`),
      consent: consent === null ? 'none' : 'given',
      purpose: consent?.purpose,
      revoked: revokedAt === null ? 'no' : 'yes',
      back: revokedAt === null ? '' : this.dates.moment(revokedAt),
    });
  }

  protected async download(): Promise<void> {
    this.failed.set(null);
    try {
      this.files.keep(await this.client.disclosuresFile(this.id()), FILE);
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    }
  }

  protected decided(changed: Erasure): void {
    const all = this.erasures.value() ?? [];
    this.erasures.set(all.map((one) => (one.id === changed.id ? changed : one)));
  }
}
