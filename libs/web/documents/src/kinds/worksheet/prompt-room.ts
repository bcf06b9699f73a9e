import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Prompt } from '@common-ground/contract';
import { roomFor } from '@common-ground/rules/content';
import { WordsInTemplate } from '@common-ground/web/platform';

/** The room that a prompt of several things takes on paper: lines under names, boxes, a table. */
@Component({
  selector: 'cg-prompt-room',
  imports: [WordsInTemplate],
  templateUrl: './prompt-room.html',
  styleUrl: './prompt-room.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PromptRoom {
  readonly prompt = input.required<Prompt>();

  protected readonly rooms = computed(() => roomFor(this.prompt()) ?? []);
  protected readonly blankRows = [1, 2, 3];
}
