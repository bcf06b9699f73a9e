import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { RunStore } from './run.store';

/** Every format asks everybody among these: most at the second part, a first session at the third. */
const AT_THE_BEGINNING = 3;

/** Everybody is asked once, one after the other: whose turn it is, on every device and on the phones of those who come. */
@Component({
  selector: 'cg-go-round',
  imports: [NgTemplateOutlet, WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      @if (isLater()) {
        @if (!isShared()) {
          <details #later>
            <summary>{{ t('running.round.again') }}</summary>
            <ng-container [ngTemplateOutlet]="question" />
            <ng-container [ngTemplateOutlet]="beginning" />
          </details>
        }
      } @else {
        <ng-container [ngTemplateOutlet]="question" />
      }
      @if (turn(); as name) {
        @if (!isShared()) {
          <p #turnLine class="turn" tabindex="-1" aria-live="polite">
            {{ t('running.round.turn', { name }) }}
          </p>
        }
        @if (after().length > 0 && !isShared()) {
          <p class="cg-quiet">{{ t('running.round.then', { names: dates.list(after()) }) }}</p>
        }
        <div class="cg-buttons">
          <button type="button" class="cg-button" (click)="act('nextTurn')">
            {{ t('running.round.' + (after().length > 0 ? 'next' : 'done')) }}
          </button>
          @if (after().length > 0) {
            <button type="button" class="cg-button cg-plain" (click)="act('laterTurn')">
              {{ t('running.round.later') }}
            </button>
          }
        </div>
      } @else if (!isLater()) {
        <ng-container [ngTemplateOutlet]="beginning" />
      }

      <ng-template #question>
        @if (store.run().goRound; as words) {
          <p class="words">{{ t('running.goRound', { words }) }}</p>
        }
      </ng-template>
      <ng-template #beginning>
        @if (store.run().people.length > 1 && !isShared()) {
          <p id="round">{{ t('running.round.begin') }}</p>
          <div class="cg-buttons" role="group" aria-labelledby="round">
            @for (one of store.run().people; track one.id) {
              <button type="button" class="cg-button" (click)="begin(one.id)">{{ one.displayName }}</button>
            }
          </div>
        }
      </ng-template>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      margin-block: 1rem;
    }
    .words {
      font-family: var(--cg-serif);
      font-size: 1.25rem;
      line-height: 1.875rem;
    }
    .turn {
      margin-block: 0.5rem 0;
      font-size: 1.5rem;
      font-weight: 700;
      line-height: 2rem;
    }
    summary {
      min-block-size: 44px;
      padding-block: 0.5rem;
      cursor: pointer;
    }
    #round {
      margin-block-end: 0.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GoRound {
  private readonly injector = inject(Injector);
  protected readonly dates = inject(Dates);
  protected readonly store = inject(RunStore);

  /** No name stands on a screen that others see; each sees on their own phone whose turn it is. */
  readonly isShared = input.required<boolean>();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly turnLine = viewChild<ElementRef<HTMLElement>>('turnLine');
  private readonly later = viewChild<ElementRef<HTMLDetailsElement>>('later');
  private readonly names = computed(() => {
    const { round } = this.store.state();
    if (round === null) return [];
    const { people } = this.store.run();
    // Whoever left meanwhile has no name here any more.
    return round.order
      .slice(round.order.indexOf(round.at))
      .flatMap((id) => people.find((one) => one.id === id)?.displayName ?? []);
  });
  protected readonly turn = computed(() => this.names()[0] ?? null);
  protected readonly after = computed(() => this.names().slice(1));

  /** What is asked at the beginning does not stand on every part of the hour; one tap brings it back. */
  protected readonly isLater = computed(() => this.turn() === null && this.store.place() > AT_THE_BEGINNING);

  constructor() {
    // Another part of the hour begins as the first one that came later did: with the question out of the way.
    effect(() => {
      this.store.place();
      const later = untracked(this.later)?.nativeElement;
      if (later) later.open = false;
    });
  }

  protected begin(first: string): void {
    const others = this.store.run().people.filter(({ id }) => id !== first);
    this.store.beginRound([first, ...others.map(({ id }) => id)]);
    this.toTurn();
  }

  protected act(move: 'laterTurn' | 'nextTurn'): void {
    this.store[move]();
    this.toTurn();
  }

  /** The button that was pressed may be gone. Once all were asked, the cursor goes to where it begins anew. */
  private toTurn(): void {
    const next = (): HTMLElement | null | undefined =>
      this.turn() === null
        ? this.host.nativeElement.querySelector('summary, button')
        : this.turnLine()?.nativeElement;
    afterNextRender({ read: () => next()?.focus() }, { injector: this.injector });
  }
}
