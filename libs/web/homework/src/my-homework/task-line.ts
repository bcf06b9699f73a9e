import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskSummary } from '@common-ground/contract';
import { putOffUntil } from '@common-ground/rules/content';
import { Dates, WordsInTemplate, today } from '@common-ground/web/platform';
import { homeOf } from './what-next';

/** One piece of homework as a line below the one next thing; apart, so that further lines cost those before nothing. */
@Component({
  selector: 'li[cgTaskLine]',
  imports: [RouterLink, WordsInTemplate],
  templateUrl: './task-line.html',
  styleUrl: './task-line.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskLine {
  private readonly dates = inject(Dates);

  readonly task = input.required<TaskSummary>();
  /** Without a connection: it was never opened on this device. */
  readonly isNotHere = input(false);
  /** Among which it stands: what waits, what was sent, what is over, what was read. */
  readonly among = input.required<'other' | 'sent' | 'over' | 'read'>({ alias: 'cgTaskLine' });

  /** What was sent, or is over, was written: one reads it where one wrote it. */
  protected readonly way = computed(() =>
    this.among() === 'sent' || this.among() === 'over' ? ['/me/tasks', this.task().id] : homeOf(this.task()),
  );
  protected readonly putOffTo = computed(() => putOffUntil(this.task().putOffUntil, today()));

  protected dayOf(at: string): string {
    return this.dates.day(at.slice(0, 10));
  }
}
