import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Block, Prompt } from '@common-ground/contract';
import { ConditionWords } from './condition-words';

/** Above a question that is not always asked: when it is. */
@Component({
  selector: 'cg-condition-line',
  template: `
    @if (line(); as words) {
      <p class="cg-quiet">{{ words }}</p>
    }
  `,
  styles: `
    p {
      margin: 0 0 0.25rem;
      padding-inline-start: 0.75rem;
      border-inline-start: 3px solid var(--cg-line);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConditionLine {
  private readonly words = inject(ConditionWords);

  readonly prompt = input.required<Prompt>();
  /** Everything that stands on the same worksheet. */
  readonly blocks = input.required<readonly Block[]>();

  protected readonly line = computed(() => {
    const { onlyIf } = this.prompt();
    return onlyIf && this.words.of(onlyIf, this.blocks());
  });
}
