import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';

/** An act that is asked about once more before it is done: two taps, and between them the words that say what it does. */
@Component({
  selector: 'cg-once-more',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isAsked()) {
      <div class="sure" role="group" [attr.aria-label]="question()">
        <p #title class="title" tabindex="-1">{{ question() }}</p>
        <ng-content />
        <div class="cg-buttons">
          <button type="button" class="cg-button" [attr.aria-disabled]="isUnderWay()" (click)="sure.emit()">
            {{ yes() }}
          </button>
          <button type="button" class="cg-button" (click)="think()">{{ no() }}</button>
        </div>
      </div>
    } @else {
      <button #first type="button" class="cg-button" [attr.aria-label]="actName()" (click)="begin()">
        {{ act() }}
      </button>
    }
  `,
  styles: `
    .sure {
      padding: 12px 16px;
      border: 1px solid var(--cg-outline);
      border-radius: 10px;
      background: var(--cg-raised);
    }
    .title {
      margin: 0 0 8px;
      font-weight: 700;
    }
    .cg-buttons {
      margin-block: 8px 4px;
    }
  `,
})
export class OnceMore {
  private readonly injector = inject(Injector);

  readonly act = input.required<string>();
  /** What the first button is called where its words alone would not say what it is about. */
  readonly actName = input<string | null>(null);
  readonly question = input.required<string>();
  readonly yes = input.required<string>();
  readonly no = input.required<string>();
  readonly isUnderWay = input(false);
  readonly isAsked = model(false);
  readonly sure = output<void>();

  private readonly title = viewChild<ElementRef<HTMLElement>>('title');
  private readonly first = viewChild<ElementRef<HTMLElement>>('first');

  protected begin(): void {
    this.isAsked.set(true);
    this.focusOn(this.title);
  }

  protected think(): void {
    this.isAsked.set(false);
    this.focusOn(this.first);
  }

  /** The button that was pressed is gone: whoever uses the keyboard goes on from what took its place. */
  private focusOn(place: () => ElementRef<HTMLElement> | undefined): void {
    afterNextRender(() => place()?.nativeElement.focus(), { injector: this.injector });
  }
}
