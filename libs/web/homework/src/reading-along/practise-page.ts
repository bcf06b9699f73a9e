import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskId } from '@common-ground/contract';
import { PageHeading, Waiting, WordsInTemplate, loaded } from '@common-ground/web/platform';
import { ScriptPractice } from '@common-ground/web/documents';
import { HomeworkClient } from '../homework.client';
import { Ways } from '../ways';

/** A script that was shared, to be rehearsed. */
@Component({
  selector: 'cg-practise-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PageHeading, RouterLink, ScriptPractice, WordsInTemplate, Waiting],
  template: `
    <ng-container *cgWords="let t">
      @if (task.value(); as it) {
        <a class="back" [routerLink]="ways.item(it.id)">{{ t('homework.item.toScript') }}</a>
        <h1 cgHeading class="cg-title" [attr.lang]="it.content.language">{{ it.title }}</h1>
        @if (script(); as content) {
          <cg-script-practice [content]="content" />
        } @else {
          <p>{{ t('homework.item.notAScript') }}</p>
        }
      } @else {
        @if (task.problem()) {
          <h1 cgHeading class="cg-hidden">{{ t('homework.task.pageTitle') }}</h1>
        }
        <cg-waiting [on]="task" />
      }
    </ng-container>
  `,
  styles: `
    .back {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
    }
    h1 {
      margin-block: 8px;
      font-size: 1.25rem;
    }
  `,
})
export class PractisePage {
  private readonly client = inject(HomeworkClient);
  protected readonly ways = inject(Ways);

  readonly id = input.required<string>();

  protected readonly task = loaded(
    () => this.id() as TaskId,
    (id, stop) => this.client.task(id, stop),
  );
  protected readonly script = computed(() => {
    const content = this.task.value()?.content;
    return content !== undefined && 'turns' in content ? content : null;
  });
}
