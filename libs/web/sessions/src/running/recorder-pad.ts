import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  Injector,
  afterNextRender,
  computed,
  inject,
} from '@angular/core';
import { LIMITS } from '@common-ground/contract';
import { Field, SaveStateLine, WordsInTemplate } from '@common-ground/web/platform';
import { LinesField } from '../lines-field';
import { ActionCard } from './action-card';
import { PadStore } from './pad.store';

/** What the recorder writes down: one problem, ways to solve it, what was decided and who does what. */
@Component({
  selector: 'cg-recorder-pad',
  imports: [ActionCard, Field, LinesField, SaveStateLine, WordsInTemplate],
  templateUrl: './recorder-pad.html',
  styleUrl: './recorder-pad.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecorderPad {
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);
  protected readonly store = inject(PadStore);

  protected readonly limits = LIMITS;
  protected readonly hasRoomForOptions = computed(
    () => (this.store.content()?.options.length ?? 0) < LIMITS.entries,
  );
  protected readonly hasRoomForActions = computed(
    () => (this.store.content()?.actions.length ?? 0) < LIMITS.entries,
  );

  protected addOption(): void {
    this.goTo(`words-${this.store.addOption()}`);
  }

  protected addAction(): void {
    this.goTo(`who-${this.store.addAction()}`);
  }

  protected removeOption(id: string): void {
    this.store.removeOption(id);
    this.goTo('add-option');
  }

  protected removeAction(id: string): void {
    this.store.removeAction(id);
    this.goTo('add-action');
  }

  private goTo(id: string): void {
    const go = (): void => this.page.getElementById(id)?.focus();
    afterNextRender({ read: go }, { injector: this.injector });
  }
}
