import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Change, ReviewedKind } from '@common-ground/contract';
import { Words, WordsInTemplate } from '@common-ground/web/platform';

/** What changed, in words, each linked to its block where that still stands on the page. */
@Component({
  selector: 'cg-change-list',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (lines().length === 0) {
        <p class="cg-quiet">{{ t('documents.changes.none') }}</p>
      } @else {
        <ul>
          @for (line of lines(); track $index) {
            <li>
              {{ line.words }}
              @if (line.block; as block) {
                <a [href]="'#block-' + block" (click)="goTo($event, block)">{{
                  t('documents.changes.goThere')
                }}</a>
              }
            </li>
          }
        </ul>
      }
    </ng-container>
  `,
  styles: `
    ul {
      max-inline-size: 46rem;
      margin: 0 0 1rem;
      padding-inline-start: 1.25rem;
    }
    li {
      margin-block-end: 0.375rem;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeList {
  private readonly words = inject(Words);

  readonly kind = input.required<ReviewedKind>();
  readonly changes = input.required<readonly Change[]>();
  /** The blocks on this page; changes to others have nowhere to lead. */
  readonly blocks = input<readonly string[]>([]);

  protected readonly lines = computed(() =>
    this.changes().map((change) => ({
      words: this.said(change),
      block: change.blockId !== null && this.blocks().includes(change.blockId) ? change.blockId : null,
    })),
  );

  protected goTo(click: Event, block: string): void {
    click.preventDefault();
    const target = (click.target as HTMLElement).ownerDocument.getElementById(`block-${block}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus();
  }

  private said({ sort, from, to, part }: Change): string {
    const kind = (code: string | null): string =>
      code === null ? '' : this.words.say(`documents.blocks.${code}`);
    const params = sort === 'kind' ? { from: kind(from), to: kind(to) } : { from: from ?? '', to: to ?? '' };
    const said = this.words.say(`documents.changes.${this.keyOf(sort, from, to)}`, params);
    return part === undefined ? said : `${this.words.say(`kinds.${this.kind()}.part.${part}`)}: ${said}`;
  }

  /** A condition that came or went is told as that, and not as a change from or to nothing. */
  private keyOf(sort: Change['sort'], from: string | null, to: string | null): string {
    // What part of an hour it is says already that it is about its time.
    if (this.kind() === 'hour-plan' && (sort === 'when' || sort === 'minutes')) return 'changed';
    if (sort === 'audience' && from === null) return 'audienceWider';
    if (sort === 'audience' && to === null) return 'audienceNarrower';
    if (sort !== 'condition') return sort;
    if (from === '') return 'conditionNew';
    return to === '' ? 'conditionGone' : 'condition';
  }
}
