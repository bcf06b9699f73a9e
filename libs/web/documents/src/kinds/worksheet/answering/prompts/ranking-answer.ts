import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  viewChildren,
} from '@angular/core';
import type { Choice, RankingPrompt } from '@common-ground/contract';
import { Announcer, Words, WordsInTemplate } from '@common-ground/web/platform';
import type { AnswerForm, FormChange } from '../answer-form';

/**
 * Things to put in an order: by two buttons each, by dragging the handle, or by saying that the order is right as it
 * stands. Until one of these has been done there is no answer, since an untouched list says nothing.
 */
@Component({
  selector: 'cg-ranking-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
  template: `
    <ng-container *cgWords="let t">
      <ol class="ranking">
        @for (choice of ordered(); track choice.id; let at = $index; let first = $first; let last = $last) {
          <li #row [class.dragged]="dragged === choice.id">
            <span
              class="grip"
              aria-hidden="true"
              (pointerdown)="lift(choice.id, $event)"
              (pointermove)="drag($event)"
              (pointerup)="drop()"
              (pointercancel)="drop()"
            >
              <svg viewBox="0 0 10 16" width="10" height="16">
                @for (y of [3, 8, 13]; track y) {
                  <circle cx="2.5" [attr.cy]="y" r="1.4" />
                  <circle cx="7.5" [attr.cy]="y" r="1.4" />
                }
              </svg>
            </span>
            <span class="number" aria-hidden="true">{{ at + 1 }}</span>
            <span class="label">{{ choice.label }}</span>
            <button
              type="button"
              class="cg-button move"
              [attr.id]="first ? 'answer' : null"
              [attr.aria-label]="t('prompts.ranking.up', { label: choice.label })"
              [attr.aria-disabled]="first ? true : null"
              (click)="move(choice.id, -1, $event)"
            >
              <span aria-hidden="true">↑</span>
            </button>
            <button
              type="button"
              class="cg-button move"
              [attr.aria-label]="t('prompts.ranking.down', { label: choice.label })"
              [attr.aria-disabled]="last ? true : null"
              (click)="move(choice.id, 1, $event)"
            >
              <span aria-hidden="true">↓</span>
            </button>
          </li>
        }
      </ol>
      @if (isOrdered()) {
        <p class="cg-quiet">{{ t('prompts.ranking.yours') }}</p>
      } @else {
        <button type="button" class="cg-button" (click)="keep()">{{ t('prompts.ranking.keep') }}</button>
      }
    </ng-container>
  `,
  styleUrl: './several.scss',
})
export class RankingAnswer {
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly rows = viewChildren<string, ElementRef<HTMLElement>>('row', { read: ElementRef });

  readonly prompt = input.required<RankingPrompt>();
  readonly form = input.required<AnswerForm>();
  readonly changed = output<FormChange>();

  protected dragged: string | null = null;
  protected readonly isOrdered = computed(() => this.form().order !== null && this.form().instead === null);
  protected readonly ordered = computed(() => inOrder(this.prompt().choices, this.form()));

  protected keep(): void {
    this.put((ids) => ids);
    this.announcer.say(this.words.say('prompts.ranking.yours'));
  }

  /** The button that was pressed moves along with its row, and so does the focus on it. */
  protected move(id: string, steps: number, event: Event): void {
    const button = event.currentTarget as HTMLElement;
    const ids = this.ids();
    const to = ids.indexOf(id) + steps;
    if (to < 0 || to >= ids.length) return;
    this.place(id, to);
    this.say(id, to);
    afterNextRender(() => button.focus(), { injector: this.injector });
  }

  protected lift(id: string, event: PointerEvent): void {
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragged = id;
  }

  /** Over the middle of another row, the two change places at once: what one sees is what one gets. */
  protected drag({ clientY }: PointerEvent): void {
    if (this.dragged === null) return;
    const to = this.rows().findIndex(({ nativeElement }) => {
      const { top, bottom } = nativeElement.getBoundingClientRect();
      return clientY >= top && clientY < bottom;
    });
    if (to >= 0 && this.ids()[to] !== this.dragged) this.place(this.dragged, to);
  }

  protected drop(): void {
    const id = this.dragged;
    this.dragged = null;
    if (id !== null) this.say(id, this.ids().indexOf(id));
  }

  private ids(): readonly string[] {
    return this.ordered().map((choice) => choice.id);
  }

  private place(id: string, to: number): void {
    this.put((ids) => ids.filter((one) => one !== id).toSpliced(to, 0, id));
  }

  private put(order: (ids: readonly string[]) => readonly string[]): void {
    const { choices } = this.prompt();
    this.changed.emit((form) => {
      const ids = inOrder(choices, form).map((choice) => choice.id);
      return { ...form, order: order(ids), instead: null };
    });
  }

  private say(id: string, at: number): void {
    const label = this.prompt().choices.find((choice) => choice.id === id)?.label ?? '';
    const total = this.prompt().choices.length;
    this.announcer.say(this.words.say('prompts.ranking.moved', { label, place: at + 1, total }));
  }
}

/** What somebody has put in order comes first, and then whatever they have not. */
function inOrder(choices: readonly Choice[], form: AnswerForm): readonly Choice[] {
  const order = form.order ?? [];
  const placed = order.flatMap((id) => choices.find((choice) => choice.id === id) ?? []);
  return [...placed, ...choices.filter(({ id }) => !order.includes(id))];
}
