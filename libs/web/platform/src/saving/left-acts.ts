import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { WordsInTemplate } from '../words/in-templates';

/** What their author can do with words that went nowhere: copy them, and delete them after a question. */
@Component({
  selector: 'cg-left-acts',
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <p class="cg-buttons">
        @if (text() !== '') {
          <button type="button" class="cg-button" [attr.aria-describedby]="about()" (click)="copy()">
            {{ t(said() + 'copy') }}
          </button>
        }
        <ng-content />
        @if (isDeletable()) {
          @if (isAsking()) {
            <button type="button" class="cg-button" [attr.aria-describedby]="about()" (click)="letGo.emit()">
              {{ t(said() + 'deleteSure') }}
            </button>
            <button
              type="button"
              class="cg-button cg-plain"
              data-keep
              [attr.aria-describedby]="about()"
              (click)="ask(false)"
            >
              {{ t(said() + 'keep') }}
            </button>
          } @else {
            <button
              type="button"
              class="cg-button cg-plain"
              data-delete
              [attr.aria-describedby]="about()"
              (click)="ask(true)"
            >
              {{ t(said() + 'delete') }}
            </button>
          }
        }
      </p>
      <p role="status">{{ outcome() === null ? '' : t(said() + outcome()) }}</p>
    </ng-container>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeftActs {
  private readonly page = inject(DOCUMENT).defaultView;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  /** What is copied; nothing where only its sort is known. */
  readonly text = input.required<string>();
  /** Where the words of the buttons stand among the texts. */
  readonly said = input.required<string>();
  /** The id of what names these words, where several stand on one page. */
  readonly about = input<string | null>(null);
  readonly isDeletable = input(true);
  /** Their author is sure. */
  readonly letGo = output();

  protected readonly isAsking = signal(false);
  protected readonly outcome = signal<'copied' | 'notCopied' | null>(null);

  /** The pressed button goes; the focus stays at the same place, on the one that loses nothing. */
  protected ask(isAsking: boolean): void {
    this.isAsking.set(isAsking);
    const next = isAsking ? '[data-keep]' : '[data-delete]';
    afterNextRender(() => this.element.querySelector<HTMLElement>(next)?.focus(), {
      injector: this.injector,
    });
  }

  protected async copy(): Promise<void> {
    try {
      await this.page?.navigator.clipboard.writeText(this.text());
      this.outcome.set('copied');
    } catch {
      this.outcome.set('notCopied');
    }
  }
}
