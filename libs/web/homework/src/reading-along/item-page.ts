import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskId } from '@common-ground/contract';
import {
  Dates,
  PageHeading,
  Problem,
  ProblemNotice,
  SafetyCardView,
  Waiting,
  WordsInTemplate,
  loaded,
  today,
} from '@common-ground/web/platform';
import { rulesOf } from '@common-ground/rules/content';
import { KindPaper, PaperChoices } from '@common-ground/web/documents';
import { NoticeWithShareView } from '../reading/notice-with-share';
import { HomeworkClient } from '../homework.client';
import { Ways } from '../ways';

/** Something that was shared to be read: a plan or a script. It asks nothing and can be marked as read. */
@Component({
  selector: 'cg-item-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    NoticeWithShareView,
    KindPaper,
    PageHeading,
    PaperChoices,
    ProblemNotice,
    RouterLink,
    SafetyCardView,
    WordsInTemplate,
    Waiting,
  ],
  templateUrl: './item-page.html',
  styleUrl: './item-page.scss',
})
export class ItemPage {
  private readonly client = inject(HomeworkClient);
  protected readonly ways = inject(Ways);
  private readonly dates = inject(Dates);

  readonly id = input.required<string>();

  protected readonly task = loaded(
    () => this.id() as TaskId,
    (id, stop) => this.client.task(id, stop),
  );
  protected dayOf(day: string): string {
    return this.dates.day(day);
  }

  protected readonly readOn = computed(() => {
    const at = this.task.value()?.sentAt ?? null;
    return at === null ? null : this.dates.day(at.slice(0, 10));
  });
  /** A plan goes on after it was read, day by day. */
  protected readonly isFollowed = computed(() => {
    const task = this.task.value();
    return task !== null && rulesOf(task.kind).promptsOfDay(task.content, today()).length > 0;
  });
  protected readonly failed = signal<Problem | null>(null);
  private isMarking = false;

  /** Marking twice changes nothing. */
  protected async markRead(): Promise<void> {
    if (this.isMarking || this.ways.isLookedAt) return;
    this.isMarking = true;
    this.failed.set(null);
    try {
      this.task.set(await this.client.send(this.id() as TaskId));
    } catch (cause) {
      this.failed.set(Problem.from(cause));
    } finally {
      this.isMarking = false;
    }
  }

  protected print(): void {
    window.print();
  }
}
