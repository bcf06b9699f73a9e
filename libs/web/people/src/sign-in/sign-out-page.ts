import { Location, NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type BegunSort,
  type BegunThing,
  HalfWritten,
  PageHeading,
  Session,
  type SignOutOutcome,
  WordsInTemplate,
  sortOfBegun,
} from '@common-ground/web/platform';

interface BegunLine {
  readonly sort: BegunSort;
  readonly at: string;
}

@Component({
  selector: 'cg-sign-out-page',
  imports: [NgTemplateOutlet, PageHeading, RouterLink, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @switch (step()) {
        @case ('done') {
          <h1 cgHeading>{{ t('people.signOut.title') }}</h1>
          <p>{{ t('people.signOut.text') }}</p>
          <a class="cg-button" routerLink="/sign-in">{{ t('people.signOut.again') }}</a>
        }
        @case ('unsaved') {
          <h1 cgHeading>{{ t('people.signOut.unsavedTitle') }}</h1>
          <p>{{ t('people.signOut.unsavedText') }}</p>
          <p>
            <a routerLink="/left-words">{{ t('people.signOut.seeAll') }}</a>
          </p>
          @if (begun().length > 0) {
            <p>{{ t('people.signOut.halfToo') }}</p>
            <ng-container *ngTemplateOutlet="things" />
          }
          <button type="button" class="cg-button cg-primary" (click)="stay()">
            {{ t('people.signOut.stay') }}
          </button>
          <button type="button" class="cg-button cg-plain" (click)="leave(true)">
            {{ t('people.signOut.leaveThem') }}
          </button>
        }
        @case ('half-written') {
          <h1 cgHeading>{{ t('people.signOut.halfTitle') }}</h1>
          <p>{{ t('people.signOut.halfText') }}</p>
          <ng-container *ngTemplateOutlet="things" />
          <p>
            <a routerLink="/left-words">{{ t('people.signOut.seeAll') }}</a>
          </p>
          <button type="button" class="cg-button cg-primary" (click)="stay()">
            {{ t('people.signOut.back') }}
          </button>
          <button type="button" class="cg-button cg-plain" (click)="leave(true)">
            {{ t('people.signOut.leaveThem') }}
          </button>
        }
        @default {
          <p role="status">{{ t('people.signOut.underWay') }}</p>
        }
      }
      <ng-template #things>
        <ul>
          @for (thing of begun(); track $index) {
            <li>
              @if (thing.at) {
                <a [routerLink]="thing.at">{{ t('people.signOut.half.' + thing.sort) }}</a>
              } @else {
                {{ t('people.signOut.half.' + thing.sort) }}
              }
            </li>
          }
        </ul>
      </ng-template>
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignOutPage {
  private readonly session = inject(Session);
  private readonly location = inject(Location);

  private readonly halfWritten = inject(HalfWritten);

  protected readonly step = signal<'under-way' | SignOutOutcome>('under-way');
  protected readonly begun = signal<readonly BegunLine[]>([]);

  constructor() {
    void this.leave(false);
  }

  protected async leave(isSure: boolean): Promise<void> {
    this.step.set('under-way');
    const outcome = await this.session.signOut(isSure);
    if (outcome !== 'done') this.begun.set(linesOf(await this.halfWritten.begun()));
    this.step.set(outcome);
  }

  protected stay(): void {
    this.location.back();
  }
}

/** One line for all of a sort on one page. */
function linesOf(begun: readonly BegunThing[]): readonly BegunLine[] {
  const lines = begun.map(({ key, at }): BegunLine => ({ sort: sortOfBegun(key), at }));
  return [...new Map(lines.map((line) => [`${line.sort} ${line.at}`, line])).values()];
}
