import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Companion, Prompt } from '@common-ground/contract';
import { Dates, WordsInTemplate } from '@common-ground/web/platform';
import { AnswerWords } from '../reading/answer-words';
import { NoteBox } from './note-box';
import type { Voice } from './voices';

/** One answer as the therapist reads it, the notes it has, and the box for one more. */
@Component({
  selector: 'cg-answer-voice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AnswerWords, NoteBox, WordsInTemplate],
  templateUrl: './answer-voice.html',
  styleUrl: './answer-voice.scss',
})
export class AnswerVoice {
  private readonly dates = inject(Dates);

  readonly prompt = input.required<Prompt>();
  readonly voice = input.required<Voice>();
  /** A note has gone out: what came back is to be read again. */
  readonly noted = output();

  protected readonly response = computed(() => this.voice().response);
  protected readonly name = computed(() => this.voice().set.person.displayName);

  protected namesOf(people: readonly Companion[]): string {
    return this.dates.list(people.map(({ displayName }) => displayName));
  }
}
