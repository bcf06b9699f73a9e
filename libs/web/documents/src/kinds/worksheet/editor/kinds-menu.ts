import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { CdkMenu, CdkMenuItem } from '@angular/cdk/menu';
import { BLOCK_KINDS, type BlockKind } from '@common-ground/contract';
import { WordsInTemplate } from '@common-ground/web/platform';

/** What a worksheet can be made of; the one list behind *Add*, `/` and *Turn into*. */
@Component({
  selector: 'cg-kinds-menu',
  imports: [CdkMenu, CdkMenuItem, WordsInTemplate],
  template: `
    <div *cgWords="let t" cdkMenu class="menu" [attr.aria-label]="label()">
      @for (kind of kinds; track kind) {
        <button
          type="button"
          cdkMenuItem
          class="item"
          [cdkMenuitemTypeaheadLabel]="t('documents.blocks.' + kind)"
          (cdkMenuItemTriggered)="chosen.emit(kind)"
        >
          <span>{{ t('documents.blocks.' + kind) }}</span>
          <span class="hint">{{ t('documents.blocks.hint.' + kind) }}</span>
        </button>
      }
    </div>
  `,
  styleUrl: '../../../writing/menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KindsMenu {
  readonly label = input.required<string>();
  readonly chosen = output<BlockKind>();

  protected readonly kinds = BLOCK_KINDS;
}
