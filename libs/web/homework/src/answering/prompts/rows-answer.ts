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
} from '@angular/core';
import { LIMITS, type AnswerRow, type RepeatingRowPrompt } from '@common-ground/contract';
import { Announcer, TranslocoDirective, Words, newKey } from '@common-ground/web/platform';
import type { AnswerForm } from '../answer-form';

/** The same few fields again and again, each row a small form of its own, so that nothing has to fit across a phone. */
@Component({
  selector: 'cg-rows-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoDirective],
  templateUrl: './rows-answer.html',
  styleUrl: './several.scss',
})
export class RowsAnswer {
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly prompt = input.required<RepeatingRowPrompt>();
  readonly form = input.required<AnswerForm>();
  readonly changed = output<AnswerForm>();

  protected readonly limits = LIMITS;
  protected readonly scale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  protected readonly days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  /** Nothing written yet is one empty row to begin with. */
  protected readonly rows = computed<readonly AnswerRow[]>(() => {
    const rows = this.form().parts.rows ?? [];
    return rows.length > 0 ? rows : [{ id: 'first', name: '', cells: {} }];
  });
  protected readonly isFull = computed(() => this.rows().length >= LIMITS.rows);

  protected name(row: AnswerRow, event: Event): void {
    const name = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.replace({ ...row, name });
  }

  protected write(row: AnswerRow, column: string, event: Event): void {
    const cell = (event.target as HTMLInputElement | HTMLSelectElement).value;
    const { [column]: _before, ...others } = row.cells;
    this.replace({ ...row, cells: cell === '' ? others : { ...others, [column]: cell } });
  }

  protected add(): void {
    const id = newKey().slice(0, 12);
    this.put([...this.rows(), { id, name: '', cells: {} }]);
    this.focus(`row-${id}`);
  }

  protected remove(row: AnswerRow): void {
    const at = this.rows().indexOf(row);
    const rest = this.rows().filter(({ id }) => id !== row.id);
    this.put(rest);
    this.announcer.say(this.words.say('prompts.rows.removed', { number: at + 1 }));
    this.focus(`row-${(rest[Math.max(0, at - 1)] ?? { id: 'first' }).id}`);
  }

  protected move(row: AnswerRow, steps: number, event: Event): void {
    const button = event.currentTarget as HTMLElement;
    const rows = this.rows();
    const from = rows.indexOf(row);
    const to = from + steps;
    if (to < 0 || to >= rows.length) return;
    this.put(rows.toSpliced(from, 1).toSpliced(to, 0, row));
    this.announcer.say(this.words.say('prompts.rows.moved', { place: to + 1, total: rows.length }));
    afterNextRender(() => button.focus(), { injector: this.injector });
  }

  private replace(row: AnswerRow): void {
    this.put(this.rows().map((one) => (one.id === row.id ? row : one)));
  }

  private put(rows: readonly AnswerRow[]): void {
    this.changed.emit({ ...this.form(), parts: { ...this.form().parts, rows }, instead: null });
  }

  private focus(id: string): void {
    const go = (): void => this.host.querySelector<HTMLElement>(`#${id}`)?.focus();
    afterNextRender(go, { injector: this.injector });
  }
}
