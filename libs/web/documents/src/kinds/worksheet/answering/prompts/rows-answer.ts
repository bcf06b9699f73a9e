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
import { Announcer, Words, WordsInTemplate, newKey } from '@common-ground/web/platform';
import type { AnswerForm, FormChange } from '../answer-form';

/** The same few fields again and again, each row a small form of its own, so that nothing has to fit across a phone. */
@Component({
  selector: 'cg-rows-answer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordsInTemplate],
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
  readonly changed = output<FormChange>();

  protected readonly limits = LIMITS;
  protected readonly scale = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  protected readonly days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  protected readonly rows = computed(() => rowsIn(this.form()));
  protected readonly isFull = computed(() => this.rows().length >= LIMITS.rows);

  protected name(id: string, event: Event): void {
    const name = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.rewrite(id, (row) => ({ ...row, name }));
  }

  protected write(id: string, column: string, event: Event): void {
    const cell = (event.target as HTMLInputElement | HTMLSelectElement).value;
    this.rewrite(id, (row) => {
      const { [column]: _before, ...others } = row.cells;
      return { ...row, cells: cell === '' ? others : { ...others, [column]: cell } };
    });
  }

  protected add(): void {
    const id = newKey().slice(0, 12);
    this.put((rows) => [...rows, { id, name: '', cells: {} }]);
    this.focus(`row-${id}`);
  }

  protected remove(at: number): void {
    const { id } = this.rows()[at] ?? FIRST;
    const beside = this.rows()[at === 0 ? 1 : at - 1] ?? FIRST;
    this.put((rows) => rows.filter((row) => row.id !== id));
    this.announcer.say(this.words.say('prompts.rows.removed', { number: at + 1 }));
    this.focus(`row-${beside.id}`);
  }

  protected move(at: number, steps: number, event: Event): void {
    const button = event.currentTarget as HTMLElement;
    const total = this.rows().length;
    const to = at + steps;
    if (to < 0 || to >= total) return;
    this.put((rows) => rows.toSpliced(at, 1).toSpliced(to, 0, ...rows.slice(at, at + 1)));
    this.announcer.say(this.words.say('prompts.rows.moved', { place: to + 1, total }));
    afterNextRender(() => button.focus(), { injector: this.injector });
  }

  private rewrite(id: string, to: (row: AnswerRow) => AnswerRow): void {
    this.put((rows) => rows.map((row) => (row.id === id ? to(row) : row)));
  }

  private put(change: (rows: readonly AnswerRow[]) => readonly AnswerRow[]): void {
    this.changed.emit((form) => {
      const parts = { ...form.parts, rows: change(rowsIn(form)) };
      return { ...form, parts, instead: null };
    });
  }

  private focus(id: string): void {
    const go = (): void => this.host.querySelector<HTMLElement>(`#${id}`)?.focus();
    afterNextRender(go, { injector: this.injector });
  }
}

const FIRST: AnswerRow = { id: 'first', name: '', cells: {} };

/** Nothing written yet is one empty row to begin with. */
function rowsIn(form: AnswerForm): readonly AnswerRow[] {
  const rows = form.parts.rows ?? [];
  return rows.length > 0 ? rows : [FIRST];
}
