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
  signal,
} from '@angular/core';
import { LIMITS, type Feedback } from '@common-ground/contract';
import { Announcer, Dates, ProblemNotice, Words, WordsInTemplate } from '@common-ground/web/platform';
import { NotesStore, type Noted } from './notes.store';

/** The notes that something has, one answer or a whole piece, and the box for one more. */
@Component({
  selector: 'cg-note-box',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ProblemNotice, WordsInTemplate],
  templateUrl: './note-box.html',
  styleUrl: './note-box.scss',
})
export class NoteBox {
  private readonly notes = inject(NotesStore);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly about = input.required<Noted>();
  /** Who reads it. */
  readonly name = input.required<string>();
  readonly given = input.required<readonly Feedback[]>();
  /** What the button that opens the box says, and what it says to whoever hears it alone. */
  readonly act = input.required<string>();
  readonly actInFull = input.required<string>();
  readonly hint = input.required<string>();
  readonly mayWrite = input.required<boolean>();
  /** A note has gone out: what came back is to be read again. */
  readonly noted = output();

  protected readonly longest = LIMITS.paragraph;
  protected readonly isEmpty = signal(false);
  protected readonly field = computed(() => `note-${this.about().replace('/', '-')}`);
  protected readonly draft = computed(() => this.notes.draft(this.about()));

  protected momentOf(at: string): string {
    return this.dates.moment(at);
  }

  protected namesIn(named: readonly string[]): string {
    return this.dates.list(named);
  }

  protected describedBy(isNamed: boolean): string {
    const field = this.field();
    return [
      `${field}-hint`,
      ...(this.isEmpty() ? [`${field}-error`] : []),
      ...(isNamed ? [`${field}-named`] : []),
    ].join(' ');
  }

  protected open(): void {
    this.notes.open(this.about());
    this.focusNext('textarea');
  }

  protected close(): void {
    this.isEmpty.set(false);
    this.notes.close(this.about());
    this.focusNext('button');
  }

  protected type(event: Event): void {
    this.notes.type(this.about(), (event.target as HTMLTextAreaElement).value);
  }

  protected async send(submit?: Event): Promise<void> {
    submit?.preventDefault();
    this.isEmpty.set(this.draft()?.text.trim() === '');
    if (this.isEmpty()) return this.focusNext('textarea');
    if (!(await this.notes.send(this.about()))) {
      if (this.draft()?.named.length) this.focusNext('textarea');
      return;
    }
    this.announcer.say(this.words.say('homework.responses.noteSent', { name: this.name() }));
    this.focusNext('button');
    this.noted.emit();
  }

  private focusNext(selector: string): void {
    const focus = (): void => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
