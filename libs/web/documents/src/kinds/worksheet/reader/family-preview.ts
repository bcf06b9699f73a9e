import { ChangeDetectionStrategy, Component, computed, input, linkedSignal } from '@angular/core';
import { type Block, type Prompt, type WorksheetContent, isPrompt } from '@common-ground/contract';
import { estimateMinutes } from '@common-ground/rules/content';
import { TranslocoDirective } from '@common-ground/web/platform';
import { ConditionLine } from '../condition-line';
import { PromptRoom } from '../prompt-room';

interface PreviewPage {
  readonly prompt: Prompt;
  readonly before: readonly Block[];
}

/**
 * The worksheet as somebody of the family meets it on a phone: why and how long first, then one question a page. It
 * can be tried out; nothing entered here is kept or sent.
 */
@Component({
  selector: 'cg-family-preview',
  imports: [ConditionLine, PromptRoom, TranslocoDirective],
  templateUrl: './family-preview.html',
  styleUrl: './family-preview.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FamilyPreview {
  readonly title = input.required<string>();
  readonly content = input.required<WorksheetContent>();

  protected readonly minutes = computed(() => estimateMinutes(this.content()));
  protected readonly pages = computed<readonly PreviewPage[]>(() => {
    let before: Block[] = [];
    return this.content().blocks.flatMap((block) => {
      if (!isPrompt(block)) {
        before.push(block);
        return [];
      }
      const page = { prompt: block, before };
      before = [];
      return [page];
    });
  });
  /** 0 is the first page, before any question. */
  protected readonly at = linkedSignal({ source: this.content, computation: () => 0 });
  protected readonly page = computed(() => this.pages()[this.at() - 1] ?? null);
  protected readonly scale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

  protected go(steps: number): void {
    this.at.update((at) => Math.max(0, Math.min(this.pages().length, at + steps)));
  }
}
