import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, type TemplateRef, input, output } from '@angular/core';
import { WordsInTemplate } from '@common-ground/web/platform';

/** What can be done with a block or an entry, behind its handle. */
@Component({
  selector: 'cg-entry-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, WordsInTemplate],
  template: `
    <div *cgWords="let t" cdkMenu class="menu" [attr.aria-label]="label()">
      @if (kinds(); as list) {
        <!-- The pointer has opened the list on its way here; the click that follows would close it again. -->
        <button
          #turn="cdkMenuTriggerFor"
          type="button"
          cdkMenuItem
          class="item"
          [cdkMenuTriggerFor]="list"
          (click)="turn.open()"
        >
          {{ t('documents.editor.turnInto') }}
        </button>
      }
      <button type="button" cdkMenuItem class="item" (cdkMenuItemTriggered)="addedBelow.emit()">
        {{ t('documents.editor.addBelow') }}
      </button>
      <button type="button" cdkMenuItem class="item" (cdkMenuItemTriggered)="duplicated.emit()">
        {{ t('documents.editor.duplicate') }}
      </button>
      <div class="rule" role="separator"></div>
      <button type="button" cdkMenuItem class="item" (cdkMenuItemTriggered)="moved.emit(-1)">
        <span>{{ t('documents.editor.moveUp') }}</span>
        <span class="keys">{{ t('documents.editor.moveUpKeys') }}</span>
      </button>
      <button type="button" cdkMenuItem class="item" (cdkMenuItemTriggered)="moved.emit(1)">
        <span>{{ t('documents.editor.moveDown') }}</span>
        <span class="keys">{{ t('documents.editor.moveDownKeys') }}</span>
      </button>
      <div class="rule" role="separator"></div>
      <button type="button" cdkMenuItem class="item" (cdkMenuItemTriggered)="removed.emit()">
        {{ t('documents.editor.delete') }}
      </button>
    </div>
  `,
  styleUrl: './menu.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryMenu {
  readonly label = input.required<string>();
  /** The menu of what it can be turned into, where it can be anything else. */
  readonly kinds = input<TemplateRef<unknown> | null>(null);
  readonly addedBelow = output();
  readonly duplicated = output();
  /** By one place, up or down. */
  readonly moved = output<1 | -1>();
  readonly removed = output();
}
