import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnswerValue, FamilyId } from '@common-ground/contract';
import { Dates, PageHeading, Waiting, WordsInTemplate, loaded, today } from '@common-ground/web/platform';
import { HomeworkClient, pdfOf } from '../homework.client';
import { AnsweredPaper } from '../paper/answered-paper';

/** One person's answered worksheet on paper. It holds what the therapist may read and nothing else. */
@Component({
  selector: 'cg-responses-print-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnsweredPaper, PageHeading, RouterLink, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      <a class="back cg-screen-only" [routerLink]="['/app/families', id(), 'responses']">{{
        t('homework.paper.back')
      }}</a>
      @if (sets.value()) {
        @if (set(); as set) {
          <div class="cg-buttons cg-screen-only">
            <button type="button" class="cg-button cg-primary" (click)="print()">
              {{ t('homework.paper.print') }}
            </button>
            <a class="cg-button" [href]="pdfOf(set.taskId)" target="_blank" rel="noopener">{{
              t('homework.paper.pdf')
            }}</a>
          </div>
          <h1 cgHeading class="cg-title">{{ set.document.title }}</h1>
          <p>
            {{ t('homework.paper.by', { name: set.person.displayName }) }} ·
            {{
              set.sentAt
                ? t('homework.paper.sentOn', { day: dayOf(set.sentAt) })
                : t('homework.paper.notSent')
            }}
          </p>
          <cg-answered-paper
            [content]="set.content"
            [version]="set.document.version"
            [name]="set.person.displayName"
            [values]="values()"
            [showsAll]="true"
            [on]="on"
          />
        } @else {
          <h1 cgHeading>{{ t('homework.paper.pageTitle') }}</h1>
          <p>{{ t('homework.paper.notThere') }}</p>
        }
      } @else {
        @if (sets.problem()) {
          <h1 cgHeading class="cg-hidden">{{ t('homework.paper.pageTitle') }}</h1>
        }
        <cg-waiting [on]="sets" />
      }
    </ng-container>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
  `,
})
export class ResponsesPrintPage {
  private readonly client = inject(HomeworkClient);
  private readonly dates = inject(Dates);

  readonly id = input.required<string>();
  readonly taskId = input.required<string>();

  protected readonly sets = loaded(
    () => this.id() as FamilyId,
    (id, stop) => this.client.responses(id, stop),
  );
  protected readonly set = computed(
    () => this.sets.value()?.find(({ taskId }) => taskId === this.taskId()) ?? null,
  );
  protected readonly values = computed<ReadonlyMap<string, AnswerValue>>(
    () => new Map(this.set()?.answers.map(({ promptId, value }) => [promptId, value])),
  );
  protected readonly pdfOf = pdfOf;
  protected readonly on = today();

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }

  protected print(): void {
    window.print();
  }
}
