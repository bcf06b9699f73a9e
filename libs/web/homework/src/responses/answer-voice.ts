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
import { LIMITS, type Companion, type Prompt } from '@common-ground/contract';
import { Announcer, Dates, ProblemNotice, TranslocoDirective, Words } from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';
import { NotesStore } from './notes.store';
import type { Voice } from './voices';

/** One answer as the therapist reads it, the notes it has, and the box for one more. */
@Component({
  selector: 'cg-answer-voice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, ProblemNotice, TranslocoDirective],
  templateUrl: './answer-voice.html',
  styleUrl: './answer-voice.scss',
})
export class AnswerVoice {
  private readonly notes = inject(NotesStore);
  private readonly dates = inject(Dates);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly prompt = input.required<Prompt>();
  readonly voice = input.required<Voice>();
  /** A note has gone out: what came back is to be read again. */
  readonly noted = output();

  protected readonly longest = LIMITS.paragraph;
  protected readonly isEmpty = signal(false);
  protected readonly response = computed(() => this.voice().response);
  protected readonly name = computed(() => this.voice().set.person.displayName);
  protected readonly field = computed(() => `note-${this.response()?.id ?? ''}`);
  protected readonly draft = computed(() => {
    const response = this.response();
    return response && this.notes.draft(response.id);
  });

  protected momentOf(at: string): string {
    return this.dates.moment(at);
  }

  protected namesOf(people: readonly Companion[]): string {
    return this.dates.list(people.map(({ displayName }) => displayName));
  }

  protected open(): void {
    const response = this.response();
    if (!response) return;
    this.notes.open(response.id);
    this.focusNext('textarea');
  }

  protected close(): void {
    const response = this.response();
    if (!response) return;
    this.isEmpty.set(false);
    this.notes.close(response.id);
    this.focusNext('button');
  }

  protected type(event: Event): void {
    const response = this.response();
    if (response) this.notes.type(response.id, (event.target as HTMLTextAreaElement).value);
  }

  protected async send(submit?: Event): Promise<void> {
    submit?.preventDefault();
    const response = this.response();
    if (!response) return;
    this.isEmpty.set(this.draft()?.text.trim() === '');
    if (this.isEmpty()) return this.focusNext('textarea');
    if (!(await this.notes.send(response.id))) return;
    this.announcer.say(this.words.say('homework.responses.noteSent', { name: this.name() }));
    this.focusNext('button');
    this.noted.emit();
  }

  private focusNext(selector: string): void {
    const focus = (): void => this.host.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
